package dev.easel.preview.guard;

import dev.easel.preview.guard.ScriptParser.Scope;
import dev.easel.preview.guard.Structure.Eval;
import dev.easel.preview.guard.TokenStream.Kind;
import java.util.Set;
import java.util.regex.Pattern;

/// The part of the grammar that is expressions.
final class Expressions {
    private static final Set<String> PREFIXES = Set.of("+", "-", "!", "~", "++", "--");
    private static final Set<String> PREFIX_NAMES = Set.of("typeof", "void", "delete", "new");
    private static final Set<String> INFIXES =
            Set.of(
                    ("??= = == === != !== + += - -= * ** *= **= / /= % %= & && &= &&= | || |= ||= ^ ^= <"
                                    + " << <<= <= > >> >>> >= >>= >>>= ??")
                            .split(" "));

    /// What no expression begins with.
    private static final Set<String> STATEMENT_NAMES =
            Set.of(
                    ("break case catch const continue debugger default do else enum export extends"
                                    + " finally for if in instanceof return switch throw try var while with")
                            .split(" "));

    private static final Set<String> ENDS = Set.of(")", "]", "}", ",", ";", ":");
    private static final Pattern INDIRECT_EVAL = Pattern.compile("\\(\\s*\\w+\\s*,\\s*eval\\s*\\)");
    private static final Set<String> GLOBALS = Set.of("window", "globalThis", "self", "top");

    private final ScriptParser parser;
    private final TokenStream tokens;

    Expressions(ScriptParser parser) {
        this.parser = parser;
        tokens = parser.tokens();
    }

    /// One or more, with commas between.
    void expression(boolean mayHaveIn) {
        assignment(mayHaveIn);
        while (tokens.is(",")) {
            tokens.next();
            assignment(mayHaveIn);
        }
    }

    /// One without a comma: operands with operators between, whose order of evaluation does not
    /// matter here.
    void assignment(boolean mayHaveIn) {
        while (true) {
            if (parser.scope().isGenerator() && tokens.isName("yield")) {
                yieldExpression(mayHaveIn);
                return;
            }
            if (operand(mayHaveIn)) {
                return;
            }
            if (tokens.is("?")) {
                tokens.next();
                assignment(true);
                tokens.expect(":");
            } else if (isInfix(mayHaveIn)) {
                tokens.next();
            } else {
                return;
            }
        }
    }

    private boolean isInfix(boolean mayHaveIn) {
        return tokens.kind() == Kind.PUNCTUATOR
                ? INFIXES.contains(tokens.value())
                : tokens.isName("instanceof") || (mayHaveIn && tokens.isName("in"));
    }

    private void yieldExpression(boolean mayHaveIn) {
        tokens.next();
        if (tokens.is("*") && !tokens.afterNewline()) {
            tokens.next();
            assignment(mayHaveIn);
            return;
        }
        boolean isAlone =
                tokens.afterNewline()
                        || tokens.kind() == Kind.END
                        || (tokens.kind() == Kind.PUNCTUATOR && ENDS.contains(tokens.value()))
                        || tokens.isName("in")
                        || tokens.isName("of");
        if (!isAlone) {
            assignment(mayHaveIn);
        }
    }

    /// @return whether it was an arrow function, which nothing can follow
    private boolean operand(boolean mayHaveIn) {
        while (isPrefix()) {
            tokens.next();
        }
        if (tokens.is("/") || tokens.is("/=")) {
            tokens.asRegex();
        }
        int start = tokens.start();
        switch (tokens.kind()) {
            case NAME -> {
                return name(mayHaveIn);
            }
            case TEMPLATE -> template();
            case PUNCTUATOR -> {
                return bracketed(start, mayHaveIn);
            }
            case PRIVATE_NAME, NUMBER, STRING, REGEX -> tokens.next();
            case END -> throw tokens.unexpected("expected an expression");
        }
        members("");
        return false;
    }

    private boolean isPrefix() {
        return switch (tokens.kind()) {
            case PUNCTUATOR -> PREFIXES.contains(tokens.value());
            case NAME ->
                    PREFIX_NAMES.contains(tokens.value())
                            ? !isNewTarget()
                            : parser.scope().isAsync() && tokens.isName("await");
            case PRIVATE_NAME, NUMBER, STRING, REGEX, TEMPLATE, END -> false;
        };
    }

    private boolean isNewTarget() {
        return tokens.isName("new") && parser.nextIs(t -> t.is("."));
    }

    private boolean name(boolean mayHaveIn) {
        String name = tokens.value();
        int start = tokens.start();
        switch (name) {
            case "function" -> parser.functions().function(false);
            case "class" -> parser.functions().classBody();
            case "async" -> {
                if (parser.nextIs(t -> t.isName("function") && !t.afterNewline())) {
                    tokens.next();
                    parser.functions().function(true);
                } else {
                    return async(start, mayHaveIn);
                }
            }
            default -> {
                if (STATEMENT_NAMES.contains(name)) {
                    throw tokens.unexpected("expected an expression");
                }
                tokens.next();
                if (isArrow()) {
                    parser.functions().arrow(start, false, mayHaveIn);
                    return true;
                }
            }
        }
        members(name);
        return false;
    }

    private boolean isArrow() {
        return tokens.is("=>") && !tokens.afterNewline();
    }

    /// A name, the head of a call, or of an arrow function.
    private boolean async(int start, boolean mayHaveIn) {
        tokens.next();
        if (tokens.kind() == Kind.NAME
                && !tokens.afterNewline()
                && !tokens.isName("in")
                && !tokens.isName("instanceof")
                && parser.nextIs(t -> t.is("=>"))) {
            tokens.next();
            parser.functions().arrow(start, true, mayHaveIn);
            return true;
        }
        if (isArrow()) {
            parser.functions().arrow(start, false, mayHaveIn);
            return true;
        }
        if (tokens.is("(") && !tokens.afterNewline()) {
            list(")");
            if (isArrow()) {
                parser.functions().arrow(start, true, mayHaveIn);
                return true;
            }
        }
        members("");
        return false;
    }

    private boolean bracketed(int start, boolean mayHaveIn) {
        switch (tokens.value()) {
            case "(" -> {
                list(")");
                if (isArrow()) {
                    parser.functions().arrow(start, false, mayHaveIn);
                    return true;
                }
                boolean isEval =
                        INDIRECT_EVAL
                                .matcher(tokens.text())
                                .region(start, tokens.before())
                                .matches();
                members(isEval ? "eval" : "");
            }
            case "[" -> {
                list("]");
                members("");
            }
            case "{" -> {
                parser.functions().objectLiteral();
                members("");
            }
            default -> throw tokens.unexpected("expected an expression");
        }
        return false;
    }

    /// Items up to a closing bracket; holes and a last comma are fine.
    ///
    /// @return how many there are; 0 also when one is spread
    int list(String close) {
        tokens.next();
        int count = 0;
        boolean isSpread = false;
        while (!tokens.is(close)) {
            if (!tokens.is(",")) {
                if (tokens.is("...")) {
                    tokens.next();
                    isSpread = true;
                }
                assignment(true);
                count++;
            }
            if (!tokens.is(close)) {
                tokens.expect(",");
            }
        }
        tokens.next();
        return isSpread ? 0 : count;
    }

    private void template() {
        while (tokens.template()) {
            expression(true);
            if (!tokens.is("}")) {
                throw tokens.unexpected("expected }");
            }
        }
        tokens.next();
    }

    /// What may follow an operand: members, calls, templates, `++`.
    ///
    /// @param name the operand when it is a name, or `eval` when it stands for that
    private void members(String name) {
        String callee = name;
        while (true) {
            if (tokens.kind() == Kind.TEMPLATE) {
                template();
                callee = "";
                continue;
            }
            if (tokens.kind() != Kind.PUNCTUATOR) {
                return;
            }
            switch (tokens.value()) {
                case "." -> {
                    tokens.next();
                    callee = GLOBALS.contains(callee) ? tokens.value() : "";
                    memberName();
                }
                case "?." -> {
                    tokens.next();
                    if (!tokens.is("(") && !tokens.is("[") && tokens.kind() != Kind.TEMPLATE) {
                        memberName();
                    }
                    callee = "";
                }
                case "[" -> {
                    tokens.next();
                    expression(true);
                    tokens.expect("]");
                    callee = "";
                }
                case "(" -> {
                    call(callee.equals("eval"));
                    callee = "";
                }
                case "++", "--" -> {
                    if (!tokens.afterNewline()) {
                        tokens.next();
                    }
                    return;
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void memberName() {
        if (tokens.kind() != Kind.NAME && tokens.kind() != Kind.PRIVATE_NAME) {
            throw tokens.unexpected("expected a name");
        }
        tokens.next();
    }

    private void call(boolean isEval) {
        int from = tokens.end();
        int count = list(")");
        // Behind the argument or behind its last comma, in front of the parenthesis.
        int to = tokens.text().lastIndexOf(')', tokens.before() - 1);
        if (isEval && count == 1 && tokens.text().charAt(lastBefore(to)) != ',') {
            parser.found().add(new Eval(from, to));
        }
    }

    private int lastBefore(int offset) {
        int at = offset - 1;
        while (at > 0 && Characters.isBlank(tokens.text().charAt(at))) {
            at--;
        }
        return at;
    }

    /// Runs a step as the inside of another function.
    void inside(boolean isAsync, boolean isGenerator, Runnable step) {
        parser.in(new Scope(isAsync, isGenerator), step);
    }
}
