package dev.easel.ui;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// Runs tasks on the JavaFX thread, in the order they came, a few milliseconds' worth at a time, so
/// that a flood of them (a reply of 10 MB) leaves room for typing and drawing. Code is written
/// against [Executor]; tests pass `Runnable::run`.
public final class FxExecutor implements Executor {
    private static final long SLICE_NANOS = 4_000_000;

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /// Runs at once when already on the JavaFX thread and nothing waits.
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread() && waiting.isEmpty()) {
            task.run();
            return;
        }
        waiting.add(task);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            Platform.runLater(this::runSome);
        }
    }

    private void runSome() {
        scheduled.set(false);
        long end = System.nanoTime() + SLICE_NANOS;
        try {
            for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                task.run();
                if (System.nanoTime() - end >= 0) {
                    break;
                }
            }
        } finally {
            // Also after a task that threw: the others must not wait for the next one to come.
            if (!waiting.isEmpty()) {
                schedule();
            }
        }
    }
}
