package dev.easel.generate;

import dev.easel.project.TextLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Joins a reply that broke off with its continuation so that no seam is left.
///
/// The place where a reply breaks off is a bad one to go on from: half a line, or a line such as
/// `}` that may well come twice. So the model is asked to go on from an *anchor* a little before:
/// the last line that no other line of the reply equals and that a line has followed which is
/// neither blank nor a fence. What had come after it comes again. Whether the model then repeats
/// lines, writes a preface or opens a fence once more can be told for certain:
///
/// - the continuation's first lines are dropped if they end with the anchor and equal the lines
///   before it;
/// - an opening fence is dropped, with what stands before it, if the anchor is inside a block and
///   if behind the fence are such lines, or the one that had followed the anchor. A labelled fence
///   is dropped there in any case; a bare one might close the block.
///
/// The beginning of a continuation is held back until that is decided; then everything is passed on
/// as it comes. Not thread-safe.
final class ReplyJoin {
    private static final int LEAST_TEXT = 6;
    private static final int MOST_PREFACE = 4;
    private static final int HELD_LINES = 12;
    private static final int HELD_CHARACTERS = 8_000;

    private static final Pattern PREFACE =
            Pattern.compile(
                    "(?:(?:sure|okay|ok|certainly|of course|sorry)[,.!:].{0,200}"
                            + "|(?:continuing|continued|continuation|here(?: is|'s) the (?:rest|remain))"
                            + "(?!\\s*[=(;{]).{0,200})\\R?",
                    Pattern.CASE_INSENSITIVE);

    private final String kept;
    private final String next;
    private final List<String> before;
    private final boolean inside;
    private final StringBuilder held = new StringBuilder();
    private boolean decided;

    /// @param broken all that had arrived
    ReplyJoin(String broken) {
        kept = kept(broken);
        before = TextLines.of(kept);
        next = TextLines.of(broken.substring(kept.length())).stream().findFirst().orElse("");
        inside = isInside(kept);
        decided = before.isEmpty();
    }

    /// What stands before the continuation.
    String kept() {
        return kept;
    }

    /// What of a reply that broke off is kept: up to the anchor, with its line end. Empty if there
    /// is none: then the whole reply is asked for again.
    static String kept(String broken) {
        List<String> lines = TextLines.of(broken);
        if (!lines.isEmpty() && !lines.getLast().endsWith("\n")) {
            lines.removeLast();
        }
        Map<String, Integer> counts = new HashMap<>();
        lines.forEach(l -> counts.merge(l.strip(), 1, Integer::sum));
        for (int i = lines.size() - 2; i >= 0; i--) {
            String text = lines.get(i).strip();
            boolean unique = text.length() >= LEAST_TEXT && counts.getOrDefault(text, 0) == 1;
            String next = lines.get(i + 1);
            if (unique && !next.isBlank() && Fence.of(next).isEmpty()) {
                return String.join("", lines.subList(0, i + 1));
            }
        }
        return "";
    }

    /// A reply and its continuation as one text.
    static String join(String broken, String continuation) {
        ReplyJoin join = new ReplyJoin(broken);
        return join.kept() + join.accept(continuation) + join.finish();
    }

    /// Takes the next piece of the continuation.
    ///
    /// @return what can be passed on now
    String accept(String piece) {
        if (decided) {
            return piece;
        }
        held.append(piece);
        List<String> lines = TextLines.of(held.toString());
        boolean enough =
                lines.size() > HELD_LINES + MOST_PREFACE || held.length() > HELD_CHARACTERS;
        return enough && !mayStillRepeat(lines) ? release() : "";
    }

    /// The continuation is over.
    ///
    /// @return what was held back of it
    String finish() {
        return decided ? "" : release();
    }

    private String release() {
        decided = true;
        List<String> lines = TextLines.of(held.toString());
        int from = start(lines);
        return String.join("", lines.subList(from, lines.size()));
    }

    private int start(List<String> lines) {
        int begin = afterBlank(lines, 0);
        int first = begin;
        if (inside && begin < lines.size() && Markup.is(PREFACE, lines.get(begin))) {
            first = afterBlank(lines, begin + 1);
        }
        int repeated = repeated(lines, first);
        if (repeated > 0) {
            return first + repeated;
        }
        boolean goesOn = begin < lines.size() && same(lines.get(begin), next);
        Optional<Integer> fence = inside && !goesOn ? fence(lines, first) : Optional.empty();
        if (fence.isPresent()) {
            int code = fence.get() + 1;
            int more = repeated(lines, code);
            boolean certain = more > 0 || (code < lines.size() && same(lines.get(code), next));
            if (certain || !Fence.of(lines.get(fence.get())).orElseThrow().bare()) {
                return code + more;
            }
        }
        return goesOn ? begin : first == begin ? 0 : first;
    }

    private static int afterBlank(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    /// How many lines from here repeat the end of what is there.
    private int repeated(List<String> lines, int from) {
        int most = Math.min(before.size(), lines.size() - from);
        for (int count = most; count > 0; count--) {
            if (repeats(lines, from, count)) {
                return count;
            }
        }
        return 0;
    }

    private boolean repeats(List<String> lines, int from, int count) {
        int at = before.size() - count;
        for (int i = 0; i < count; i++) {
            if (!same(lines.get(from + i), before.get(at + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String a, String b) {
        return a.stripTrailing().equals(b.stripTrailing());
    }

    // A model that repeats a whole function has not come to the anchor yet.
    private boolean mayStillRepeat(List<String> lines) {
        int first = Math.max(0, fence(lines, 0).map(f -> f + 1).orElse(0));
        List<String> whole = lines.subList(first, Math.max(first, lines.size() - 1));
        for (int at = before.size() - whole.size(); !whole.isEmpty() && at >= 0; at--) {
            int i = 0;
            while (i < whole.size() && same(whole.get(i), before.get(at + i))) {
                i++;
            }
            if (i == whole.size()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Integer> fence(List<String> lines, int from) {
        int prose = 0;
        for (int i = from; i < lines.size() && prose <= MOST_PREFACE; i++) {
            Optional<Fence> fence = Fence.of(lines.get(i));
            if (fence.isPresent()) {
                return Optional.of(i);
            }
            if (Markup.isCode(lines.get(i))) {
                return Optional.empty();
            }
            prose += lines.get(i).isBlank() ? 0 : 1;
        }
        return Optional.empty();
    }

    private static boolean isInside(String text) {
        boolean[] open = {false};
        ArtifactParser parser =
                new ArtifactParser(event -> {
                    switch (event) {
                        case ArtifactEvent.FileEnded(String path, boolean closed) ->
                                open[0] = !closed;
                        case ArtifactEvent.EditsEnded(String path, boolean closed) ->
                                open[0] = !closed;
                        case ArtifactEvent.Prose prose -> {}
                        case ArtifactEvent.FileStarted started -> {}
                        case ArtifactEvent.FileText more -> {}
                        case ArtifactEvent.EditsStarted started -> {}
                        case ArtifactEvent.Edited edited -> {}
                        case ArtifactEvent.BadEdit bad -> {}
                    }
                });
        parser.accept(text);
        parser.finish();
        return open[0];
    }
}
