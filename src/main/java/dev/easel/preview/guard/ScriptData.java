package dev.easel.preview.guard;

/// Where the text of a script element ends (HTML 13.2.5.4, 13.2.5.15 to 31): at its end tag, unless
/// that stands in a comment which holds a script of its own.
final class ScriptData {
    private ScriptData() {}

    static int end(String text, int from) {
        boolean isEscaped = false;
        boolean isDoubleEscaped = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '-' && isEscaped && text.startsWith("-->", at)) {
                isEscaped = false;
                isDoubleEscaped = false;
            } else if (c == '<') {
                if (!isEscaped && text.startsWith("<!--", at)) {
                    isEscaped = true;
                    // <!--> and <!---> close what they open.
                    at += 1;
                } else if (isTag(text, at, "</script")) {
                    if (!isDoubleEscaped) {
                        return at;
                    }
                    isDoubleEscaped = false;
                } else if (isEscaped && isTag(text, at, "<script")) {
                    isDoubleEscaped = true;
                }
            }
        }
        return text.length();
    }

    private static boolean isTag(String text, int at, String tag) {
        int end = at + tag.length();
        return text.regionMatches(true, at, tag, 0, tag.length())
                && end < text.length()
                && Markup.isAfterName(text.charAt(end));
    }
}
