package dev.easel.preview.guard;

import dev.easel.preview.guard.TokenStream.Kind;

/// The part of the grammar that is statements and declarations.
final class Statements {
    private final ScriptParser parser;
    private final TokenStream tokens;
    private final Loops loops;

    Statements(ScriptParser parser) {
        this.parser = parser;
        tokens = parser.tokens();
        loops = new Loops(parser);
    }

    /// One statement or declaration, with its semicolon.
    void statement() {
        if (tokens.is("{")) {
            block();
        } else if (tokens.is(";")) {
            tokens.next();
        } else if (tokens.kind() == Kind.NAME) {
            named();
        } else {
            expressionStatement();
        }
    }

    void block() {
        tokens.expect("{");
        while (!tokens.is("}")) {
            statement();
        }
        tokens.next();
    }

    /// A semicolon, or what stands for one.
    void semicolon() {
        if (tokens.is(";")) {
            tokens.next();
        } else if (!tokens.is("}") && tokens.kind() != Kind.END && !tokens.afterNewline()) {
            throw tokens.unexpected("expected ;");
        }
    }

    private void named() {
        switch (tokens.value()) {
            case "var", "const" -> variables();
            case "let", "using" -> {
                if (isDeclaration()) {
                    variables();
                } else {
                    labelOrExpression();
                }
            }
            case "function" -> parser.functions().function(false);
            case "async" -> {
                if (parser.nextIs(t -> t.isName("function") && !t.afterNewline())) {
                    tokens.next();
                    parser.functions().function(true);
                } else {
                    labelOrExpression();
                }
            }
            case "class" -> parser.functions().classBody();
            case "if" -> ifStatement();
            case "for" -> loops.forLoop();
            case "while" -> loops.whileLoop();
            case "do" -> loops.doLoop();
            case "with" -> {
                tokens.next();
                parenthesised();
                statement();
            }
            case "switch" -> switchStatement();
            case "try" -> tryStatement();
            case "return", "break", "continue", "throw", "debugger" -> jump();
            case "import" -> importStatement();
            case "export" -> export();
            default -> labelOrExpression();
        }
    }

    /// Whether `let` or `using` begins a declaration here, not an expression.
    boolean isDeclaration() {
        boolean isLet = tokens.isName("let");
        return parser.nextIs(t ->
                switch (t.kind()) {
                    case NAME ->
                            !t.isName("in")
                                    && !t.isName("instanceof")
                                    && (isLet || (!t.afterNewline() && !t.isName("of")));
                    case PUNCTUATOR -> isLet && (t.is("[") || t.is("{"));
                    case PRIVATE_NAME, NUMBER, STRING, REGEX, TEMPLATE, END -> false;
                });
    }

    private void variables() {
        declarations(true);
        semicolon();
    }

    /// From `var` and the like on, without the semicolon.
    void declarations(boolean mayHaveIn) {
        do {
            tokens.next();
            target();
            if (tokens.is("=")) {
                tokens.next();
                parser.expressions().assignment(mayHaveIn);
            }
        } while (tokens.is(","));
    }

    private void target() {
        if (tokens.kind() == Kind.NAME) {
            tokens.next();
        } else if (tokens.is("[")) {
            parser.expressions().list("]");
        } else if (tokens.is("{")) {
            parser.functions().objectLiteral();
        } else {
            throw tokens.unexpected("expected a name");
        }
    }

    private void labelOrExpression() {
        if (parser.nextIs(t -> t.is(":"))) {
            tokens.next();
            tokens.next();
            statement();
        } else {
            expressionStatement();
        }
    }

    private void expressionStatement() {
        parser.expressions().expression(true);
        semicolon();
    }

    /// An expression in parentheses, with them.
    void parenthesised() {
        tokens.expect("(");
        parser.expressions().expression(true);
        tokens.expect(")");
    }

    private void ifStatement() {
        do {
            tokens.next();
            parenthesised();
            statement();
            if (!tokens.isName("else")) {
                return;
            }
            tokens.next();
        } while (tokens.isName("if"));
        statement();
    }

    private void switchStatement() {
        tokens.next();
        parenthesised();
        tokens.expect("{");
        while (!tokens.is("}")) {
            if (tokens.isName("case")) {
                tokens.next();
                parser.expressions().expression(true);
                tokens.expect(":");
            } else if (tokens.isName("default") && parser.nextIs(t -> t.is(":"))) {
                tokens.next();
                tokens.next();
            } else {
                statement();
            }
        }
        tokens.next();
    }

    private void tryStatement() {
        tokens.next();
        block();
        if (tokens.isName("catch")) {
            tokens.next();
            if (tokens.is("(")) {
                tokens.next();
                target();
                tokens.expect(")");
            }
            block();
        }
        if (tokens.isName("finally")) {
            tokens.next();
            block();
        }
    }

    private void jump() {
        tokens.next();
        boolean isAlone = tokens.afterNewline() || tokens.is(";") || tokens.is("}");
        if (!isAlone && tokens.kind() != Kind.END) {
            parser.expressions().expression(true);
        }
        semicolon();
    }

    private void importStatement() {
        if (parser.nextIs(t -> t.is("(") || t.is("."))) {
            expressionStatement();
        } else {
            tokens.next();
            words();
        }
    }

    private void export() {
        tokens.next();
        if (tokens.isName("default")) {
            tokens.next();
            if (tokens.isName("function") || tokens.isName("class") || isAsyncFunction()) {
                named();
            } else {
                parser.expressions().assignment(true);
                semicolon();
            }
        } else if (tokens.is("{") || tokens.is("*")) {
            words();
        } else {
            statement();
        }
    }

    private boolean isAsyncFunction() {
        return tokens.isName("async")
                && parser.nextIs(t -> t.isName("function") && !t.afterNewline());
    }

    /// What stands between `import` or `export` and the end of the statement: names, strings,
    /// braces, commas, stars, `with` attributes. Ends like any statement.
    private void words() {
        int depth = 0;
        boolean isFirst = true;
        while (isFirst || depth > 0 || !endsWords()) {
            isFirst = false;
            if (tokens.is("{")) {
                depth++;
            } else if (tokens.is("}")) {
                depth--;
            } else if (tokens.kind() != Kind.NAME
                    && tokens.kind() != Kind.STRING
                    && !tokens.is(",")
                    && !tokens.is("*")
                    && !tokens.is(":")) {
                throw tokens.unexpected("expected a name");
            }
            tokens.next();
        }
        semicolon();
    }

    private boolean endsWords() {
        if (tokens.kind() == Kind.END || tokens.is(";")) {
            return true;
        }
        // Only the string or the braces can be the last of it, and only `with` and `from` go on.
        return tokens.afterNewline()
                && !tokens.isName("from")
                && !tokens.isName("with")
                && !tokens.is("{")
                && !tokens.is(",")
                && !tokens.is("*")
                && endedWithStringOrBrace();
    }

    private boolean endedWithStringOrBrace() {
        char last = tokens.text().charAt(tokens.before() - 1);
        return last == '"' || last == '\'' || last == '}';
    }
}
