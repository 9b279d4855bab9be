package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.console.ConsoleSource.Evaluated;
import dev.easel.preview.sandbox.ConsoleDetail;
import dev.easel.preview.sandbox.ConsoleDetail.Group;
import dev.easel.preview.sandbox.ConsoleDetail.Part;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.preview.sandbox.PageProperties;
import dev.easel.preview.sandbox.PageProperty;
import dev.easel.preview.sandbox.PageValue;
import dev.easel.preview.sandbox.PageValue.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of real pages, opened and made by typed lines.
class PageValuesTest {
    @TempDir Path storage;
    private PageFixture page;
    private PreviewConsole console;

    @BeforeEach
    void open() {
        page = new PageFixture(storage);
        console = new PreviewConsole(page.preview);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private ConsoleEntry logged(String expression) {
        page.show(
                "index.html",
                "<!doctype html><body><script>console.log(" + expression + ")</script>");
        return page.console().getFirst();
    }

    private static List<PageValue> values(ConsoleEntry entry) {
        return entry.detail().parts().stream()
                .filter(p -> p instanceof Part.Value)
                .map(p -> ((Part.Value) p).value())
                .toList();
    }

    private PageProperties inside(PageValue value, long from) {
        return FxThread.call(() -> console.open(value, from));
    }

    /// What is inside, without the prototype.
    private String inside(PageValue value) {
        return inside(value, 0).rows().stream()
                .filter(p -> !p.name().equals("[[Prototype]]"))
                .map(p -> p.name() + "=" + p.value().text())
                .collect(Collectors.joining("; "));
    }

    private PageValue property(PageValue of, String name) {
        return inside(of, 0).rows().stream()
                .filter(p -> p.name().equals(name))
                .map(PageProperty::value)
                .findFirst()
                .orElseThrow();
    }

    private Evaluated run(String line) {
        return FxThread.await(() -> console.evaluate(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    ({a: 1, 'b c': 'x'}) | a=1; b c='x'
                    [1, 'two', {}] | 0=1; 1='two'; 2={}; length=3
                    new Map([['k', 1], [{a: 1}, 2]]) | 'k'=1; {…}={key: {…}, value: 2}; size=2
                    new Set(['v']) | 0='v'; size=1
                    new Uint8Array([7, 8]) | 0=7; 1=8
                    new DOMPoint(1, 2) | x=1; y=2; z=0; w=1
                    Object.assign(() => 1, {tag: 't'}) | length=0; name=''; tag='t'
                    """)
    void valuesAreOpened(String expression, String expected) {
        PageValue value = values(logged(expression)).getFirst();

        assertThat(value.opens()).isTrue();
        assertThat(inside(value).replace('"', '\'')).isEqualTo(expected);
    }

    @Test
    void anAccessorOfThePageDoesNotRunUntilItIsAskedFor() {
        PageValue value =
                values(
                                logged(
                                        "{ get own() { window.ran = 1; return 'o'; },"
                                                + " made: new (class A { get score() { window.ran = 1; return 5; } })() }"))
                        .getFirst();
        PageValue own = property(value, "own");
        PageValue score = property(property(value, "made"), "score");
        assertThat(own.kind()).isEqualTo(Kind.GETTER);
        assertThat(page.eval("window.ran")).isEqualTo("null");

        assertThat(FxThread.call(() -> console.read(own)).text()).isEqualTo("\"o\"");
        assertThat(FxThread.call(() -> console.read(score)).text()).isEqualTo("5");
        assertThat(page.eval("window.ran")).isEqualTo("1");
    }

    @Test
    void anAccessorThatThrowsShowsItsError() {
        PageValue value = values(logged("{ get bad() { throw new TypeError('no'); } }")).getFirst();
        PageValue bad = property(value, "bad");
        PageValue thrown = FxThread.call(() -> console.read(bad));

        assertThat(thrown.kind()).isEqualTo(Kind.ERROR);
        assertThat(thrown.text()).isEqualTo("TypeError: no");
    }

    @Test
    void anElementShowsItsChildrenAndItsBox() {
        page.show(
                "index.html",
                "<!doctype html><ul id=u class=x><li>one</li> <!-- c --></ul>"
                        + "<script>console.log(u)</script>");
        PageValue list = values(page.console().getFirst()).getFirst();

        assertThat(list.kind()).isEqualTo(Kind.NODE);
        assertThat(list.text()).isEqualTo("<ul id=\"u\" class=\"x\">");
        assertThat(inside(list)).startsWith("=<li>; #comment=\" c \"; [[Box]]=");
        assertThat(inside(property(list, "[[Box]]"))).contains("width=");
        assertThat(inside(property(list, "[[Properties]]"))).contains("className=\"x\"");
    }

    @Test
    void anErrorHasItsFramesAndItsCause() {
        PageValue error =
                values(logged("new Error('far', { cause: new Error('near') })")).getFirst();

        assertThat(error.text()).isEqualTo("Error: far");
        assertThat(property(error, "stack").kind()).isEqualTo(Kind.STACK);
        assertThat(property(error, "stack").text()).startsWith("global code@index.html:1:");
        assertThat(property(error, "cause").text()).isEqualTo("Error: near");
    }

    @Test
    void aHugeListIsReadInPieces() {
        PageValue list = values(logged("Array.from({ length: 1e6 }, (_, i) => i)")).getFirst();
        PageProperties piece = inside(list, 500_000);

        assertThat(piece.rows()).hasSize(100);
        assertThat(piece.rows().getFirst().name()).isEqualTo("500000");
        assertThat(piece.more()).isGreaterThan(499_000);
    }

    @Test
    void theSameObjectInItselfCanBeOpenedForEver() {
        PageValue value =
                values(logged("(() => { const o = {}; o.self = o; return o; })()")).getFirst();

        assertThat(property(property(value, "self"), "self").handle()).isEqualTo(value.handle());
    }

    @Test
    void valuesGoWithTheConsole() {
        PageValue value = values(logged("{ a: 1 }")).getFirst();
        FxThread.run(page.preview::clearConsole);

        assertThat(inside(value, 0)).isEqualTo(PageProperties.GONE);
    }

    @Test
    void theOldestValuesGoWhenThereAreTooMany() {
        page.show(
                "index.html",
                "<!doctype html><script>for (let i = 0; i < 900; i++)"
                        + " console.log({ i }, { i }, { i })</script>");
        List<ConsoleEntry> lines = page.console();

        assertThat(inside(values(lines.getFirst()).getFirst(), 0).isGone()).isTrue();
        assertThat(inside(values(lines.getLast()).getFirst(), 0).isGone()).isFalse();
    }

    @Test
    void valuesOfThePageBeforeAreGone() {
        PageValue value = values(logged("{ a: 1 }")).getFirst();
        logged("{ b: 2 }");

        assertThat(inside(value, 0)).isEqualTo(PageProperties.GONE);
    }

    @Test
    void valuesOfAFrameAreOpened() {
        page.show(
                "index.html",
                "<!doctype html><iframe src=in.html></iframe>",
                "in.html",
                "<!doctype html><script>console.log({ inner: 5 })</script>");
        page.waitFor("the line", () -> !page.preview.console().isEmpty());

        assertThat(inside(values(page.console().getFirst()).getFirst())).isEqualTo("inner=5");
    }

    @Test
    void aProxyThatThrowsIsNoTrouble() {
        ConsoleEntry entry =
                logged(
                        "new Proxy({}, { ownKeys() { throw new Error('no'); }, get() { throw 1; } })");

        assertThat(entry.text()).isEqualTo("[cannot be shown]");
        assertThat(page.eval("1 + 1")).isEqualTo("2");
    }

    @Test
    void stylesAndGroupsAndTablesComeWithTheLine() {
        page.show(
                "index.html",
                """
                <!doctype html><script>
                console.log('%cred%c plain', 'color:red', '');
                console.groupCollapsed('g'); console.log('in'); console.groupEnd();
                console.table([{ a: 1, b: 'x' }, { a: 2 }]);
                </script>
                """);
        List<ConsoleEntry> lines = page.console();

        assertThat(lines.get(0).detail().parts())
                .containsExactly(new Part.Text("red", "color:red"), new Part.Text(" plain", ""));
        assertThat(lines.get(1).detail().group()).isEqualTo(Group.COLLAPSED);
        assertThat(lines.get(2).detail().depth()).isEqualTo(1);
        assertThat(lines.get(3).detail().table().orElseThrow().columns())
                .containsExactly("", "a", "b");
        assertThat(lines.get(3).detail().table().orElseThrow().rows())
                .containsExactly(List.of("0", "1", "x"), List.of("1", "2", ""));
    }

    @Test
    void aPlainLineHasNoMoreThanItsText() {
        assertThat(logged("'a', 'b'").detail()).isEqualTo(ConsoleDetail.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    1 + 1 | 2
                    'a' + 'b' | 'ab'
                    { a: 1 } | {a: 1}
                    if (true) { 7 } | 7
                    await Promise.resolve(3) | 3
                    const r = await Promise.resolve({ n: 4 }); r.n + 1 | 5
                    for (const x of [1, 2]) { await x } ; 'end' | 'end'
                    document.body | <body>
                    undefined | undefined
                    $('body').nodeName | 'BODY'
                    $$('body').length | 1
                    $0 | null
                    // nothing | undefined
                    """)
    void linesAreRun(String line, String expected) {
        page.show("index.html", "<!doctype html><body>");
        Evaluated evaluated = run(line);

        assertThat(evaluated.value().text().replace('"', '\'')).isEqualTo(expected);
        assertThat(evaluated.isThrown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    let x = 5 | x + 1 | 6
                    const c = 1 | const c = 2; c | 2
                    class K { static n = 3 } | K.n | 3
                    function f() { return 8 } | f() | 8
                    const a = await 9 | a | 9
                    1 + 3 | $_ | 4
                    """)
    void whatALineDeclaresStays(String first, String second, String expected) {
        page.show("index.html", "<!doctype html><body>");
        run(first);

        assertThat(run(second).value().text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing.here | ReferenceError: Can't find variable: nothing
                    await Promise.reject(new TypeError('no')) | TypeError: no
                    let = = | SyntaxError:
                    throw { code: 7 } | {code: 7}
                    """)
    void whatALineThrowsIsShown(String line, String expected) {
        page.show("index.html", "<!doctype html><body>");
        Evaluated evaluated = run(line);

        assertThat(evaluated.isThrown()).isTrue();
        assertThat(evaluated.value().text()).startsWith(expected);
    }

    @Test
    void theHelpOfALineIsNotThePages() {
        page.show("index.html", "<!doctype html><body>");
        run("$('body')");

        assertThat(page.eval("[typeof $, typeof $$, typeof $0]"))
                .isEqualTo("[\"undefined\",\"undefined\",\"undefined\"]");
    }

    @Test
    void namesAreCompletedWithoutRunningThePage() {
        page.show(
                "index.html",
                "<!doctype html><script>const game = { level: 1, levelName: 'x',"
                        + " get player() { window.ran = 1; return { lives: 3 }; } };</script>");

        assertThat(FxThread.call(() -> console.complete("x = game.lev")))
                .containsExactly("level", "levelName");
        assertThat(FxThread.call(() -> console.complete("document.bod"))).contains("body");
        assertThat(FxThread.call(() -> console.complete("game.player.li"))).isEmpty();
        assertThat(FxThread.call(() -> console.complete("f(')"))).isNotNull();
        assertThat(page.eval("window.ran")).isEqualTo("null");
    }

    @Test
    void workersOfAllKindsWriteToTheConsole() {
        page.show(
                "index.html",
                """
                <!doctype html><script>
                const blob = new Blob(["console.log('blob', { a: 1 })"]);
                new Worker(URL.createObjectURL(blob));
                window.got = [];
                const w = new Worker('js/w.js');
                w.onmessage = e => got.push(e.data);
                new Worker('m.js', { type: 'module' });
                </script>
                """,
                "js/w.js",
                "'use strict';\nconsole.warn('file');\n"
                        + "postMessage([1, (function () { return this === undefined; })()]);"
                        + "importScripts('x.js');",
                "js/x.js",
                "console.log('imported')",
                "m.js",
                "import { n } from './n.js';\nconsole.error('module', n);\nfail();",
                "n.js",
                "export const n = 2;");
        page.waitFor("all lines", () -> page.preview.console().size() >= 5);

        assertThat(page.console())
                .extracting(e -> e.level() + " " + e.text())
                .contains(
                        "LOG blob {a: 1}",
                        "WARN file",
                        "LOG imported",
                        "ERROR module 2",
                        "ERROR ReferenceError: Can't find variable: fail");
        assertThat(page.console())
                .filteredOn(e -> e.text().equals("file"))
                .extracting(e -> e.file() + ":" + e.line())
                .containsExactly("js/w.js:2");
        page.waitFor("the page's own message", () -> page.preview.call("stats()").isPresent());
        assertThat(page.eval("got")).isEqualTo("[[1,true]]");
    }

    @Test
    void aWorkerIsStillAWorker() {
        page.show("index.html", "<!doctype html>");

        assertThat(
                        page.eval(
                                "(() => { class Mine extends Worker {} const w = new Mine('data:,1');"
                                        + " return [w instanceof Worker, w instanceof Mine,"
                                        + " Worker.name]; })()"))
                .isEqualTo("[true,true,\"Worker\"]");
    }

    @Test
    void whatCannotBeLoadedSaysWhy() {
        page.show(
                "index.html",
                """
                <!doctype html><style>@font-face { font-family: Nope; src: url(nope.woff2) }</style>
                <p style="font-family: Nope">x</p><img src="a.png">
                <script src="https://example.org/lib.js"></script>
                <script type="module" src="m.js"></script>
                """,
                "m.js",
                "import './gone.js';");
        page.waitFor("all", () -> page.preview.console().size() >= 4);

        assertThat(page.console())
                .filteredOn(e -> e.level() == Level.ERROR)
                .extracting(ConsoleEntry::text)
                .contains(
                        "Could not load font Nope, nope.woff2: the project has no such file",
                        "Could not load img a.png: the project has no such file",
                        "Could not load script https://example.org/lib.js: denied, the preview has"
                                + " no network",
                        "Could not load script m.js: it was answered, but it, or something that it"
                                + " asks for, cannot be used");
    }

    @Test
    void causesAreTold() {
        page.show(
                "index.html",
                "<!doctype html><script>setTimeout(() => { throw new Error('a', { cause:"
                        + " new TypeError('b', { cause: 'c' }) }); });"
                        + "Promise.reject(new AggregateError([new Error('x')], 'many'));</script>");
        page.waitFor("both", () -> page.preview.console().size() >= 2);

        assertThat(page.console())
                .extracting(ConsoleEntry::text)
                .containsExactlyInAnyOrder(
                        "Error: a\ncaused by TypeError: b\ncaused by \"c\"",
                        "Unhandled promise rejection: AggregateError: many\ncaused by Error: x");
    }
}
