package dev.easel.history;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A word inside a text, as SQLite's tokenizer `unicode61 remove_diacritics 2` sees it: letters,
/// digits and the marks on them.
record Token(int start, int length) {
    int end() {
        return start + length;
    }

    /// The words of a text, without case and accents.
    static List<String> all(String text) {
        List<String> all = new ArrayList<>();
        for (Token t = next(text, 0); t.length > 0; t = next(text, t.end())) {
            all.add(fold(text.substring(t.start, t.end())));
        }
        return all;
    }

    /// The first word at or after `from` that begins like one of `beginnings`, which are folded.
    static Optional<Token> find(String text, int from, List<String> beginnings) {
        for (Token t = next(text, from); t.length > 0; t = next(text, t.end())) {
            String word = fold(text.substring(t.start, t.end()));
            if (beginnings.stream().anyMatch(word::startsWith)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }

    /// The first word boundary in `from..limit`, so that an excerpt does not begin inside a word.
    static int wordStart(String text, int from, int limit) {
        int at = from;
        while (at > 0 && at < limit && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    /// The end of an excerpt that would end at `at`: not inside a surrogate pair.
    static int wordEnd(String text, int at) {
        boolean inside = at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return inside ? at + 1 : at;
    }

    /// Of length 0 when there is none.
    private static Token next(String text, int from) {
        int start = from;
        while (start < text.length() && !isPart(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = start;
        while (end < text.length() && isPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return new Token(start, end - start);
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.chars().allMatch(c -> c < 0x80)
                ? lower
                : Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
