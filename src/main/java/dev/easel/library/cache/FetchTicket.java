package dev.easel.library.cache;

import java.util.ArrayList;
import java.util.List;

/// One who wants a file: hears how far it is, and may stop wanting it. Thread-safe.
public final class FetchTicket {
    /// Hears how much has come; on any thread, often.
    public interface Progress {
        /// @param total in bytes; -1 when the server does not say
        void arrived(long bytes, long total);
    }

    private final Progress progress;
    private final List<Runnable> whenCancelled = new ArrayList<>();
    private boolean cancelled;

    public FetchTicket(Progress progress) {
        this.progress = progress;
    }

    /// For those who only want the file.
    public FetchTicket() {
        this((bytes, total) -> {});
    }

    /// Stops the transfer, unless somebody else waits for the same file.
    public void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            cancelled = true;
            actions = List.copyOf(whenCancelled);
            whenCancelled.clear();
        }
        actions.forEach(Runnable::run);
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /// Runs the action when this is cancelled; at once when it is already.
    void whenCancelled(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                whenCancelled.add(action);
                return;
            }
        }
        action.run();
    }

    void arrived(long bytes, long total) {
        progress.arrived(bytes, total);
    }
}
