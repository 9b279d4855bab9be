package dev.easel.preview.guard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A file with checks in it, and the way back from its positions to those of the original.
///
/// No insertion has a line end, so lines are the same in both. Immutable, for any thread.
public final class GuardedText {
    /// A position in a text.
    ///
    /// @param line 1 for the first
    /// @param column 1 for the first, in UTF-16 units
    public record Place(int line, int column) {}

    /// What a check stands for.
    ///
    /// @param place where the loop or function begins, in the original
    /// @param isLoop false for a function
    public record Check(Place place, boolean isLoop) {}

    /// A loop.
    ///
    /// @param place where it begins, in the original
    /// @param isCounted whether its head counts towards a limit, or goes through a collection
    public record Loop(Place place, boolean isCounted) {}

    private final String text;
    private final List<Insertion> insertions;
    private final int[] starts;
    private final List<Range> ranges;

    private GuardedText(String text, List<Insertion> insertions, int[] starts, List<Range> ranges) {
        this.text = text;
        this.insertions = insertions;
        this.starts = starts;
        this.ranges = ranges;
    }

    static GuardedText of(String original, List<Insertion> unsorted, List<Range> ranges) {
        // Stable: at one place inner closings, which were found first, come before outer ones.
        List<Insertion> insertions =
                unsorted.stream()
                        .sorted(
                                Comparator.comparingInt(Insertion::at)
                                        .thenComparing(Insertion::isOpening))
                        .toList();
        StringBuilder text = new StringBuilder(original.length() + 16 * insertions.size());
        int[] starts = new int[insertions.size()];
        int copied = 0;
        for (int i = 0; i < starts.length; i++) {
            Insertion insertion = insertions.get(i);
            text.append(original, copied, insertion.at());
            copied = insertion.at();
            starts[i] = text.length();
            text.append(insertion.text());
        }
        text.append(original, copied, original.length());
        return new GuardedText(text.toString(), insertions, starts, List.copyOf(ranges));
    }

    /// The text that the page gets.
    public String text() {
        return text;
    }

    /// Where a place of the guarded text is in the original.
    public Place original(Place place) {
        int line = lineStart(place.line());
        int offset = original(Math.min(line + place.column() - 1, text.length()));
        return new Place(place.line(), Math.max(1, offset - original(line) + 1));
    }

    /// The place of the check with a number, in the guarded text.
    Optional<Place> placeOf(String number) {
        for (int i = 0; i < starts.length; i++) {
            if (insertions.get(i).text().contains(".t(" + number + ")")) {
                int lineStart = text.lastIndexOf('\n', starts[i] - 1) + 1;
                return Optional.of(new Place(lineOf(lineStart), starts[i] - lineStart + 2));
            }
        }
        return Optional.empty();
    }

    /// The check that a place of the guarded text is in.
    public Optional<Check> check(Place place) {
        int index = insertionAt(offset(place));
        if (index < 0 || insertions.get(index).check() < 0) {
            return Optional.empty();
        }
        Insertion insertion = insertions.get(index);
        return Optional.of(new Check(placeOf(insertion.check()), insertion.isLoop()));
    }

    /// The loops of its function that a place of the guarded text is in, inner ones first.
    public List<Loop> loopsAround(Place place) {
        int at = original(offset(place));
        Range function =
                ranges.stream()
                        .filter(r -> !r.isLoop() && r.contains(at))
                        .min(Comparator.comparingInt(r -> r.to() - r.from()))
                        .orElse(new Range(-1, Integer.MAX_VALUE, false, false));
        return ranges.stream()
                .filter(r -> r.isLoop() && r.contains(at))
                .filter(r -> r.from() > function.from() && r.to() <= function.to())
                .sorted(Comparator.comparingInt(r -> r.to() - r.from()))
                .map(r -> new Loop(placeOf(r.from()), r.isCounted()))
                .toList();
    }

    private int offset(Place place) {
        return Math.min(lineStart(place.line()) + place.column() - 1, text.length());
    }

    private int original(int offset) {
        int result = offset;
        for (int i = 0; i < starts.length && starts[i] < offset; i++) {
            result -= Math.min(insertions.get(i).text().length(), offset - starts[i]);
        }
        return result;
    }

    private int insertionAt(int offset) {
        for (int i = 0; i < starts.length && starts[i] <= offset; i++) {
            if (offset <= starts[i] + insertions.get(i).text().length()
                    && insertions.get(i).check() >= 0) {
                return i;
            }
        }
        return -1;
    }

    private int lineStart(int line) {
        int at = 0;
        for (int i = 1; i < line && at >= 0; i++) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return at;
            }
            at = end + 1;
        }
        return at;
    }

    private Place placeOf(int original) {
        // Counted in the guarded text, where the lines are the same.
        int offset = original;
        for (int i = 0; i < starts.length && insertions.get(i).at() < original; i++) {
            offset += insertions.get(i).text().length();
        }
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        return new Place(lineOf(lineStart), original - original(lineStart) + 1);
    }

    private int lineOf(int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
