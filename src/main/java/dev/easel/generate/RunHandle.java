package dev.easel.generate;

import dev.easel.provider.Cancellation;
import dev.easel.provider.Patience;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A run under way. All methods may be called from any thread.
public final class RunHandle {
    private final Cancellation cancellation = new Cancellation();
    private final Patience patience = new Patience();
    private final CompletableFuture<String> started = new CompletableFuture<>();
    private final CompletableFuture<RunEvent.Ended> ended = new CompletableFuture<>();
    private volatile boolean cancelled;

    RunHandle() {}

    /// The run's id; empty until its prompt is stored.
    public Optional<String> runId() {
        return Optional.ofNullable(started.getNow(null));
    }

    /// Stops the server's work at once. What has come is kept; the run ends soon after with
    /// `CANCELLED`, or as it would have if it was over already.
    public void cancel() {
        cancelled = true;
        cancellation.cancel();
    }

    /// Ends the wait for the next attempt, if there is one: it begins now.
    public void tryNow() {
        patience.end();
    }

    /// Waits until everything is stored and the listener was told; not for the UI thread.
    ///
    /// @return the last event
    /// @throws IllegalStateException when the run died of an error that left nothing to tell
    public RunEvent.Ended await() throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The run died", e.getCause());
        }
    }

    public boolean isOver() {
        return ended.isDone();
    }

    Cancellation cancellation() {
        return cancellation;
    }

    Patience patience() {
        return patience;
    }

    boolean isCancelledByUser() {
        return cancelled;
    }

    void started(String runId) {
        started.complete(runId);
    }

    void ended(RunEvent.Ended event) {
        ended.complete(event);
    }

    void died(Throwable cause) {
        ended.completeExceptionally(cause);
    }
}
