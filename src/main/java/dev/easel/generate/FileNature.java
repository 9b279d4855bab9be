package dev.easel.generate;

import java.util.Locale;

/// What a file's text so far says about fences in it: whether it is a document, whether that has
/// ended, whether a script is inside a template literal or a comment. Knows just enough of each
/// language for that; wrong guesses end in [DoubtState], which waits for evidence.
final class FileNature {
    /// A document's first line is looked for among so many.
    static final int LINES_BEFORE_ROOT = 40;

    private final Language language;
    private int lines;
    private boolean page;
    private boolean picture;
    private boolean over;
    private boolean oddBackticks;
    private boolean inComment;
    private int pictures;

    FileNature(Language language) {
        this.language = language;
    }

    /// Looks for the beginning of a document in a whole line, which is read later.
    void look(String line) {
        if (page || picture || lines >= LINES_BEFORE_ROOT) {
            return;
        }
        page = language.beginsPage(line);
        picture = language.beginsPicture(line);
    }

    /// Takes the next whole line.
    void read(String line) {
        switch (language) {
            case HTML, SVG, XML -> readMarkup(line);
            case SCRIPT, TYPED_SCRIPT -> readScript(line);
            case CSS, JSON, SHADER, MARKDOWN, SHELL, TEXT, DIFF, NONE, OTHER -> {}
        }
    }

    private void readMarkup(String line) {
        look(line);
        lines++;
        over = endOfDocument(line) >= 0 ? endsWithRoot(line) : over && Markup.isComment(line);
        pictures += picture ? balance(line) : 0;
    }

    private boolean endsWithRoot(String line) {
        String text = line.strip();
        boolean comment = text.endsWith("-->") && text.contains("<!--");
        String code = comment ? text.substring(0, text.lastIndexOf("<!--")).strip() : text;
        return code.length() >= tag().length() && startsWith(code, code.length() - tag().length());
    }

    /// Where the document ends in this line, not yet read: after `</html>`, or after the `</svg>`
    /// of the outermost picture. A tag before a quote or a comma is part of a script.
    ///
    /// @return -1 if it does not
    int endOfDocument(String line) {
        if (!page && !picture) {
            return -1;
        }
        int depth = pictures;
        for (int i = line.indexOf('<'); i >= 0; i = line.indexOf('<', i + 1)) {
            depth += line.regionMatches(true, i, "<svg", 0, 4) ? 1 : 0;
            boolean end = startsWith(line, i);
            depth -= end ? 1 : 0;
            if (end && (page || depth <= 0) && !isQuoted(line, i + tag().length())) {
                return i + tag().length();
            }
        }
        return -1;
    }

    private int balance(String line) {
        int balance = 0;
        for (int i = line.indexOf('<'); i >= 0; i = line.indexOf('<', i + 1)) {
            balance += line.regionMatches(true, i, "<svg", 0, 4) ? 1 : 0;
            balance -= startsWith(line, i) ? 1 : 0;
        }
        return balance;
    }

    private boolean startsWith(CharSequence line, int at) {
        return line.toString().regionMatches(true, at, tag(), 0, tag().length());
    }

    private String tag() {
        return page ? "</html>" : "</svg>";
    }

    private static boolean isQuoted(String line, int at) {
        return at < line.length()
                && "\"'`;,)+\\".indexOf(line.charAt(at)) >= 0
                && !line.startsWith("```", at);
    }

    /// How much of a line that is still coming cannot be a document's end.
    int beforeEndTag(StringBuilder line, int from) {
        for (int i = line.indexOf("<", from); i >= 0; i = line.indexOf("<", i + 1)) {
            int seen = Math.min(tag().length(), line.length() - i);
            String piece = line.substring(i, i + seen).toLowerCase(Locale.ROOT);
            if (tag().startsWith(piece)) {
                return i;
            }
        }
        return line.length();
    }

    private void readScript(String line) {
        boolean escaped = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            oddBackticks ^= c == '`' && !escaped;
            escaped = c == '\\' && !escaped;
        }
        int open = line.lastIndexOf("/*");
        int close = line.lastIndexOf("*/");
        inComment = open == close ? inComment : open > close;
    }

    /// Whether the text may have a line that is a fence, right here.
    boolean mayContainFence() {
        return switch (language) {
            case HTML, XML -> page && !over;
            case SCRIPT, TYPED_SCRIPT -> oddBackticks || inComment;
            case SVG, CSS, JSON, SHADER, MARKDOWN, SHELL, TEXT, DIFF, NONE, OTHER -> false;
        };
    }

    /// Whether a labelled fence right here begins the next file, this one not being closed.
    ///
    /// @param named whether the fence names a file
    boolean endsAtOpener(boolean named) {
        return switch (language) {
            case SVG, CSS, JSON, SHADER -> true;
            case SCRIPT, TYPED_SCRIPT -> !mayContainFence();
            case HTML, XML -> page ? over : named;
            case MARKDOWN, SHELL, TEXT, DIFF, NONE, OTHER -> false;
        };
    }

    /// Whether the line ends the file with a fence glued to it. Only where backticks mean nothing.
    boolean mayHaveGluedFence(String line) {
        boolean plain =
                switch (language) {
                    case CSS, SVG -> true;
                    case HTML, XML -> endOfDocument(line) >= 0;
                    case SCRIPT,
                            TYPED_SCRIPT,
                            JSON,
                            SHADER,
                            MARKDOWN,
                            SHELL,
                            TEXT,
                            DIFF,
                            NONE,
                            OTHER ->
                            false;
                };
        return plain && GluedFence.ends(line);
    }

    /// Whether the last line that says something ended the document.
    boolean isOver() {
        return over;
    }

    boolean isPage() {
        return page;
    }

    boolean refersToFiles() {
        return switch (language) {
            case HTML, SCRIPT, TYPED_SCRIPT -> true;
            case SVG, CSS, XML, JSON, SHADER, MARKDOWN, SHELL, TEXT, DIFF, NONE, OTHER -> false;
        };
    }
}
