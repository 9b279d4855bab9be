package dev.easel.library.cache;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/// The proof: every request that left this computer for a page, counted where they leave. Each hop
/// of a redirect counts, and so does a request that failed: its name was asked for. Thread-safe.
public final class Departures {
    private static final int LIMIT = 1_000;

    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final Deque<WebAddress> latest = new ArrayDeque<>();
    private long count;

    /// To be called before anything of a request leaves.
    void leaving(WebAddress address) {
        long now;
        synchronized (this) {
            now = ++count;
            if (latest.size() == LIMIT) {
                latest.removeFirst();
            }
            latest.addLast(address);
        }
        listeners.forEach(listener -> listener.accept(now));
    }

    /// How many, since the program was started.
    public synchronized long count() {
        return count;
    }

    /// The latest 1,000 addresses, oldest first.
    public synchronized List<WebAddress> latest() {
        return List.copyOf(latest);
    }

    /// Tells the count, now and whenever it grows, on whichever thread that happens.
    public void listen(LongConsumer listener) {
        listeners.add(listener);
        listener.accept(count());
    }
}
