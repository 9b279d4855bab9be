package dev.easel.preview.console;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Which lines are to be seen.
///
/// @param kinds of the page's lines; what the user typed is of none and stays
/// @param words to be found in a line, whatever their case; empty for all lines
record ConsoleFilter(Set<Kind> kinds, String words) {
    static final ConsoleFilter ALL = new ConsoleFilter(EnumSet.allOf(Kind.class), "");

    /// The levels, as the buttons join them.
    enum Kind {
        ERRORS,
        WARNINGS,
        INFO,
        DEBUG;

        static Kind of(Level level) {
            return switch (level) {
                case ERROR -> ERRORS;
                case WARN -> WARNINGS;
                case LOG, INFO, ALERT -> INFO;
                case DEBUG -> Kind.DEBUG;
            };
        }
    }

    boolean accepts(ConsoleContent content) {
        return switch (content) {
            case ConsoleContent.Line(ConsoleEntry entry) ->
                    kinds.contains(Kind.of(entry.level()))
                            && (finds(entry.text()) || finds(entry.file()));
            case ConsoleContent.Input(String source) -> finds(source);
            case ConsoleContent.Result(var value, boolean thrown) -> finds(value.text());
            case ConsoleContent.Failure(String message) -> finds(message);
            case ConsoleContent.Divider d -> true;
            case ConsoleContent.Pending p -> true;
            case ConsoleContent.Property p -> true;
            case ConsoleContent.Frame f -> true;
            case ConsoleContent.More m -> true;
            case ConsoleContent.Gone g -> true;
            case ConsoleContent.Nothing n -> true;
        };
    }

    boolean isSearch() {
        return !words.isEmpty();
    }

    /// Finds the words in a text.
    Pattern pattern() {
        return Pattern.compile(
                words, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private boolean finds(String text) {
        return words.isEmpty() || contains(text);
    }

    // Without making a lower-case copy of 10,000 texts.
    private boolean contains(String text) {
        for (int at = 0; at <= text.length() - words.length(); at++) {
            if (text.regionMatches(true, at, words, 0, words.length())) {
                return true;
            }
        }
        return false;
    }
}
