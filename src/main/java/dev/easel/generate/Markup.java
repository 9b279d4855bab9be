package dev.easel.generate;

import java.util.regex.Pattern;

/// What single lines look like: the beginning and end of documents, leaked thinking, code.
final class Markup {
    static final Pattern BLANK = Pattern.compile("[ \\t]{0,60}\\R?");

    /// The first line of a whole document outside any fence. `<svg> draws shapes` is prose, so the
    /// bare tag counts only when nothing or another tag follows.
    static final Pattern RAW_DOCUMENT =
            Pattern.compile(
                    "[ \\t]{0,60}<(?:!doctype\\s+(?:html|svg)|(?:html|svg)"
                            + "(?:\\s+[\\w:-]{1,60}\\s*=|[ \\t]*>?[ \\t]{0,60}\\R?$|[ \\t]*>[ \\t]*<)).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static final Pattern XML_DECLARATION =
            Pattern.compile("[ \\t]{0,60}<\\?xml\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String THINK_TAG = "(?:think|thinking|thoughts?|reasoning|scratchpad)>";

    static final Pattern THINK_START =
            Pattern.compile(
                    "[ \\t]{0,60}</?" + THINK_TAG + ".*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    static final Pattern THINK_END = Pattern.compile("</" + THINK_TAG, Pattern.CASE_INSENSITIVE);

    private static final Pattern HTML_ROOT =
            Pattern.compile(
                    "\\s*<(?:!doctype\\s+html|html[\\s>]).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SVG_ROOT =
            Pattern.compile(
                    "\\s*(?:<\\?xml\\s.*)?<(?:!doctype\\s+svg|svg(?:\\s|>|$)).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("\\s*<!--.*-->\\s*", Pattern.DOTALL);

    private static final Pattern CODE =
            Pattern.compile(
                    "(?:</?[a-z!]|[})\\]]|//|/\\*|\\*/|`[;,)}\\]+ ]*$|(?:const|let|var) [\\w{\\[]"
                            + "|(?:async )?function[ *]|import [\\w{*'\"]|export |@(?:media|import|keyframes)).*"
                            + "|.*(?:[;{}]|=>|\\*/)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Markup() {}

    static boolean is(Pattern whole, CharSequence line) {
        return whole.matcher(line).matches();
    }

    /// Whether the line is one of these or more characters could still make it one.
    // Error Prone thinks hitEnd() is for scanners; telling what a prefix can become is its purpose.
    @SuppressWarnings("JdkObsolete")
    static boolean couldBe(Pattern whole, CharSequence start) {
        var m = whole.matcher(start);
        return m.matches() || m.hitEnd();
    }

    static boolean isHtmlRoot(String line) {
        return is(HTML_ROOT, head(line));
    }

    static boolean isSvgRoot(String line) {
        return is(SVG_ROOT, head(line));
    }

    /// Whether no human writes such a line between two files: it ends or begins like code.
    static boolean isCode(String line) {
        String text = line.strip();
        return text.length() > 2000 || is(CODE, text);
    }

    static boolean isComment(String line) {
        return is(COMMENT, line);
    }

    // The patterns look at beginnings; a minified document is one line of megabytes.
    private static String head(String line) {
        return line.length() > 1000 ? line.substring(0, 1000) : line;
    }
}
