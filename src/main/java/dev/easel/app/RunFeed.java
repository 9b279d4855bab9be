package dev.easel.app;

import dev.easel.generate.ArtifactEvent;
import dev.easel.generate.RunEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Takes a run's events from its thread to the JavaFX thread, joining texts that arrive faster than
/// the window draws: ten chunks between two frames are one update. Counts come with every chunk;
/// only some of them are passed on.
final class RunFeed implements Consumer<RunEvent> {
    // What the window takes in one go; a flood must leave room between its parts.
    private static final int LONGEST = 64_000;

    // Nobody reads figures that change faster, and each costs a layout; the end of a run has the
    // last ones.
    private static final long BETWEEN_COUNTS = 300_000_000;

    private final Executor ui;
    private final Consumer<RunEvent> window;
    private final LongSupplier nanoTime;
    private final Deque<RunEvent> waiting = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable RunEvent open;
    private long counted;

    RunFeed(Executor ui, Consumer<RunEvent> window, LongSupplier nanoTime) {
        this.ui = ui;
        this.window = window;
        this.nanoTime = nanoTime;
        this.counted = nanoTime.getAsLong() - BETWEEN_COUNTS;
    }

    @Override
    public void accept(RunEvent event) {
        synchronized (waiting) {
            if (event instanceof RunEvent.Counted && isCountedAlready()) {
                return;
            }
            if (open != null && join(open, event)) {
                return;
            }
            close();
            begin(event);
        }
        ui.execute(this::deliver);
    }

    private boolean isCountedAlready() {
        long now = nanoTime.getAsLong();
        if (now - counted < BETWEEN_COUNTS) {
            return true;
        }
        counted = now;
        return false;
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
