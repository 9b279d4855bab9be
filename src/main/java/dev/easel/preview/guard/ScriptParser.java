package dev.easel.preview.guard;

import dev.easel.preview.guard.TokenStream.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

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

    /// Reserved, not used: only what is touched takes memory.
    private static final long DEEP_STACK = 512L << 20;

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
        try {
            return new ScriptParser(text, goal).parse();
        } catch (StackOverflowError e) {
            return parseDeep(text, goal);
        }
    }

    /// For what is nested by the thousand, as compilers make it. An engine's own stack ends before
    /// this one does, so what is too deep here is refused there too.
    private static Structure parseDeep(String text, Goal goal) {
        CompletableFuture<Structure> result = new CompletableFuture<>();
        Runnable task =
                () -> {
                    try {
                        result.complete(new ScriptParser(text, goal).parse());
                    } catch (SyntaxProblem e) {
                        result.completeExceptionally(e);
                    } catch (StackOverflowError e) {
                        result.completeExceptionally(new SyntaxProblem("nested too deeply", 0));
                    }
                };
        new Thread(null, task, "guard-deep", DEEP_STACK).start();
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SyntaxProblem problem ? problem : e;
        }
    }

    private Structure parse() {
        tokens.next();
        found.afterDirectives(tokens.before());
        while (tokens.kind() == Kind.STRING) {
            statements.statement();
            found.afterDirectives(tokens.before());
        }
        while (tokens.kind() != Kind.END) {
            statements.statement();
        }
        return found;
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

    /// Whether something holds for the token after this one.
    boolean nextIs(Predicate<TokenStream> condition) {
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
