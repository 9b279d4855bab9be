package dev.easel.preview.guard;

import dev.easel.preview.guard.Structure.Loop;
import dev.easel.preview.guard.Structure.Style;

/// The part of the grammar that is loops.
final class Loops {
    private final ScriptParser parser;
    private final TokenStream tokens;

    Loops(ScriptParser parser) {
        this.parser = parser;
        tokens = parser.tokens();
    }

    void whileLoop() {
        int keyword = tokens.start();
        tokens.next();
        tokens.expect("(");
        int test = tokens.start();
        parser.expressions().expression(true);
        String head = text(test, tokens.before());
        tokens.expect(")");
        body(keyword, test, LoopHead.isCounted("", head, ""));
    }

    void doLoop() {
        int keyword = tokens.start();
        tokens.next();
        int block = tokens.is("{") ? tokens.end() : -1;
        parser.statements().statement();
        if (!tokens.isName("while")) {
            throw tokens.unexpected("expected while");
        }
        tokens.next();
        tokens.expect("(");
        int test = tokens.start();
        parser.expressions().expression(true);
        String head = text(test, tokens.before());
        tokens.expect(")");
        if (tokens.is(";")) {
            tokens.next();
        }
        add(
                keyword,
                block >= 0 ? block : test,
                -1,
                block >= 0 ? Style.STATEMENT : Style.EXPRESSION,
                LoopHead.isCounted("", head, ""));
    }

    void forLoop() {
        int keyword = tokens.start();
        tokens.next();
        if (tokens.isName("await")) {
            tokens.next();
        }
        tokens.expect("(");
        int first = tokens.start();
        initializer();
        if (tokens.isName("of") || tokens.isName("in")) {
            boolean isOf = tokens.isName("of");
            tokens.next();
            if (isOf) {
                parser.expressions().assignment(true);
            } else {
                parser.expressions().expression(true);
            }
            tokens.expect(")");
            body(keyword, -1, true);
            return;
        }
        String init = text(first, tokens.before());
        tokens.expect(";");
        int test = tokens.start();
        boolean hasTest = !tokens.is(";");
        if (hasTest) {
            parser.expressions().expression(true);
        }
        String condition = hasTest ? text(test, tokens.before()) : "";
        tokens.expect(";");
        int update = tokens.start();
        if (!tokens.is(")")) {
            parser.expressions().expression(true);
        }
        String step = tokens.before() > update ? text(update, tokens.before()) : "";
        tokens.expect(")");
        body(keyword, hasTest ? test : -1, LoopHead.isCounted(init, condition, step));
    }

    private void initializer() {
        if (tokens.is(";")) {
            return;
        }
        boolean isDeclaration =
                tokens.isName("var")
                        || tokens.isName("const")
                        || ((tokens.isName("let") || tokens.isName("using"))
                                && parser.statements().isDeclaration());
        if (isDeclaration) {
            parser.statements().declarations(false);
        } else {
            parser.expressions().expression(false);
        }
    }

    /// @param test where the condition begins; -1 when there is none
    private void body(int keyword, int test, boolean counted) {
        if (tokens.is("{")) {
            int check = tokens.end();
            parser.statements().statement();
            add(keyword, check, -1, Style.STATEMENT, counted);
            return;
        }
        int start = tokens.start();
        parser.statements().statement();
        if (test >= 0) {
            add(keyword, test, -1, Style.EXPRESSION, counted);
        } else {
            add(keyword, start, tokens.before(), Style.BLOCK, counted);
        }
    }

    private void add(int keyword, int check, int close, Style style, boolean counted) {
        parser.found().add(new Loop(keyword, tokens.before(), check, close, style, counted));
    }

    private String text(int from, int to) {
        return tokens.text().substring(from, Math.max(from, to));
    }
}
