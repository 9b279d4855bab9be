package dev.easel.provider;

import java.util.ArrayList;
import java.util.List;

/// A request to stop, which the thread that waits for a server cannot see by itself: whoever blocks
/// registers what to do, e.g. to close the connection. All methods may be called from any thread.
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /// Runs the registered actions on the calling thread, newest first; later calls do nothing.
    public void cancel() {
        List<Runnable> due;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions.reversed());
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    /// Whether [#cancel()] was called.
    public boolean isCancelled() {
        synchronized (actions) {
            return cancelled;
        }
    }

    /// Runs `action` when the cancellation comes, at once if it has come already.
    public void onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    /// @throws ProviderException of kind `CANCELLED` if it has come
    public void check() throws ProviderException {
        if (isCancelled()) {
            throw ProviderException.cancelled();
        }
    }
}
