package dev.easel.app;

import dev.easel.generate.ArtifactEvent;
import dev.easel.generate.RunEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes a run's events from its thread to the JavaFX thread, joining texts that arrive faster than
/// the window draws: ten chunks between two frames are one update.
final class RunFeed implements Consumer<RunEvent> {
    // What the window takes in one go; a flood must leave room between its parts.
    private static final int LONGEST = 64_000;

    private final Executor ui;
    private final Consumer<RunEvent> window;
    private final Deque<RunEvent> waiting = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable RunEvent open;

    RunFeed(Executor ui, Consumer<RunEvent> window) {
        this.ui = ui;
        this.window = window;
    }

    @Override
    public void accept(RunEvent event) {
        synchronized (waiting) {
            if (open != null && join(open, event)) {
                return;
            }
            close();
            begin(event);
        }
        ui.execute(this::deliver);
    }

    // One event a task, so that the executor can stop between them.
    private void deliver() {
        RunEvent due;
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                close();
            }
            due = waiting.remove();
        }
        window.accept(due);
    }

    private boolean join(RunEvent before, RunEvent event) {
        if (text.length() > LONGEST) {
            return false;
        }
        String more =
                switch (event) {
                    case RunEvent.Thought(String t) when before instanceof RunEvent.Thought -> t;
                    case RunEvent.Artifact(ArtifactEvent.Prose(String t))
                            when before instanceof RunEvent.Artifact(ArtifactEvent.Prose p) ->
                            t;
                    case RunEvent.Artifact(ArtifactEvent.FileText(String path, String t))
                            when before instanceof RunEvent.Artifact(ArtifactEvent.FileText f)
                                    && f.path().equals(path) ->
                            t;
                    default -> null;
                };
        if (more == null) {
            return false;
        }
        text.append(more);
        return true;
    }

    private void begin(RunEvent event) {
        open = event;
        text.setLength(0);
        switch (event) {
            case RunEvent.Thought(String t) -> text.append(t);
            case RunEvent.Artifact(ArtifactEvent.Prose(String t)) -> text.append(t);
            case RunEvent.Artifact(ArtifactEvent.FileText(String path, String t)) -> text.append(t);
            default -> {}
        }
    }

    private void close() {
        if (open == null) {
            return;
        }
        waiting.add(
                switch (open) {
                    case RunEvent.Thought t -> new RunEvent.Thought(text.toString());
                    case RunEvent.Artifact(ArtifactEvent.Prose p) ->
                            new RunEvent.Artifact(new ArtifactEvent.Prose(text.toString()));
                    case RunEvent.Artifact(ArtifactEvent.FileText f) ->
                            new RunEvent.Artifact(
                                    new ArtifactEvent.FileText(f.path(), text.toString()));
                    default -> open;
                });
        open = null;
    }
}
