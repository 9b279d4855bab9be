package dev.easel.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A text to which edits are applied one after another.
///
/// An edit is searched for exactly first, then without regard to white space at line ends, then to
/// indentation, then as part of a line, then for lines that resemble it (see [LineMatch]). The
/// first way that finds something decides, and only a single place counts. Line ends do not matter
/// anywhere; what is put in gets those of the place. Lines that search and replacement have in
/// common at their beginning and end stay as the file has them. Not thread-safe.
public final class EditedText {
    private final List<String> lines;

    public EditedText(String text) {
        lines = new ArrayList<>(TextLines.of(text));
    }

    /// The text as it is now.
    public String text() {
        return String.join("", lines);
    }

    /// Makes one change, or none.
    public EditOutcome apply(Edit edit) {
        List<String> search = trimmed(TextLines.of(edit.search()));
        if (search.isEmpty()) {
            return lines.stream().allMatch(String::isBlank)
                    ? replace(0, lines.size(), TextLines.of(edit.replace()))
                    : refused(EditOutcome.Reason.EMPTY_SEARCH, 0, 0);
        }
        List<String> replacement = replacement(edit);
        for (LineMatch match : LineMatch.values()) {
            List<Integer> places = match.find(lines, search);
            if (places.size() == 1) {
                return replace(places.getFirst(), search, replacement);
            }
            if (!places.isEmpty()) {
                return refused(EditOutcome.Reason.AMBIGUOUS, places.getFirst(), search.size());
            }
        }
        return inLine(edit).orElseGet(() -> notFound(search));
    }

    // Blank lines around a search are often the model's; the same ones around the replacement go.
    private static List<String> replacement(Edit edit) {
        List<String> search = TextLines.of(edit.search());
        List<String> replace = TextLines.of(edit.replace());
        int from = 0;
        while (from < search.size()
                && from < replace.size()
                && search.get(from).isBlank()
                && replace.get(from).isBlank()) {
            from++;
        }
        int drop = 0;
        while (drop < search.size() - from
                && drop < replace.size() - from
                && search.get(search.size() - 1 - drop).isBlank()
                && replace.get(replace.size() - 1 - drop).isBlank()) {
            drop++;
        }
        return replace.subList(from, replace.size() - drop);
    }

    private static List<String> trimmed(List<String> search) {
        int from = 0;
        int to = search.size();
        while (from < to && search.get(from).isBlank()) {
            from++;
        }
        while (to > from && search.get(to - 1).isBlank()) {
            to--;
        }
        return search.subList(from, to);
    }

    private EditOutcome replace(int at, List<String> search, List<String> replacement) {
        int same = Math.min(search.size(), replacement.size());
        int head = 0;
        while (head < same && equal(search.get(head), replacement.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < same - head
                && equal(
                        search.get(search.size() - 1 - tail),
                        replacement.get(replacement.size() - 1 - tail))) {
            tail++;
        }
        List<String> put = replacement.subList(head, replacement.size() - tail);
        List<String> shifted =
                Indentation.between(search, lines.subList(at, at + search.size())).apply(put);
        return replace(at + head, search.size() - head - tail, shifted);
    }

    private EditOutcome replace(int at, int count, List<String> put) {
        String end = lineEnd(at);
        boolean atEnd = at + count == lines.size();
        boolean open = atEnd && !lines.isEmpty() && !lines.getLast().endsWith("\n");
        List<String> added = new ArrayList<>();
        for (String line : put) {
            added.add(LineMatch.body(line) + end);
        }
        if (open && !added.isEmpty()) {
            added.add(LineMatch.body(added.removeLast()));
        }
        if (open && count == 0 && at > 0 && !added.isEmpty()) {
            return afterOpenEnd(at, end, added);
        }
        List<String> place = lines.subList(at, at + count);
        place.clear();
        place.addAll(added);
        return new EditOutcome.Applied(at, count, added);
    }

    // The last line has no line end and gets one, because lines follow it now.
    private EditOutcome afterOpenEnd(int at, String end, List<String> added) {
        added.addFirst(lines.get(at - 1) + end);
        lines.removeLast();
        lines.addAll(added);
        return new EditOutcome.Applied(at - 1, 1, added);
    }

    private String lineEnd(int at) {
        return Stream.of(at, at - 1, 0)
                .filter(i -> i >= 0 && i < lines.size() && lines.get(i).endsWith("\n"))
                .map(i -> lines.get(i).endsWith("\r\n") ? "\r\n" : "\n")
                .findFirst()
                .orElse("\n");
    }

    // Minified files have lines of kilobytes; models then quote the part that they mean.
    private Optional<EditOutcome> inLine(Edit edit) {
        String search = LineMatch.body(edit.search());
        if (search.isBlank() || search.contains("\n")) {
            return Optional.empty();
        }
        List<Integer> found = new ArrayList<>();
        int times = 0;
        for (int i = 0; i < lines.size() && times < 2; i++) {
            int at = lines.get(i).indexOf(search);
            if (at >= 0) {
                found.add(i);
                times += lines.get(i).indexOf(search, at + 1) >= 0 ? 2 : 1;
            }
        }
        if (times == 0) {
            return Optional.empty();
        }
        int line = found.getFirst();
        if (times > 1) {
            return Optional.of(refused(EditOutcome.Reason.AMBIGUOUS, line, 1));
        }
        String changed = lines.get(line).replace(search, LineMatch.body(edit.replace()));
        List<String> now = TextLines.of(changed);
        lines.remove(line);
        lines.addAll(line, now);
        return Optional.of(new EditOutcome.Applied(line, 1, now));
    }

    private EditOutcome notFound(List<String> search) {
        int near = Resemblance.nearest(lines, search);
        return refused(
                EditOutcome.Reason.NOT_FOUND, Math.max(near, 0), near < 0 ? 0 : search.size());
    }

    private EditOutcome refused(EditOutcome.Reason reason, int line, int count) {
        int end = Math.min(lines.size(), line + count);
        return new EditOutcome.Refused(reason, lines.subList(line, end), line);
    }

    private static boolean equal(String a, String b) {
        return LineMatch.body(a).equals(LineMatch.body(b));
    }
}
