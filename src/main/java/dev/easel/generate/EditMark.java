package dev.easel.generate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that structures a search/replace block. Models miscount the signs, so five to nine will
/// do; the line in the middle must have as many as the first.
///
/// @param length how many signs
record EditMark(Kind kind, int length) {
    /// Which of the three lines.
    enum Kind {
        SEARCH,
        DIVIDER,
        REPLACE
    }

    /// Matches whole lines; `hitEnd` tells whether a prefix could become one.
    static final Pattern SEARCH =
            Pattern.compile(
                    "[ \\t]{0,60}(?<signs><{5,9}) {0,2}SEARCH\\b[^\\r\\n]{0,80}\\R?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern DIVIDER =
            Pattern.compile("[ \\t]{0,60}(?<signs>={5,9})[ \\t]{0,60}\\R?");
    private static final Pattern REPLACE =
            Pattern.compile(
                    "[ \\t]{0,60}(?<signs>>{5,9})(?: {0,2}(?:REPLACE|UPDATED)\\b[^\\r\\n]{0,80})?"
                            + "[ \\t]{0,60}\\R?",
                    Pattern.CASE_INSENSITIVE);

    static Optional<EditMark> of(String line) {
        if (line.length() > 240) {
            return Optional.empty();
        }
        return of(Kind.SEARCH, SEARCH, line)
                .or(() -> of(Kind.DIVIDER, DIVIDER, line))
                .or(() -> of(Kind.REPLACE, REPLACE, line));
    }

    private static Optional<EditMark> of(Kind kind, Pattern pattern, String line) {
        Matcher m = pattern.matcher(line);
        return m.matches()
                ? Optional.of(new EditMark(kind, m.group("signs").length()))
                : Optional.empty();
    }

    static boolean isSearch(String line) {
        return line.length() <= 240 && Markup.is(SEARCH, line);
    }
}
