package dev.easel.preview.guard;

import java.util.Set;

/// The tokens of a script, one at a time.
///
/// A slash is read as a division; whoever expects an operand calls [#asRegex()]. Likewise the parts
/// of a template are read by whoever meets its backtick. So the grammar decides, not a guess.
final class TokenStream {
    /// What a token is.
    enum Kind {
        NAME,
        PRIVATE_NAME,
        NUMBER,
        STRING,
        REGEX,
        TEMPLATE,
        PUNCTUATOR,
        END
    }

    /// A place to come back to.
    record Mark(Kind kind, String value, int start, int end, int before, boolean newline) {}

    private static final Set<String> PUNCTUATORS =
            Set.of(
                    ("{ } ( ) [ ] ; , : . ... ? ?. ?? ??= = == === => ! != !== + ++ += - -- -= * ** *="
                                    + " **= / /= % %= & && &= &&= | || |= ||= ^ ^= ~ < << <= <<= > >>"
                                    + " >>> >= >>= >>>= @")
                            .split(" "));
    private static final int LONGEST_PUNCTUATOR = 4;

    private final String text;
    private final Blanks blanks;
    private Kind kind = Kind.END;
    private String value = "";
    private int start;
    private int end;
    private int before;
    private boolean newline;

    /// @param isModule modules have no HTML comments
    TokenStream(String text, int from, boolean isModule) {
        this.text = text;
        this.blanks = new Blanks(text, isModule);
        end = text.startsWith("#!", from) ? blanks.lineEnd(from) : from;
        before = end;
    }

    String text() {
        return text;
    }

    Kind kind() {
        return kind;
    }

    /// Where the token begins.
    int start() {
        return start;
    }

    /// Behind the token.
    int end() {
        return end;
    }

    /// Where the token before this one ended.
    int before() {
        return before;
    }

    /// Whether a line ends before the token.
    boolean afterNewline() {
        return newline;
    }

    /// A name's or punctuator's text; empty for other kinds, and for names with escapes, which are
    /// never keywords.
    String value() {
        return value;
    }

    boolean is(String punctuator) {
        return kind == Kind.PUNCTUATOR && value.equals(punctuator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && value.equals(name);
    }

    Mark mark() {
        return new Mark(kind, value, start, end, before, newline);
    }

    void reset(Mark mark) {
        kind = mark.kind();
        value = mark.value();
        start = mark.start();
        end = mark.end();
        before = mark.before();
        newline = mark.newline();
    }

    SyntaxProblem unexpected(String expected) {
        return new SyntaxProblem(expected, start);
    }

    void expect(String punctuator) {
        if (!is(punctuator)) {
            throw unexpected("expected " + punctuator);
        }
        next();
    }

    /// Reads the next token.
    void next() {
        before = end;
        start = blanks.skip(end, kind == Kind.END);
        newline = blanks.crossedLine();
        value = "";
        if (start >= text.length()) {
            become(Kind.END, text.length());
            return;
        }
        char c = text.charAt(start);
        if (c == '"' || c == '\'') {
            become(Kind.STRING, stringEnd(c));
        } else if (c == '`') {
            become(Kind.TEMPLATE, start + 1);
        } else if (isDigit(c) || (c == '.' && isDigit(at(start + 1)))) {
            become(Kind.NUMBER, numberEnd());
        } else if (c == '#') {
            become(Kind.PRIVATE_NAME, nameEnd(start + 1));
        } else if (Characters.isNamePart(c)) {
            become(Kind.NAME, nameEnd(start));
            value = text.substring(start, end);
            value = value.indexOf('\\') < 0 ? value : "";
        } else {
            punctuator();
        }
    }

    private void become(Kind newKind, int newEnd) {
        kind = newKind;
        end = newEnd;
    }

    private void punctuator() {
        for (int length = LONGEST_PUNCTUATOR; length > 0; length--) {
            int to = start + length;
            if (to <= text.length() && PUNCTUATORS.contains(text.substring(start, to))) {
                // a?.5:b is a conditional.
                boolean isConditional = length == 2 && text.startsWith("?.", start);
                if (isConditional && isDigit(at(to))) {
                    continue;
                }
                become(Kind.PUNCTUATOR, to);
                value = text.substring(start, to);
                return;
            }
        }
        throw unexpected("unknown character");
    }

    /// Reads the slash that this token begins with as a regular expression.
    void asRegex() {
        boolean inClass = false;
        int at = start + 1;
        for (; ; at++) {
            char c = at(at);
            if (at >= text.length() || Characters.isLineEnd(c)) {
                throw unexpected("endless regular expression");
            }
            if (c == '\\') {
                at++;
                if (at >= text.length() || Characters.isLineEnd(at(at))) {
                    throw unexpected("endless regular expression");
                }
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                break;
            }
        }
        value = "";
        become(Kind.REGEX, nameEndOrHere(at + 1));
    }

    /// Reads on inside a template, behind its backtick or behind the brace that closes a
    /// substitution.
    ///
    /// @return true when a substitution begins, whose first token is then read
    boolean template() {
        int at = end;
        for (; ; at++) {
            if (at >= text.length()) {
                throw unexpected("endless template");
            }
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '`') {
                become(Kind.TEMPLATE, at + 1);
                return false;
            } else if (c == '$' && at(at + 1) == '{') {
                become(Kind.PUNCTUATOR, at + 2);
                next();
                return true;
            }
        }
    }

    private int stringEnd(char quote) {
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            if (c == '\\') {
                at += at(at + 1) == '\r' && at(at + 2) == '\n' ? 2 : 1;
            } else if (c == '\n' || c == '\r') {
                break;
            }
        }
        throw unexpected("endless string");
    }

    private int numberEnd() {
        int at = start;
        boolean isDecimal = at(at) != '0' || "xXoObB".indexOf(at(at + 1)) < 0;
        boolean mayHavePoint = isDecimal;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean isSign = (c == '+' || c == '-') && isDecimal && "eE".indexOf(at(at - 1)) >= 0;
            boolean isPoint = c == '.' && mayHavePoint;
            if (isPoint || (isDecimal && (c == 'e' || c == 'E'))) {
                mayHavePoint = false;
            }
            // 07.x is a member of a number; 08.5 and 1.5 are numbers.
            if (isPoint && isOldOctal(at)) {
                return at;
            }
            if (!isPoint && !isSign && !Characters.isNamePart(c)) {
                return at;
            }
        }
        return at;
    }

    private boolean isOldOctal(int to) {
        return to > start + 1
                && at(start) == '0'
                && text.substring(start, to).chars().allMatch(c -> c >= '0' && c <= '7');
    }

    private int nameEnd(int from) {
        int to = nameEndOrHere(from);
        if (to == from) {
            throw unexpected("expected a name");
        }
        return to;
    }

    private int nameEndOrHere(int from) {
        int at = from;
        while (at < text.length() && Characters.isNamePart(text.charAt(at))) {
            boolean isBraced = text.startsWith("\\u{", at);
            int brace = isBraced ? text.indexOf('}', at) : at;
            if (brace < 0) {
                throw unexpected("endless escape");
            }
            at = brace + 1;
        }
        return at;
    }

    private char at(int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
