package dev.easel.preview.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.preview.guard.ScriptParser.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where checks go. In the tables `§` stands for a check.
class ScriptGuardTest {
    private static final String CHECK = "--$$ez.n>0||$$ez.t()";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "while (a) b() | while (§,a) b()",
                "while (a) { b() } | while (a) {§; b() }",
                "while (a, b); | while (§,a, b);",
                "while ((a)) b | while (§,(a)) b",
                "do { a } while (b) | do {§; a } while (b)",
                "do a; while (b) | do a; while (§,b)",
                "if (a) do b(); while (c); else d() | if (a) do b(); while (§,c); else d()",
                "for (;;); | for (;;){§;;}",
                "for (;;) a() | for (;;) {§;a()}",
                "for (let i = 0; i < 5; i++) a() | for (let i = 0; §,i < 5; i++) a()",
                "for (x of y) z | for (x of y) {§;z}",
                "for (x in y) { z } | for (x in y) {§; z }",
                "for (a in b) for (c of d) e() | for (a in b) {§;for (c of d) {§;e()}}",
                "if (a) for (x of y) z(); else w() | if (a) for (x of y) {§;z();} else w()",
                "if (a) while (b) c; else d | if (a) while (§,b) c; else d",
                "a: b: for (;;) continue a | a: b: for (;;) {§;continue a}",
                "for (;;) if (a) b; else c | for (;;) {§;if (a) b; else c}",
                "for (;;) try { a } finally { b } | for (;;) {§;try { a } finally { b }}",
                "for (var of of of) of | for (var of of of) {§;of}",
                "for (let in o) ; | for (let in o) {§;;}",
                "for (let = 1; let; ) ; | for (let = 1; §,let; ) ;",
                "for (async of => 1; a; ) b | for (async of => (§,1); §,a; ) b",
                "for (var i = 0 in {}) a | for (var i = 0 in {}) {§;a}",
                "while (a --> 0) b | while (§,a --> 0) b",
                "function f() {} | function f() {§;}",
                "function f(a = b => c) { d } | function f(a = b => (§,c)) {§; d }",
                "function f() { 'use strict'; a } | function f() { 'use strict';;§; a }",
                "function f() { 'use strict' } | function f() { 'use strict';§; }",
                "a => b | a => (§,b)",
                "a => ({}) | a => (§,({}))",
                "(a, {b}, ...c) => d, e | (a, {b}, ...c) => (§,d), e",
                "a => b => c | a => (§,b => (§,c))",
                "a = b ? c => d : e => f | a = b ? c => (§,d) : e => (§,f)",
                "async a => await b | async a => (§,await b)",
                "async (a, b) => { c } | async (a, b) => {§; c }",
                "x = async (a) | x = async (a)",
                "f(a => b, c) | f(a => (§,b), c)",
                "for (const f = a => b in c; d; ) ; | !",
                "class A { constructor() { super() } } | class A { constructor() {§; super() } }",
                "class A { get a() { b } static async *c() { } } | class A { get a() {§; b } static async *c() {§; } }",
                "class A { a = () => b; #c = 1; static { while (d); } } | class A { a = () => (§,b); #c = 1; static { while (§,d); } }",
                "class A { static static = 1; get; set; async() {} } | class A { static static = 1; get; set; async() {§;} }",
                "({ get a() {}, async: 1, get: b => c, *d() {}, [e]() {} }) | ({ get a() {§;}, async: 1, get: b => (§,c), *d() {§;}, [e]() {§;} })",
                "function* g() { yield /while(a)b/; yield } | function* g() {§; yield /while(a)b/; yield }",
                "yield / 2; while (a) b / c | yield / 2; while (§,a) b / c",
                "eval(a) | eval($$ez.e(a))",
                "eval(a, b); eval(...c); x.eval(d) | eval(a, b); eval(...c); x.eval(d)",
                "(0, eval)(a); window.eval(b) | (0, eval)($$ez.e(a)); window.eval($$ez.e(b))",
                "a = /}/.test(b) ? 1 / c / 2 : {} / 1 | a = /}/.test(b) ? 1 / c / 2 : {} / 1",
                "if (a) /b/.c(); {} /d/.e() | if (a) /b/.c(); {} /d/.e()",
                "`a ${ b => `c ${ d } </script>` } e` | `a ${ b => (§,`c ${ d } </script>`) } e`",
                "/[/\\]]/v; while (a) ; | /[/\\]]/v; while (§,a) ;",
                "a?.5:b; a?.b?.[c]?.(d) | a?.5:b; a?.b?.[c]?.(d)",
                "await: while (a) break await | await: while (§,a) break await",
            })
    void checksGoIntoEveryLoopAndFunction(String script, String guarded) {
        if (guarded.equals("!")) {
            assertThatThrownBy(() -> guard(script, Goal.SCRIPT)).isInstanceOf(SyntaxProblem.class);
        } else {
            assertThat(guard(script, Goal.SCRIPT)).isEqualTo(guarded.replace("§", CHECK));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- while (a)\nb\n--> while (c)",
                "#!/usr/bin/env while (a)\nb",
                "// while (a) b\n/* for (;;); */ 'do {} while (0)'",
                "a = b\n++c",
                "x = { while: 1, for: 2 }; x.while; x?.do",
            })
    void whatOnlyLooksLikeALoopStays(String script) {
        assertThat(guard(script, Goal.SCRIPT)).isEqualTo(script);
    }

    @Test
    void modulesMayAwaitAtTheTopAndHaveNoHtmlComments() {
        assertThat(guard("for await (const a of b) c; await /d/.e", Goal.MODULE))
                .isEqualTo("for await (const a of b) {" + CHECK + ";c;} await /d/.e");
        assertThat(
                        guard(
                                "import a from 'b' with { type: 'json' }\nexport { a as 'c' }",
                                Goal.MODULE))
                .doesNotContain("$$ez");
        assertThat(guard("while (a<!--b);", Goal.MODULE)).contains(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (",
                "for (;;",
                "function f( {",
                "`${",
                "'a\nb'",
                "/a\n/",
                "a b",
                "class {",
                "({ a: }",
                "if (a) else",
                "do a() while b",
                "}",
                "let [a",
                "/* a",
                "\"a",
            })
    void brokenCodeIsRefusedAsAnEngineRefusesIt(String script) {
        assertThatThrownBy(() -> guard(script, Goal.SCRIPT)).isInstanceOf(SyntaxProblem.class);
        assertThat(Guarding.script(script).text()).isEqualTo(script);
    }

    @Test
    void everyBeginningOfAScriptIsEitherGuardedOrRefused() {
        String script =
                "async function* f(a = `x${b}`) { for await (const {c, ...d} of /e/g) { yield* d } }"
                        + " class A extends B { static #x = () => ({}); static { do { } while (0) } }";
        for (int end = 0; end <= script.length(); end++) {
            assertThat(Guarding.script(script.substring(0, end)).text()).isNotNull();
        }
    }

    @Test
    void whatIsNestedByTheThousandIsGuardedToo() {
        String deep = "(".repeat(20_000) + "a => b" + ")".repeat(20_000);

        assertThat(guard(deep, Goal.SCRIPT)).contains("a => (" + CHECK + ",b)");
    }

    @Test
    void aFileWorksWhereNoGuardIs() {
        assertThat(Guarding.script("'use strict'\nwhile (a);").text())
                .isEqualTo(
                        "'use strict';globalThis.$$ez||(globalThis.$$ez={n:1/0,t(){},e:x=>x});\n"
                                + "while ("
                                + CHECK
                                + ",a);");
        assertThat(Guarding.script("a = 1").text()).isEqualTo("a = 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for (let i = 0; i < n; i++) ; | true",
                "for (let i = 0; i <= n; i += 2) ; | true",
                "for (let i = n; i > 0; i--) ; | true",
                "for (i = 0, j = 9; i !== j; ++i) ; | true",
                "for (const a of b) ; | true",
                "for (const a in b) ; | true",
                "while (n--) ; | true",
                "for (let i = 0; i < n; i--) ; | false",
                "for (let i = 0; i >= 0; i++) ; | false",
                "for (let i = 0; i < n; j++) ; | false",
                "for (let i = 0; i < n; ) ; | false",
                "for (;;) ; | false",
                "while (true) ; | false",
                "while (i < n) ; | false",
                "do ; while (i < n) | false",
            })
    void loopsThatCountAreToldFromThoseThatMayGoOn(String script, boolean counted) {
        List<Structure.Loop> loops = ScriptParser.parse(script, Goal.SCRIPT).loops();

        assertThat(loops).singleElement().extracting(Structure.Loop::counted).isEqualTo(counted);
    }

    private static String guard(String script, Goal goal) {
        ScriptGuard guard = ScriptGuard.of(script, goal, 0);
        return GuardedText.of(script, guard.insertions(), guard.ranges()).text();
    }
}
