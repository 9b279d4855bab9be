package dev.easel.generate;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The states of a project that a new run continues.
///
/// @param all oldest first
record Revisions(List<Revision> all) {
    Revisions {
        all = List.copyOf(all);
    }

    /// The state that counts: partial ones never replace it.
    Optional<Revision> lastWhole() {
        return all.reversed().stream().filter(r -> !r.partial()).findFirst();
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
        lastWhole().ifPresent(r -> r.artifact().files().forEach(f -> files.put(f.path(), f)));
        made.files().forEach(f -> files.put(f.path(), f));
        return new Artifact(new ArrayList<>(files.values()));
    }
}
