package dev.easel.preview.guard;

import dev.easel.preview.guard.Structure.Function;
import dev.easel.preview.guard.Structure.Style;
import dev.easel.preview.guard.TokenStream.Kind;
import java.util.Set;

/// The part of the grammar that is functions, and what holds them: classes and object literals.
final class Functions {
    /// What shows that `get`, `static` and the like are names themselves.
    private static final Set<String> AFTER_NAME = Set.of(",", ":", "(", ")", "}", "=", ";");

    private final ScriptParser parser;
    private final TokenStream tokens;

    Functions(ScriptParser parser) {
        this.parser = parser;
        tokens = parser.tokens();
    }

    /// From `function` on; the name is optional.
    void function(boolean isAsync) {
        int start = tokens.start();
        tokens.next();
        boolean isGenerator = tokens.is("*");
        if (isGenerator) {
            tokens.next();
        }
        if (tokens.kind() == Kind.NAME) {
            tokens.next();
        }
        parametersAndBody(start, isAsync, isGenerator);
    }

    private void parametersAndBody(int start, boolean isAsync, boolean isGenerator) {
        if (!tokens.is("(")) {
            throw tokens.unexpected("expected (");
        }
        parser.expressions()
                .inside(
                        isAsync,
                        isGenerator,
                        () -> {
                            parser.expressions().list(")");
                            body(start);
                        });
    }

    /// From `=>` on.
    ///
    /// @param start where its parameters begin
    void arrow(int start, boolean isAsync, boolean mayHaveIn) {
        tokens.next();
        parser.expressions()
                .inside(
                        isAsync,
                        false,
                        () -> {
                            if (tokens.is("{")) {
                                body(start);
                            } else {
                                expressionBody(start, mayHaveIn);
                            }
                        });
    }

    private void expressionBody(int start, boolean mayHaveIn) {
        int check = tokens.start();
        parser.expressions().assignment(mayHaveIn);
        int end = tokens.before();
        parser.found().add(new Function(start, end, check, end, Style.PARENTHESES));
    }

    private void body(int start) {
        tokens.expect("{");
        int check = tokens.before();
        boolean hasDirectives = tokens.kind() == Kind.STRING;
        while (tokens.kind() == Kind.STRING) {
            // Also an expression that begins with a string; the check just comes after it.
            parser.statements().statement();
            check = tokens.before();
        }
        while (!tokens.is("}")) {
            parser.statements().statement();
        }
        Style style = hasDirectives ? Style.AFTER_DIRECTIVES : Style.STATEMENT;
        parser.found().add(new Function(start, tokens.end(), check, -1, style));
        tokens.next();
    }

    /// From `{` on.
    void objectLiteral() {
        tokens.next();
        while (!tokens.is("}")) {
            if (tokens.is("...")) {
                tokens.next();
                parser.expressions().assignment(true);
            } else {
                member(false);
            }
            if (!tokens.is("}")) {
                tokens.expect(",");
            }
        }
        tokens.next();
    }

    /// From `class` on; the name is optional.
    void classBody() {
        tokens.next();
        if (tokens.kind() == Kind.NAME && !tokens.isName("extends")) {
            tokens.next();
        }
        if (tokens.isName("extends")) {
            tokens.next();
            heritage();
        }
        tokens.expect("{");
        while (!tokens.is("}")) {
            if (tokens.is(";")) {
                tokens.next();
            } else if (tokens.isName("static") && parser.nextIs(t -> t.is("{"))) {
                staticBlock();
            } else {
                member(true);
            }
        }
        tokens.next();
    }

    /// Nothing but an operand can stand between `extends` and the body, so the body is not taken
    /// for an object.
    private void heritage() {
        parser.expressions().assignment(true);
    }

    private void staticBlock() {
        int start = tokens.start();
        tokens.next();
        parser.expressions().inside(false, false, () -> parser.statements().statement());
        parser.found().add(new Function(start, tokens.before(), start, -1, Style.NONE));
    }

    /// A method, accessor, property or field, with its modifiers.
    private void member(boolean inClass) {
        int start = tokens.start();
        boolean isAsync = false;
        boolean isGenerator = false;
        if (inClass && isModifier("static")) {
            tokens.next();
        }
        if (isModifier("async") && !parser.nextIs(TokenStream::afterNewline)) {
            isAsync = true;
            tokens.next();
        } else if ((isModifier("get") || isModifier("set")) && !parser.nextIs(t -> t.is("*"))) {
            tokens.next();
        } else if (inClass
                && isModifier("accessor")
                && !parser.nextIs(t -> t.afterNewline() || t.is("*"))) {
            tokens.next();
        }
        if (tokens.is("*")) {
            isGenerator = true;
            tokens.next();
        }
        key();
        if (tokens.is("(")) {
            parametersAndBody(start, isAsync, isGenerator);
        } else if (inClass) {
            field(start);
        } else {
            value();
        }
    }

    private boolean isModifier(String word) {
        return tokens.isName(word)
                && !parser.nextIs(t ->
                        t.kind() == Kind.END
                                || (t.kind() == Kind.PUNCTUATOR && AFTER_NAME.contains(t.value())));
    }

    private void key() {
        switch (tokens.kind()) {
            case NAME, STRING, NUMBER, PRIVATE_NAME -> tokens.next();
            case PUNCTUATOR -> {
                tokens.expect("[");
                parser.expressions().assignment(true);
                tokens.expect("]");
            }
            case REGEX, TEMPLATE, END -> throw tokens.unexpected("expected a property");
        }
    }

    private void value() {
        // With an equals sign it is a pattern.
        if (tokens.is(":") || tokens.is("=")) {
            tokens.next();
            parser.expressions().assignment(true);
        }
    }

    private void field(int start) {
        if (tokens.is("=")) {
            tokens.next();
            parser.expressions().inside(false, false, () -> parser.expressions().assignment(true));
            parser.found().add(new Function(start, tokens.before(), start, -1, Style.NONE));
        }
        parser.statements().semicolon();
    }
}
