package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console of real pages.
class PageConsoleTest {
    @TempDir Path storage;
    private PageFixture page;

    @BeforeEach
    void open() {
        page = new PageFixture(storage);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private List<ConsoleEntry> consoleOf(String... files) {
        page.show(files);
        return page.console();
    }

    private static String place(ConsoleEntry e) {
        return e.file() + ":" + e.line() + ":" + e.column();
    }

    @Test
    void everyLevelIsHeardWithItsExactPlace() {
        List<ConsoleEntry> console =
                consoleOf(
                        "index.html",
                        """
                        <!doctype html>
                        <html lang="en">
                        <script>
                        console.log('a');
                          console.info('b');
                        console.debug('c'); console.warn('d');
                        function deep() { console.error('e'); }
                        deep();
                        </script>
                        """);

        assertThat(console)
                .extracting(e -> e.level() + " " + e.text() + " " + e.line())
                .containsExactly("LOG a 4", "INFO b 5", "DEBUG c 6", "WARN d 6", "ERROR e 7");
        assertThat(place(console.get(1))).isEqualTo("index.html:5:15");
        assertThat(console.get(4).stack()).contains("deep@index.html:7").contains("index.html:8");
    }

    @Test
    void uncaughtErrorsHaveTheirPlaceInAFileOfTheProject() {
        List<ConsoleEntry> console =
                consoleOf(
                        "index.html",
                        "<!doctype html><script src=js/app.js></script>",
                        "js/app.js",
                        "// one\n// two\nnothing();\n");

        assertThat(console).hasSize(1);
        assertThat(console.getFirst().text())
                .isEqualTo("ReferenceError: Can't find variable: nothing");
        assertThat(place(console.getFirst())).isEqualTo("js/app.js:3:8");
        assertThat(console.getFirst().level()).isEqualTo(Level.ERROR);
    }

    @Test
    void aSyntaxErrorHasItsLine() {
        List<ConsoleEntry> console =
                consoleOf(
                        "index.html",
                        "<!doctype html>\n<script>\nlet a = 1;\nlet b = ;\n</script>");

        assertThat(console).hasSize(1);
        assertThat(console.getFirst().text()).isEqualTo("SyntaxError: Unexpected token ';'");
        assertThat(console.getFirst().line()).isEqualTo(4);
    }

    @Test
    void rejectedPromisesAreErrors() {
        page.show(
                "index.html",
                "<!doctype html>\n<script>\nPromise.reject(new TypeError('no'));\n"
                        + "Promise.reject('plain');</script>");
        page.waitFor("both", () -> page.preview.console().size() > 1);

        assertThat(page.console())
                .extracting(ConsoleEntry::text)
                .containsExactly(
                        "Unhandled promise rejection: TypeError: no",
                        "Unhandled promise rejection: plain");
        assertThat(page.console().getFirst().line()).isEqualTo(3);
    }

    @Test
    void anErrorInAScriptOfAnotherOriginHasItsTrueText() {
        page.show(
                "index.html",
                "<!doctype html><script src='https://threejs.org/build/three.min.js'></script>"
                        + "<script>setTimeout(THREE.MathUtils.generateUUID.call, 0);</script>"
                        + "<script>setTimeout(THREE.Object3D.prototype.updateMatrix, 0)</script>");
        page.waitFor(
                "an error",
                () -> page.preview.console().stream().anyMatch(e -> e.level() == Level.ERROR));

        assertThat(page.console())
                .filteredOn(e -> e.level() == Level.ERROR)
                .extracting(ConsoleEntry::text)
                .allSatisfy(t -> assertThat(t).startsWith("TypeError: "));
    }

    @Test
    void linesAreExactWithoutADoctype() {
        List<ConsoleEntry> console =
                consoleOf("index.html", "<p>one\n<script>\nconsole.log('x' + 1)\n</script>");

        assertThat(console).extracting(PageConsoleTest::place).containsExactly("index.html:3:12");
        assertThat(page.eval("document.compatMode")).isEqualTo("\"BackCompat\"");
    }

    @Test
    void anSvgDocumentHasAConsole() {
        List<ConsoleEntry> console =
                consoleOf(
                        "a.svg",
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!-- a > comment -->
                        <svg xmlns="http://www.w3.org/2000/svg" data-a="x>y"
                             viewBox="0 0 10 10"><title>Bälle</title>
                          <rect width="5" height="5"/>
                          <script>console.log(document.rootElement.tagName);</script>
                        </svg>
                        """);

        assertThat(console).extracting(ConsoleEntry::text).containsExactly("svg");
        assertThat(console.getFirst().line()).isEqualTo(6);
        assertThat(FxThread.call(() -> page.preview.titleProperty().get())).isEqualTo("Bälle");
    }

    @Test
    void valuesAreReadable() {
        List<ConsoleEntry> console =
                consoleOf(
                        "index.html",
                        """
                        <!doctype html><body class="a"><script>
                        console.log('n', 1, -0, null, undefined, true, 10n, Symbol('s'));
                        console.log({ a: 1, 'b c': 'x', f() {}, n: { n: { n: { n: 1 } } } }, [1, 'two']);
                        console.log(new Map([['k', 1]]), new Set([1]), new Uint8Array(2), new Date(0), /r/g);
                        console.log('%d of %s%%, %o %c!', 1.5, 'two', { a: 1 }, 'color:red', 'more');
                        console.log(document.body, document, window, class A {}, x => x);
                        const o = { get bad() { throw new Error('no'); } }; o.self = o;
                        console.log(o);
                        console.error(new RangeError('far'));
                        console.log();
                        console.table([{ a: 1 }]);
                        console.assert(1 === 2, 'math');
                        console.group('g'); console.log('in'); console.groupEnd(); console.log('out');
                        console.count(); console.count();
                        console.log('ünï 🎈');
                        </script>
                        """);

        assertThat(console)
                .extracting(ConsoleEntry::text)
                .containsExactly(
                        "n 1 -0 null undefined true 10n Symbol(s)",
                        "{a: 1, \"b c\": \"x\", f: function f, n: {n: {n: {n: 1}}}} [1, \"two\"]",
                        "Map {\"k\" => 1} Set {1} Uint8Array(2) [0, 0] 1970-01-01T00:00:00.000Z /r/g",
                        "1 of two%, {a: 1} ! more",
                        "<body class=\"a\"> #document Window class A function (anonymous)",
                        "{bad: (…), self: [circular]}",
                        "RangeError: far\nglobal code@index.html:9:29",
                        "",
                        "[{a: 1}]",
                        "Assertion failed: math",
                        "g",
                        "  in",
                        "out",
                        "default: 1",
                        "default: 2",
                        "ünï 🎈");
    }

    @Test
    void dialogsAreAnsweredWithoutBlockingAndListed() {
        List<ConsoleEntry> console =
                consoleOf(
                        "index.html",
                        "<!doctype html><script>alert('hi');\n"
                                + "window.a = [confirm('sure?'), prompt('name?', 'Ann'), prompt('x')]"
                                + "</script>");

        assertThat(page.eval("a")).isEqualTo("[true,\"Ann\",\"\"]");
        assertThat(console)
                .extracting(e -> e.level() + " " + e.text() + " " + e.line())
                .containsExactly(
                        "ALERT hi 1",
                        "ALERT confirm: sure? (answered: OK) 2",
                        "ALERT prompt: name? (answered: \"Ann\") 2",
                        "ALERT prompt: x (answered: \"\") 2");
    }

    @Test
    void aFloodIsBoundedAndCounted() {
        page.show(
                "index.html",
                "<!doctype html><script>for (let i = 0; i < 100000; i++) console.log(i)</script>");
        page.waitFor(
                "the count of the rest",
                () -> dropped() + page.preview.console().size() >= 100_000);

        assertThat(page.console()).hasSizeLessThanOrEqualTo(10_000);
        assertThat(FxThread.call(this::dropped) + page.console().size()).isEqualTo(100_000);
        assertThat(page.eval("1 + 1")).isEqualTo("2");
    }

    private long dropped() {
        return page.preview.droppedProperty().get();
    }

    @Test
    void forgedMessagesAreBoundedOrIgnored() {
        page.show(
                "index.html",
                """
                <!doctype html><iframe id=f></iframe><script>
                fetch('/__easel/bridge.js').then(r => r.text()).then(text => {
                  const token = /easel:([0-9a-f]{32})/.exec(text)[1];
                  const say = t => f.contentWindow.alert('\\u0001easel:' + token + ':' + t);
                  say('{"t":"console","level":"error","text":"' + 'x'.repeat(1e6) + '","line":-5,"column":1e99}');
                  say('{"t":"console","level":"fatal","text":"no such level"}');
                  say('{"t":"dropped","count":-7}'); say('[]'); say('{{{'); say('');
                  say('{"t":"answer","id":1,"json":"forged"}');
                  say('{"t":"timed","moment":"load","ms":"NaN"}');
                  f.contentWindow.alert('\\u0001easel:00000000000000000000000000000000:{}');
                  f.contentWindow.alert('plain');
                  window.done = true;
                });
                </script>
                """);
        page.waitFor("all said", () -> page.preview.console().size() >= 2);

        assertThat(page.console()).hasSize(2);
        assertThat(page.console().getFirst().text()).hasSizeLessThan(11_000);
        assertThat(page.console().getFirst().line()).isZero();
        assertThat(page.console().getLast().text()).isEqualTo("plain");
        assertThat(FxThread.call(this::dropped)).isZero();
    }

    @Test
    void aPageThatRunsItsOwnErrorHandlersIsNotDisturbed() {
        page.show(
                "index.html",
                """
                <!doctype html><script>
                window.seen = [];
                window.onerror = (m, f, l, c, e) => { seen.push(e.message); return true; };
                addEventListener('unhandledrejection', e => { seen.push(e.reason); e.preventDefault(); });
                Promise.reject('r');
                setTimeout(() => { throw new Error('t'); });
                </script>
                """);
        page.waitFor("both", () -> page.preview.console().size() >= 2);

        assertThat(page.eval("seen.sort()")).isEqualTo("[\"r\",\"t\"]");
        assertThat(page.console()).hasSize(2);
    }

    @Test
    void whatWebKitWritesIsListed() {
        page.show("index.html", "<!doctype html><link rel=stylesheet href=a.js>", "a.js", "1");
        page.waitFor("a line", () -> !page.preview.console().isEmpty());

        assertThat(page.console())
                .anySatisfy(
                        e -> assertThat(e.text()).startsWith("Did not parse stylesheet at 'a.js'"));
    }
}
