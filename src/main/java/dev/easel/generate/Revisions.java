package dev.easel.generate;

import dev.easel.project.Artifact;
import dev.easel.project.Origin;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The states of a project, and the one of them that a run starts from. Starting from an older one
/// leaves the later ones as they are: a branch.
///
/// @param all oldest first
/// @param base a whole one; empty when there is none yet
record Revisions(List<Revision> all, Optional<Revision> base) {
    Revisions {
        all = List.copyOf(all);
    }

    /// @param wanted id of the revision to start from; the newest whole one when it is absent or is
    ///   no whole one
    static Revisions of(List<Revision> all, Optional<String> wanted) {
        List<Revision> whole = all.stream().filter(r -> !r.partial()).toList();
        Optional<Revision> found =
                wanted.flatMap(id -> whole.stream().filter(r -> r.id().equals(id)).findFirst());
        return new Revisions(all, found.or(() -> whole.stream().reduce((a, b) -> b)));
    }

    /// The files that the run starts from.
    Artifact files() {
        return base.map(Revision::artifact).orElse(Artifact.EMPTY);
    }

    int nextNumber() {
        return all.isEmpty() ? 1 : all.getLast().number() + 1;
    }

    boolean hasOneOf(String runId) {
        return all.stream().anyMatch(r -> r.runId().equals(runId));
    }

    /// The project after a reply: files that it did not give stay as they are.
    Artifact with(Artifact made) {
        Map<String, ProjectFile> files = new LinkedHashMap<>();
        files().files().forEach(f -> files.put(f.path(), f));
        made.files().forEach(f -> files.put(f.path(), f));
        return new Artifact(new ArrayList<>(files.values()));
    }

    /// The runs that led to the base, and those that started from it without coming to anything
    /// whole. Runs of other branches, better wordings of prompts, and what was said of a state
    /// after it was left, are not among them.
    ///
    /// @param runs of the project, oldest first
    List<Run> ledTo(List<Run> runs) {
        return led(runs.stream().filter(r -> r.origin().kind() != Origin.Kind.ENHANCE).toList());
    }

    private List<Run> led(List<Run> runs) {
        Map<String, Integer> left = left(runs);
        List<Run> led = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            Integer until = left.get(run.asked().base());
            boolean made = until != null && until == i;
            if (made || (until != null && i < until && !madeWhole(run))) {
                led.add(run);
            }
        }
        return led;
    }

    // For the states on the way to the base, by id: the run that made the next one of them. All
    // begins with the state of no name; nothing has left the base itself.
    private Map<String, Integer> left(List<Run> runs) {
        Map<String, Integer> left = new HashMap<>();
        String at = base.map(Revision::id).orElse("");
        left.put(at, Integer.MAX_VALUE);
        for (int i = runs.size() - 1; i >= 0 && !at.isEmpty(); i--) {
            if (made(runs.get(i), at)) {
                at = runs.get(i).asked().base();
                left.put(at, i);
            }
        }
        return left;
    }

    private boolean made(Run run, String revision) {
        return all.stream().anyMatch(r -> r.id().equals(revision) && r.runId().equals(run.id()));
    }

    private boolean madeWhole(Run run) {
        return all.stream().anyMatch(r -> !r.partial() && r.runId().equals(run.id()));
    }
}
