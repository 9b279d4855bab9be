package dev.easel.preview;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Lets something run on the UI thread ten times a second, or as soon after as that thread is free.
final class UiBeat {
    private static final long MILLIS = 100;

    private final Executor later;
    private final Runnable beat;
    private final AtomicBoolean isWaiting = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor timer;
    private @Nullable ScheduledFuture<?> ticking;

    /// @param later runs on the UI thread, when it is free
    UiBeat(Executor later, Runnable beat) {
        this.later = later;
        this.beat = beat;
        timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("preview-beat").factory());
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
    }

    void start() {
        if (ticking == null) {
            ticking = timer.scheduleWithFixedDelay(this::tick, 0, MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private void tick() {
        if (isWaiting.compareAndSet(false, true)) {
            later.execute(() -> {
                isWaiting.set(false);
                beat.run();
            });
        }
    }
}
