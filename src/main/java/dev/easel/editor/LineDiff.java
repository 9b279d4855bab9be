package dev.easel.editor;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.easel.project.Artifact;
import dev.easel.project.FileChanges;
import dev.easel.project.ProjectFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a file looks like between two revisions, as the lines of a unified comparison: all lines of
/// both, in order.
///
/// @param lines of the old and the new text, each once where they agree
/// @param changes indexes into `lines` at which a change begins
public record LineDiff(String path, List<Line> lines, List<Integer> changes) {
    /// Whether a line was there before, is there now, or both.
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /// @param before its number in the old text, counted from 1; 0 if it is not there
    /// @param now its number in the new text, counted from 1; 0 if it is not there
    public record Line(Kind kind, int before, int now, String text) {}

    public LineDiff {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
    }

    /// The files of two revisions that differ, in the order of the newer one; files that are gone
    /// come last. Takes a second for two texts of thousands of lines without any in common: not for
    /// the UI thread.
    public static List<LineDiff> between(Artifact before, Artifact now) {
        Set<String> paths = new LinkedHashSet<>();
        now.files().forEach(f -> paths.add(f.path()));
        before.files().forEach(f -> paths.add(f.path()));
        return paths.stream()
                .filter(p -> !text(before, p).equals(text(now, p)))
                .map(p -> of(p, text(before, p), text(now, p)))
                .toList();
    }

    private static String text(Artifact artifact, String path) {
        return artifact.file(path).map(ProjectFile::text).orElse("");
    }

    /// Compares two texts line by line; line ends do not matter.
    public static LineDiff of(String path, String before, String now) {
        List<String> old = before.lines().toList();
        List<String> fresh = now.lines().toList();
        List<Line> lines = new ArrayList<>();
        List<Integer> changes = new ArrayList<>();
        int a = 0;
        int b = 0;
        for (Hunk hunk : hunks(old, fresh)) {
            while (a < hunk.oldFrom) {
                lines.add(new Line(Kind.SAME, a + 1, b + 1, old.get(a)));
                a++;
                b++;
            }
            if (hunk.oldTo > a || hunk.newTo > b) {
                changes.add(lines.size());
            }
            for (; a < hunk.oldTo; a++) {
                lines.add(new Line(Kind.REMOVED, a + 1, 0, old.get(a)));
            }
            for (; b < hunk.newTo; b++) {
                lines.add(new Line(Kind.ADDED, 0, b + 1, fresh.get(b)));
            }
        }
        return new LineDiff(path, lines, changes);
    }

    private record Hunk(int oldFrom, int oldTo, int newTo) {}

    /// The places that differ, and the end. What the algorithm tells as neighbouring insertions and
    /// deletions is one place to the eye.
    private static List<Hunk> hunks(List<String> old, List<String> fresh) {
        List<Hunk> hunks = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<String>()).getDeltas()) {
            int from = delta.getSource().getPosition();
            int oldTo = from + delta.getSource().size();
            int newTo = delta.getTarget().getPosition() + delta.getTarget().size();
            if (!hunks.isEmpty() && hunks.getLast().oldTo == from) {
                from = hunks.removeLast().oldFrom;
            }
            hunks.add(new Hunk(from, oldTo, newTo));
        }
        hunks.add(new Hunk(old.size(), old.size(), fresh.size()));
        return hunks;
    }

    /// How much changed.
    public FileChanges count() {
        int added = (int) lines.stream().filter(l -> l.kind() == Kind.ADDED).count();
        int removed = (int) lines.stream().filter(l -> l.kind() == Kind.REMOVED).count();
        return new FileChanges(path, changes.size(), added, removed);
    }
}
