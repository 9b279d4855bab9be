package dev.easel.generate;

import dev.easel.project.Project;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import dev.easel.provider.Retry;
import java.util.Optional;

/// What happens in a run, for a window or a terminal; in order, on the run's own thread.
public sealed interface RunEvent {
    /// The prompt is stored; the request goes out now.
    record Started(Project project, Run run) implements RunEvent {}

    /// What the request holds.
    ///
    /// @param base the files as they are before the run, which its changes are made to
    record Sends(SentContext sent, dev.easel.project.Artifact base) implements RunEvent {}

    /// An attempt failed, and another one follows by itself, unless the user is quicker. Whatever
    /// comes next ends the wait.
    record Retrying(Retry retry) implements RunEvent {}

    /// The model is asked otherwise than the user wished, in plain words.
    record Adapted(String message) implements RunEvent {}

    /// The model thought this next.
    record Thought(String text) implements RunEvent {}

    /// The parser found this next in the reply.
    record Artifact(ArtifactEvent event) implements RunEvent {}

    /// The id of the model that really answers.
    record Answering(String modelVersion) implements RunEvent {}

    /// What of the run's times is known: its first thought or its first token has arrived, or
    /// another attempt begins, of which nothing is known.
    record Timed(Timings timings) implements RunEvent {}

    /// Token counts so far; a later one replaces an earlier one.
    record Counted(Usage usage) implements RunEvent {}

    /// What arrives cannot be saved (disk full, ...), in plain words. The run goes on in memory. At
    /// most once.
    record Warned(String message) implements RunEvent {}

    /// The run is over and stored; if that failed, the run's message says so. The only event when
    /// the prompt could not even be stored: then nothing was sent.
    ///
    /// @param revision what it made, if anything; stored like the run
    /// @param goesOn whether Easel asks again by itself: another `Started` follows
    record Ended(Run run, Optional<Revision> revision, boolean goesOn) implements RunEvent {}
}
