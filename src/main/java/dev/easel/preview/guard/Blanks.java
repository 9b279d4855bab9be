package dev.easel.preview.guard;

/// Skips what stands between tokens: blanks and comments, in classic scripts also those of HTML.
final class Blanks {
    private final String text;
    private final boolean isModule;
    private boolean crossedLine;

    Blanks(String text, boolean isModule) {
        this.text = text;
        this.isModule = isModule;
    }

    /// Whether the last skipping crossed the end of a line.
    boolean crossedLine() {
        return crossedLine;
    }

    /// @param atStart whether no token was read yet: then this is the start of a line
    /// @return where the next token begins
    int skip(int from, boolean atStart) {
        crossedLine = false;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Characters.isBlank(c)) {
                crossedLine |= Characters.isLineEnd(c);
                at++;
            } else if (text.startsWith("//", at)) {
                at = lineEnd(at);
            } else if (text.startsWith("/*", at)) {
                at = commentEnd(at);
            } else if (isHtmlComment(at, crossedLine || atStart)) {
                at = lineEnd(at);
            } else {
                break;
            }
        }
        return at;
    }

    private boolean isHtmlComment(int at, boolean atLineStart) {
        return !isModule
                && (text.startsWith("<!--", at) || (atLineStart && text.startsWith("-->", at)));
    }

    private int commentEnd(int from) {
        int close = text.indexOf("*/", from + 2);
        if (close < 0) {
            throw new SyntaxProblem("endless comment", from);
        }
        for (int at = from; at < close && !crossedLine; at++) {
            crossedLine = Characters.isLineEnd(text.charAt(at));
        }
        return close + 2;
    }

    int lineEnd(int from) {
        int at = from;
        while (at < text.length() && !Characters.isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
