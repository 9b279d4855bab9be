package dev.easel.project;

import java.util.ArrayList;
import java.util.List;

/// Cuts texts into lines without losing anything: joined again, they are the text.
public final class TextLines {
    private TextLines() {}

    /// @return each with its line end, which is `\n`; the last one may have none. To be changed as
    ///   the caller likes.
    public static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }
}
