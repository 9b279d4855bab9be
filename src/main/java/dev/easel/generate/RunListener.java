package dev.easel.generate;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;

/// Whoever hears of a run. One that throws hears no more but the end: its window is in an unknown
/// state, and the model should not go on writing for nobody.
final class RunListener {
    private static final System.Logger LOG = System.getLogger(RunListener.class.getName());

    private final Consumer<RunEvent> listener;
    private final RunHandle handle;
    private Optional<Throwable> failure = Optional.empty();
    private boolean deaf;

    RunListener(Consumer<RunEvent> listener, RunHandle handle) {
        this.listener = listener;
        this.handle = handle;
    }

    void tell(RunEvent event) {
        if (deaf) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "The listener of a run failed; the run is stopped", e);
            deaf = true;
            failure = failure.or(() -> Optional.of(e));
            handle.cancellation().cancel();
        }
    }

    /// Tells the end, to one that has thrown as well.
    void tellEnd(RunEvent.Ended ended) {
        deaf = false;
        tell(ended);
    }

    /// What it threw first.
    Optional<Throwable> failure() {
        return failure;
    }
}
