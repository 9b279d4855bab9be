package dev.easel.app;

import dev.easel.generate.ArtifactCollector;
import dev.easel.generate.ArtifactEvent;
import dev.easel.generate.RunHandle;
import dev.easel.project.Artifact;
import dev.easel.project.EditOutcome;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.prompt.RunCard;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A run under way and what it has brought so far, kept apart from the panes: the user may look at
/// another project meanwhile and come back. When Easel asks again by itself, the same one goes on
/// with another card. UI thread only.
final class ActiveRun {
    private final Prompt asked;
    private Optional<String> projectId;
    private @Nullable RunHandle handle;
    private @Nullable Project project;
    private @Nullable RunCard card;
    private Artifact base = Artifact.EMPTY;
    private ArtifactCollector collector = new ArtifactCollector();
    private int lines;

    /// @param projectId absent for a prompt that makes a new project
    /// @param asked what it asks
    ActiveRun(Optional<String> projectId, Prompt asked) {
        this.asked = asked;
        this.projectId = projectId;
    }

    /// What it was started with.
    Prompt asked() {
        return asked;
    }

    void started(RunHandle by) {
        handle = by;
    }

    RunHandle handle() {
        return Objects.requireNonNull(handle, "The run has not been started");
    }

    /// Absent while a new project has not been stored.
    Optional<String> projectId() {
        return projectId;
    }

    /// Whether its prompt is stored.
    boolean hasBegun() {
        return card != null;
    }

    /// The prompt is stored.
    void begin(Project of, RunCard with) {
        project = of;
        projectId = Optional.of(of.id());
        card = with;
        base(Artifact.EMPTY);
    }

    /// The files as they are before the run.
    void base(Artifact files) {
        base = files;
        collector = new ArtifactCollector(files);
        lines = 0;
    }

    Project project() {
        return Objects.requireNonNull(project, "The run has not begun");
    }

    RunCard card() {
        return Objects.requireNonNull(card, "The run has not begun");
    }

    /// The files of before that the run has not touched yet, and what it has made of the others.
    Artifact files() {
        Artifact made = collector.artifact();
        return new Artifact(
                Stream.concat(
                                base.files().stream().filter(f -> made.file(f.path()).isEmpty()),
                                made.files().stream())
                        .toList());
    }

    /// The text of a file as it is now.
    Optional<String> text(String path) {
        return collector.text(path);
    }

    /// The file that was changed last.
    String lastChanged() {
        return collector.lastChanged();
    }

    /// @return what became of a change
    Optional<EditOutcome> take(ArtifactEvent event) {
        lines +=
                switch (event) {
                    case ArtifactEvent.FileText more -> lineEnds(more.text());
                    case ArtifactEvent.Edited edited -> lineEnds(edited.edit().replace());
                    case ArtifactEvent.Prose prose -> 0;
                    case ArtifactEvent.FileStarted started -> 0;
                    case ArtifactEvent.FileEnded ended -> 0;
                    case ArtifactEvent.EditsStarted started -> 0;
                    case ArtifactEvent.BadEdit bad -> 0;
                    case ArtifactEvent.EditsEnded ended -> 0;
                };
        return collector.accept(event);
    }

    private static int lineEnds(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /// Lines of code so far.
    int lines() {
        return lines;
    }
}
