package dev.easel.app;

import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Attachment;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The images in the history: those of runs, read when they are wanted, and those of the draft. UI
/// thread only; the history is asked in the background.
final class RunImages {
    private final HistoryRepository history;
    private final Executor background;
    private final Executor ui;
    private final Consumer<String> problem;
    private final Object order = new Object();
    private int kept;

    /// @param problem told in plain words when the history fails
    RunImages(
            HistoryRepository history, Executor background, Executor ui, Consumer<String> problem) {
        this.history = history;
        this.background = background;
        this.ui = ui;
        this.problem = problem;
    }

    /// @param then gets the images of a run's prompt
    void of(String runId, Consumer<List<Attachment>> then) {
        inBackground(() -> {
            List<Attachment> images = history.images(runId);
            ui.execute(() -> then.accept(images));
        });
    }

    /// @param then gets what was beside the prompt when Easel was closed, if anything
    void draft(Consumer<List<Attachment>> then) {
        inBackground(() -> {
            List<Attachment> images = history.draftImages();
            if (!images.isEmpty()) {
                ui.execute(() -> then.accept(images));
            }
        });
    }

    /// Keeps what is beside the prompt now; of several that wait, the last.
    void keepDraft(List<Attachment> images) {
        int number;
        synchronized (order) {
            number = ++kept;
        }
        inBackground(() -> {
            synchronized (order) {
                if (number == kept) {
                    history.setDraftImages(images);
                }
            }
        });
    }

    private void inBackground(Runnable task) {
        background.execute(() -> {
            try {
                task.run();
            } catch (HistoryException e) {
                ui.execute(() -> problem.accept(e.getMessage()));
            }
        });
    }
}
