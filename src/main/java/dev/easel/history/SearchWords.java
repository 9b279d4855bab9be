package dev.easel.history;

import java.util.List;
import java.util.stream.Stream;

/// What the user typed into the search field.
///
/// @param words without those that hold neither a letter nor a digit: an index of words cannot know
///   them, and `balloons !` should still find balloons
record SearchWords(List<String> words) {
    private static final int BEFORE = 30;
    private static final int LENGTH = 120;

    SearchWords {
        words = List.copyOf(words);
    }

    static SearchWords of(String text) {
        // A NUL would end the query inside SQLite.
        return new SearchWords(
                Stream.of(text.replace('\0', ' ').split("[\\s\\p{Z}]+"))
                        .filter(w -> w.codePoints().anyMatch(Character::isLetterOrDigit))
                        .toList());
    }

    /// The place around the first word of the text that begins like one of these, in one line, such
    /// words between U+0002 and U+0003. SQLite's own `snippet()` is not used: its time grows with
    /// the square of the matches, and a word such as `div` has thousands (measured: 55 s for one
    /// file of 2 MB).
    ///
    /// @return the beginning of the text when nothing matches
    String snippet(String text) {
        List<String> beginnings = words.stream().flatMap(w -> Token.all(w).stream()).toList();
        Token first = Token.find(text, 0, beginnings).orElse(new Token(0, 0));
        int start = Token.wordStart(text, Math.max(0, first.start() - BEFORE), first.start());
        int end = Token.wordEnd(text, Math.min(text.length(), start + LENGTH));
        StringBuilder out = new StringBuilder(start > 0 ? "…" : "");
        int at = start;
        for (Token t = first; t.length() > 0 && t.start() < end; ) {
            out.append(text, at, t.start()).append('\u0002');
            out.append(text, t.start(), t.end()).append('\u0003');
            at = t.end();
            t = Token.find(text, at, beginnings).orElse(new Token(0, 0));
        }
        out.append(text, at, Math.max(at, end)).append(end < text.length() ? "…" : "");
        return out.toString().replaceAll("\\s+", " ").strip();
    }
}
