package dev.easel.editor;

import dev.easel.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A row of the comparison as it is drawn: a line, or a note of how many equal ones are left out.
///
/// @param text what stands there
/// @param numbers both line numbers, of the same width in all rows
/// @param styles classes of the row
/// @param change index of the change that begins here, else -1
/// @param from where the words begin that differ from the other side
/// @param to where they end
record DiffRow(String text, String numbers, List<String> styles, int change, int from, int to) {
    private static final Texts TEXTS = Texts.of(DiffRow.class);

    private static final int CONTEXT = 4;
    // A note instead of two or three lines saves nothing.
    private static final int LEAST_HIDDEN = 4;
    private static final int MOST_WORDS = 400;

    static List<DiffRow> of(LineDiff diff) {
        List<LineDiff.Line> lines = diff.lines();
        int digits = String.valueOf(lines.size()).length();
        List<DiffRow> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            int hidden = hidden(lines, i);
            if (hidden >= LEAST_HIDDEN) {
                rows.add(note(hidden, digits));
                i += hidden;
            } else {
                rows.add(row(diff, i, digits));
                i++;
            }
        }
        return rows;
    }

    /// How many equal lines from here on are too far from every change to be shown; only asked
    /// where such a stretch begins.
    private static int hidden(List<LineDiff.Line> lines, int at) {
        if (isNear(lines, at)) {
            return 0;
        }
        int end = at;
        while (end < lines.size() && !isNear(lines, end)) {
            end++;
        }
        return end - at;
    }

    private static boolean isNear(List<LineDiff.Line> lines, int at) {
        int to = Math.min(lines.size(), at + CONTEXT + 1);
        for (int i = Math.max(0, at - CONTEXT); i < to; i++) {
            if (lines.get(i).kind() != LineDiff.Kind.SAME) {
                return true;
            }
        }
        return false;
    }

    private static DiffRow note(int count, int digits) {
        String text = TEXTS.get("diff.hidden", count);
        return new DiffRow(text, " ".repeat(2 * digits + 4), List.of("diff-hidden"), -1, 0, 0);
    }

    private static DiffRow row(LineDiff diff, int at, int digits) {
        LineDiff.Line line = diff.lines().get(at);
        String style =
                switch (line.kind()) {
                    case SAME -> "diff-same";
                    case REMOVED -> "diff-removed-line";
                    case ADDED -> "diff-added-line";
                };
        String sign =
                switch (line.kind()) {
                    case SAME -> " ";
                    case REMOVED -> "\u2212";
                    case ADDED -> "+";
                };
        String numbers =
                number(line.before(), digits) + " " + number(line.now(), digits) + " " + sign;
        int[] words = words(diff, at);
        return new DiffRow(
                line.text(),
                numbers,
                List.of(style),
                diff.changes().indexOf(at),
                words[0],
                words[1]);
    }

    private static String number(int number, int digits) {
        String text = number == 0 ? "" : String.valueOf(number);
        return String.format(Locale.ROOT, "%" + digits + "s", text);
    }

    /// The part of a changed line that its counterpart on the other side has not: the n-th removed
    /// line of a change belongs to its n-th added one, if they are as many.
    private static int[] words(LineDiff diff, int at) {
        List<LineDiff.Line> lines = diff.lines();
        LineDiff.Kind kind = lines.get(at).kind();
        if (kind == LineDiff.Kind.SAME) {
            return new int[] {0, 0};
        }
        int first = at;
        while (first > 0 && lines.get(first - 1).kind() != LineDiff.Kind.SAME) {
            first--;
        }
        int removed = first;
        while (removed < lines.size() && lines.get(removed).kind() == LineDiff.Kind.REMOVED) {
            removed++;
        }
        int end = removed;
        while (end < lines.size() && lines.get(end).kind() == LineDiff.Kind.ADDED) {
            end++;
        }
        int count = removed - first;
        if (count == 0 || count != end - removed || at >= end) {
            return new int[] {0, 0};
        }
        int other = kind == LineDiff.Kind.REMOVED ? at + count : at - count;
        return differing(lines.get(at).text(), lines.get(other).text());
    }

    private static int[] differing(String text, String other) {
        int most = Math.min(text.length(), other.length());
        int from = 0;
        while (from < most && text.charAt(from) == other.charAt(from)) {
            from++;
        }
        int tail = 0;
        while (tail < most - from
                && text.charAt(text.length() - 1 - tail)
                        == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        int to = text.length() - tail;
        boolean little = text.substring(0, from).isBlank() && text.substring(to).isBlank();
        return little || to - from > MOST_WORDS ? new int[] {0, 0} : new int[] {from, to};
    }

    /// The row at which a change begins.
    static int indexOfChange(List<DiffRow> rows, int change) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).change() == change) {
                return i;
            }
        }
        return 0;
    }
}
