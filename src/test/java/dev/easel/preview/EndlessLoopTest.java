package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.guard.StoppedLoop;
import dev.easel.preview.guard.StoppedLoop.Kind;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages that would keep the window for ever.
class EndlessLoopTest {
    private static final String HEAD =
            "<!doctype html>\n<body><script>setTimeout(() => window.later = 1, 50)</script>\n";

    @TempDir Path storage;
    private PageFixture page;

    @BeforeEach
    void open() {
        page = new PageFixture(storage);
        FxThread.run(() -> page.preview.setTaskLimit(Duration.ofMillis(300)));
    }

    @AfterEach
    void close() {
        page.close();
    }

    /// Each is the third line of the page, inside a classic script.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "while | let i = 0; while (true) { i++ }",
                "while without braces | let i = 0; while (1) i++;",
                "for | for (;;);",
                "for with a body | let i = 0; for (;;) { i += 2 }",
                "do while | let i = 0; do { i++ } while (i >= 0)",
                "do without braces | let i = 0; do i++; while (i >= 0)",
                "try catch | while (true) { try { null.x } catch (e) {} }",
                "caught stop | while (true) { try { while (true); } catch (e) {} }",
                "try finally | for (;;) { try { throw 1 } catch { continue } finally { null } }",
                "labels | a: while (true) { b: while (true) { continue a } }",
                "growing map | const m = new Map([[0, 0]]); for (const [k] of m) { m.delete(k); m.set(k + 1, 0) }",
                "generator | function* g() { while (true) yield 1 } for (const x of g()) ;",
                "spread generator | function* g() { for (;;) yield } const s = new Set(g());",
                "async | (async () => { for (;;) await null })();",
                "static block | class A { static { while (true); } }",
                "getter | ({ get a() { for (;;); } }).a",
                "constructor | class A {} class B extends A { constructor() { while (1); super() } } new B()",
                "arrow | const f = n => { while (n) ; }; f(1)",
                "callback | [1].forEach(() => { while (true); })",
                "eval | eval('while (true);')",
                "alert storm | while (true) alert('x')",
                "strict | (function () { 'use strict'; while (true); })()",
            })
    void aLoopIsStopped(String name, String code) {
        page.show("index.html", HEAD + "<script>" + code + "</script>\n<p>after");

        assertThat(page.eval("document.querySelector('p').textContent")).isEqualTo("\"after\"");
        page.waitFor("a later timer ran", () -> page.preview.stoppedLoops().size() == 1);
        assertThat(page.eval("new Promise(r => setTimeout(() => r(window.later), 100))"))
                .isEqualTo("1");
        assertStopped(Kind.LOOP, "index.html", 3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "promises | function f() { Promise.resolve().then(f) } f()",
                "mutual recursion | function a(n) { try { b(n + 1) } catch {} try { b(n + 1) } catch {} } function b(n) { a(n) } a(0)",
                "microtasks | function f() { queueMicrotask(f) } f()",
                "arrows | const f = () => Promise.resolve().then(() => f()); f()",
            })
    void whatCallsItselfForEverIsStopped(String name, String code) {
        page.show("index.html", HEAD + "<script>" + code + "</script>\n<p>after");

        page.waitFor("it was stopped", () -> page.preview.stoppedLoops().size() == 1);
        assertThat(page.eval("new Promise(r => setTimeout(() => r(window.later), 100))"))
                .isEqualTo("1");
        assertStopped(Kind.RECURSION, "index.html", 3);
    }

    /// No check runs after the one that stopped it.
    @Test
    void whatCatchesItsOwnStopIsListed() {
        page.show(
                "index.html",
                "<!doctype html>\n<p>before\n"
                        + "<script>function a() { try { a() } catch {} try { a() } catch {} } a()</script>");

        page.waitFor("it was stopped", () -> page.preview.stoppedLoops().size() == 1);
        assertStopped(Kind.RECURSION, "index.html", 3);
    }

    private void assertStopped(Kind kind, String file, int line) {
        List<StoppedLoop> stopped = FxThread.call(() -> List.copyOf(page.preview.stoppedLoops()));
        assertThat(stopped).hasSize(1);
        assertThat(stopped.getFirst().kind()).isEqualTo(kind);
        assertThat(stopped.getFirst().file()).isEqualTo(file);
        assertThat(stopped.getFirst().line()).isEqualTo(line);
        assertThat(page.console())
                .filteredOn(e -> e.level() == Level.ERROR)
                .extracting(ConsoleEntry::text)
                .singleElement()
                .asString()
                .startsWith("Stopped ")
                .endsWith("without a pause: " + file + ":" + line);
    }
}
