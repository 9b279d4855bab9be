package dev.easel.app;

import dev.easel.generate.Guidance;
import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Keeps what projects tell the model. Every change is stored; of several that wait for the disk,
/// the last. UI thread only; the history is asked in the background.
final class ProjectGuidance {
    private final HistoryRepository history;
    private final Executor background;
    private final Executor ui;
    private final Consumer<String> problem;
    private final Object order = new Object();
    private final Map<String, Guidance> waiting = new HashMap<>();
    private Consumer<Guidance> onFresh = fresh -> {};
    private Guidance fresh = Guidance.NONE;

    /// @param problem told in plain words when the history fails
    ProjectGuidance(
            HistoryRepository history, Executor background, Executor ui, Consumer<String> problem) {
        this.history = history;
        this.background = background;
        this.ui = ui;
        this.problem = problem;
    }

    /// What the next new project will tell.
    Guidance fresh() {
        return fresh;
    }

    /// @param now what was kept when Easel was closed
    /// @param keep told when it changes
    void setFresh(Guidance now, Consumer<Guidance> keep) {
        fresh = now;
        onFresh = keep;
    }

    /// @param projectId absent for the next new project
    void keep(Optional<String> projectId, Guidance guidance) {
        projectId.ifPresentOrElse(
                id -> store(id, guidance),
                () -> {
                    fresh = guidance;
                    onFresh.accept(guidance);
                });
    }

    private void store(String projectId, Guidance guidance) {
        synchronized (waiting) {
            waiting.put(projectId, guidance);
        }
        background.execute(() -> {
            synchronized (order) {
                flush(projectId);
            }
        });
    }

    private void flush(String projectId) {
        Guidance last;
        synchronized (waiting) {
            last = waiting.remove(projectId);
        }
        if (last == null) {
            return;
        }
        try {
            last.settings()
                    .forEach((name, value) -> history.setProjectSetting(projectId, name, value));
        } catch (HistoryException e) {
            ui.execute(() -> problem.accept(e.getMessage()));
        }
    }
}
