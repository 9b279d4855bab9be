package dev.easel.app;

import dev.easel.generate.ArtifactCollector;
import dev.easel.generate.ArtifactEvent;
import dev.easel.generate.RunHandle;
import dev.easel.project.Project;
import dev.easel.prompt.RunCard;

/// The run under way and what it has brought so far, kept apart from the panes: the user may look
/// at another project meanwhile and come back. UI thread only.
final class ActiveRun {
    private final Project project;
    private final RunHandle handle;
    private final RunCard card;
    private final ArtifactCollector collector = new ArtifactCollector();
    private int lines;

    ActiveRun(Project project, RunHandle handle, RunCard card) {
        this.project = project;
        this.handle = handle;
        this.card = card;
    }

    Project project() {
        return project;
    }

    RunHandle handle() {
        return handle;
    }

    RunCard card() {
        return card;
    }

    ArtifactCollector collector() {
        return collector;
    }

    void take(ArtifactEvent event) {
        collector.accept(event);
        if (event instanceof ArtifactEvent.FileText(String path, String text)) {
            lines += (int) text.chars().filter(c -> c == '\n').count();
        }
    }

    /// Lines of code so far.
    int lines() {
        return lines;
    }
}
