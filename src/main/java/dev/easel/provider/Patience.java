package dev.easel.provider;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits between the attempts of one run, unless the user has none. Thread-safe.
public final class Patience implements Retries.Pause {
    private volatile CountDownLatch over = new CountDownLatch(0);

    /// Ends the wait that is under way, if there is one.
    public void end() {
        over.countDown();
    }

    @Override
    public void await(Duration limit, Cancellation cancellation) {
        CountDownLatch latch = new CountDownLatch(1);
        over = latch;
        cancellation.onCancel(latch::countDown);
        try {
            boolean _ = latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
