package dev.easel.generate;

/// A closing fence glued to the last line of a file: `</html>```` `.
final class GluedFence {
    private static final int MOST = 8;

    private GluedFence() {}

    /// Where 1 to 8 backticks begin that end the line but for white space (at most 8 characters).
    ///
    /// @return the line's length if there are none, or if a line is nothing but a fence
    static int start(CharSequence line) {
        int end = line.length();
        while (end > 0
                && line.length() - end < MOST
                && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start <= MOST && line.charAt(start - 1) == '`') {
            start--;
        }
        boolean some = start < end && end - start <= MOST;
        return some ? start : line.length();
    }

    /// Whether a whole line ends so with three backticks or more.
    static boolean ends(String line) {
        String text = line.stripTrailing();
        int start = start(line);
        return text.endsWith("```")
                && text.length() - start >= 3
                && !text.substring(0, start).isBlank();
    }
}
