package dev.easel.preview.guard;

import dev.easel.preview.guard.TokenStream.Kind;

/// Finds the loops and functions of a script.
///
/// It knows the whole grammar of ECMAScript 2025 but not its early errors, and takes more than the
/// grammar allows: precedence, assignment targets and declarations do not matter here. What it
/// refuses, an engine refuses too.
final class ScriptParser {
    /// What a script may contain.
    enum Goal {
        SCRIPT,
        MODULE,
        /// The inside of a function, such as an event handler.
        BODY,
        ASYNC_BODY
    }

    /// What `await` and `yield` mean in the function at hand, and whether it is a function at all.
    record Scope(boolean isAsync, boolean isGenerator) {}

    private final TokenStream tokens;
    private final Structure found = new Structure();
    private final Expressions expressions;
    private final Statements statements;
    private final Functions functions;
    private Scope scope;

    private ScriptParser(String text, Goal goal) {
        tokens = new TokenStream(text, 0, goal == Goal.MODULE);
        scope = new Scope(goal == Goal.MODULE || goal == Goal.ASYNC_BODY, false);
        expressions = new Expressions(this);
        statements = new Statements(this);
        functions = new Functions(this);
    }

    /// @throws SyntaxProblem when the text is not a script of this kind
    static Structure parse(String text, Goal goal) {
        ScriptParser parser = new ScriptParser(text, goal);
        try {
            parser.tokens.next();
            parser.found.afterDirectives(parser.tokens.before());
            while (parser.tokens.kind() == Kind.STRING) {
                parser.statements.statement();
                parser.found.afterDirectives(parser.tokens.before());
            }
            while (parser.tokens.kind() != Kind.END) {
                parser.statements.statement();
            }
        } catch (StackOverflowError e) {
            throw new SyntaxProblem("nested too deeply", parser.tokens.start());
        }
        return parser.found;
    }

    TokenStream tokens() {
        return tokens;
    }

    Structure found() {
        return found;
    }

    Expressions expressions() {
        return expressions;
    }

    Statements statements() {
        return statements;
    }

    Functions functions() {
        return functions;
    }

    Scope scope() {
        return scope;
    }

    /// Runs a step in the scope of another function.
    void in(Scope inner, Runnable step) {
        Scope outer = scope;
        scope = inner;
        step.run();
        scope = outer;
    }

    /// The kind of the token after this one.
    boolean nextIs(java.util.function.Predicate<TokenStream> condition) {
        TokenStream.Mark mark = tokens.mark();
        try {
            tokens.next();
            return condition.test(tokens);
        } catch (SyntaxProblem e) {
            // Only a regular expression can look so odd when it is read as tokens.
            return false;
        } finally {
            tokens.reset(mark);
        }
    }
}
