package dev.easel.provider.samples;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How a sample's chunks are spread over time.
@FunctionalInterface
public interface Pace {
    /// Called once when a reply begins.
    Waiting begin();

    /// The waiting of one reply.
    @FunctionalInterface
    interface Waiting {
        /// Returns when `due` has passed since the beginning, or `stop` has been counted down.
        void until(Duration due, CountDownLatch stop) throws InterruptedException;
    }

    /// As a model would send it.
    static Pace realistic() {
        return () -> {
            long start = System.nanoTime();
            // Against the start, not the chunk before: coarse timers (15 ms on Windows) would add
            // up.
            return (due, stop) -> {
                long left = start + due.toNanos() - System.nanoTime();
                boolean _ = stop.await(left, TimeUnit.NANOSECONDS);
            };
        };
    }

    /// Everything at once.
    static Pace instant() {
        return () -> (_, _) -> {};
    }
}
