package dev.easel.app;

import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Prompts that wait for a run to end, of all projects, in the history. Writes keep their order. UI
/// thread only; the history is asked in the background.
final class Waiting {
    private final HistoryRepository history;
    private final Executor background;
    private final Executor ui;
    private final Consumer<String> problem;
    private final Object order = new Object();

    /// @param problem told in plain words when the history fails
    Waiting(HistoryRepository history, Executor background, Executor ui, Consumer<String> problem) {
        this.history = history;
        this.background = background;
        this.ui = ui;
        this.problem = problem;
    }

    /// Stores what waits in a project.
    void keep(String projectId, List<Prompt> prompts) {
        inBackground(() -> history.setQueue(projectId, prompts));
    }

    /// Takes the next prompt of a project that is not open, if there is one.
    void next(String projectId, Consumer<Prompt> start) {
        inBackground(() -> {
            List<Prompt> waiting = history.queue(projectId);
            Optional<Prompt> next = waiting.stream().findFirst();
            if (next.isPresent()) {
                history.setQueue(projectId, waiting.subList(1, waiting.size()));
                ui.execute(() -> start.accept(next.get()));
            }
        });
    }

    /// A prompt that was taken waits again, before the others.
    void putBack(String projectId, Prompt prompt) {
        inBackground(() -> {
            List<Prompt> waiting = new ArrayList<>(history.queue(projectId));
            waiting.addFirst(prompt);
            history.setQueue(projectId, waiting);
        });
    }

    private void inBackground(Runnable task) {
        background.execute(() -> {
            try {
                synchronized (order) {
                    task.run();
                }
            } catch (HistoryException e) {
                ui.execute(() -> problem.accept(e.getMessage()));
            }
        });
    }
}
