package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.guard.GuardCache;
import dev.easel.preview.guard.GuardedFiles;
import dev.easel.preview.guard.MadeKind;
import dev.easel.preview.sandbox.ConsoleEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A guarded script does what the script did.
class GuardedBehaviourTest {
    @TempDir static Path storage;
    private static PageFixture page;

    @BeforeAll
    static void open() {
        page = new PageFixture(storage);
        page.show("index.html", "<!doctype html><body>");
    }

    @AfterAll
    static void close() {
        page.close();
    }

    /// Each is a script whose value is compared.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "let s = 0; for (let i = 0; i < 10; i++) { if (i === 3) continue; if (i > 6) break; s += i } s",
                "let s = ''; a: for (const x of 'abc') for (const y of 'xy') { if (y === 'y') continue a; s += x + y } s",
                "let n = 5, s = []; do s.push(n); while (--n) s",
                "let n = 5, s = []; do { if (n === 3) continue; s.push(n) } while (--n); s",
                "let n = 3, s = []; while (n --> 0) s.push(n); s",
                "const f = n => n < 2 ? n : f(n - 1) + f(n - 2); [...Array(10).keys()].map(f)",
                "const f = a => b => ({ a, b }); [f(1)(2), (x => [x])(3)]",
                "function* g() { let x = yield 1; yield x * 2; yield* [7, 8] } const i = g(); [i.next(), i.next(4), ...i]",
                "class A { #x = 1; static s = [...'ab'].map(c => c + c); static { this.t = 0; for (const c of 'xyz') this.t++ } get x() { return this.#x } set x(v) { this.#x = v } static is(o) { return #x in o } } class B extends A { constructor() { const early = 1; super(); this.y = early } } const b = new B(); b.x = 9; [b.x, b.y, A.s, A.t, A.is(b), A.is({})]",
                "function strict() { 'use strict'; return this === undefined } function sloppy() { return this === undefined } [strict(), sloppy()]",
                "var o = { f() { return 1 }, get g() { return 2 }, ['h' + 1]: () => 3, async a() {} }; [o.f(), o.g, o.h1(), o.f.name, o.h1.name, o.a.constructor.name]",
                "const anonymous = () => 1, named = function () {}; class C { m() {} } [anonymous.name, named.name, anonymous.length, ((a, b = 1, ...c) => 1).length, new C().m.name]",
                "(function () { var x = 1; eval('var y = x + 1'); return y })()",
                "let q = 0; { function h() { return q } for (var i = 0, fs = []; i < 3; i++) fs.push(() => i) } fs.map(f => f())",
                "let fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); fs.map(f => f())",
                "if (true) for (const x of [1]) ; else throw 1; try { for (;;) throw 2 } catch (e) { e } finally { for (const x of []) ; }",
                "`a${[1, 2].map(x => `<${x}>`).join('')}b`",
                "a = 1\nb = a\n++b\n[a, b]\n;[a, b].map(x => x\n* 2)",
                "let x = 6, g = 2; [x / 3 / g, /[/]g/.source, 1 /2/ 1]",
                "label: { for (;;) { break label } } var yield_ = 1; var async = 2, of = [3]; for (of of [[4]]) ; [async, of]",
                "switch (3) { case 1: while (0); default: for (var k of [5]) ; case 2: k += 1 } k",
                "(() => { try { return 1 } finally { for (const x of [1, 2]) { if (x) continue; } } })()",
                "new Function('a', 'b', 'while (a < b) a++; return a')(1, 5)",
                "(function f(n) { return n ? f(n - 1) : arguments.length })(50)",
                "Object.getOwnPropertyNames(function () {}).sort().join() + typeof (async () => {})()",
                "var i = 0; while (i < 3) if (i++ === 1) ; else continue; i",
                "var {a = () => 1, ...r} = { z: 2 }, [p = (() => 3)()] = []; [a(), r, p]",
            })
    void aGuardedScriptHasTheSameValue(String script) {
        String guarded = made(script);

        assertThat(page.eval(guarded)).isEqualTo(page.eval(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-98", "console-home", "physics-playground", "balloons"})
    void theSamplesRunWithoutErrors(String sample) throws Exception {
        String reply = Files.readString(Path.of("assets/samples", sample, "reply.md"));
        Matcher html = Pattern.compile("(?s)```html[^\\n]*\\n(.*?)\\n```").matcher(reply);
        assertThat(html.find()).isTrue();
        try (PageFixture own = new PageFixture(storage)) {
            own.show("index.html", html.group(1));

            assertThat(own.eval("document.querySelectorAll('script').length")).isNotEqualTo("0");
            assertThat(own.console())
                    .filteredOn(e -> e.level() == ConsoleEntry.Level.ERROR)
                    .extracting(ConsoleEntry::text)
                    .noneMatch(t -> t.contains("SyntaxError") || t.contains("Stopped"));
        }
    }

    @Test
    void errorsSayTheColumnsOfTheOriginal() {
        try (PageFixture own = new PageFixture(storage)) {
            own.show(
                    "index.html",
                    "<!doctype html><script>const f = () => { for (const a of [1]) nothing(a) }; f()</script>",
                    "a.js",
                    "");

            ConsoleEntry error = own.console().getFirst();
            assertThat(error.line()).isEqualTo(1);
            assertThat(error.stack().lines())
                    .containsExactly("f@index.html:1:70", "global code@index.html:1:78");
        }
    }

    @Test
    void aPageReadsItsOwnScriptsAsItWroteThem() {
        page.eval("window.s = document.createElement('script'); s.text = 'while (0) ;'");

        assertThat(page.eval("[s.text, s.textContent, s.innerHTML]"))
                .isEqualTo("[\"while (0) ;\",\"while (0) ;\",\"while (0) ;\"]");
    }

    @Test
    void functionsAreStillFunctions() {
        assertThat(
                        page.eval(
                                "[Function.name, (() => 1) instanceof Function,"
                                        + " (() => 1).constructor === Function, new Function('return 4')(),"
                                        + " Function.prototype === Object.getPrototypeOf(() => 1),"
                                        + " setTimeout.name, new Blob(['a']) instanceof Blob]"))
                .isEqualTo("[\"Function\",true,true,4,true,\"setTimeout\",true]");
    }

    private static String made(String script) {
        String guarded =
                new GuardedFiles("https://x/", new GuardCache()).made(MadeKind.SCRIPT, script);
        return guarded.isEmpty() ? script : guarded;
    }
}
