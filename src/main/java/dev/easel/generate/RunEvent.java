package dev.easel.generate;

import dev.easel.project.Project;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.Usage;
import java.util.Optional;

/// What happens in a run, for a window or a terminal; in order, on the run's own thread.
public sealed interface RunEvent {
    /// The prompt is stored; the request goes out now.
    record Started(Project project, Run run) implements RunEvent {}

    record Thought(String text) implements RunEvent {}

    record Artifact(ArtifactEvent event) implements RunEvent {}

    record Answering(String modelVersion) implements RunEvent {}

    record Counted(Usage usage) implements RunEvent {}

    /// The run is over and stored.
    ///
    /// @param revision what it made, if anything; already stored
    record Ended(Run run, Optional<Revision> revision) implements RunEvent {}
}
