package dev.easel.preview;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Asks the UI thread ten times a second whether it is free, and knows for how long it has not
/// answered.
final class UiBeat {
    private static final long MILLIS = 100;

    /// Hears of the thread.
    interface Listener {
        /// On the UI thread, whenever it is free.
        void beat();

        /// On the timer's thread, ten times a second.
        ///
        /// @param ui null until it has answered once
        /// @param silent milliseconds since it was asked; 0 when it has answered
        void tick(@Nullable Thread ui, long silent);
    }

    private final Executor later;
    private final Listener listener;
    private final ScheduledThreadPoolExecutor timer;
    private @Nullable ScheduledFuture<?> ticking;
    private volatile @Nullable Thread ui;
    // Of System.nanoTime; 0 when nobody waits for an answer.
    private volatile long asked;

    /// @param later runs on the UI thread, when it is free
    UiBeat(Executor later, Listener listener) {
        this.later = later;
        this.listener = listener;
        timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("preview-beat").factory());
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Does nothing when it beats already.
    void start() {
        if (ticking == null) {
            ticking = timer.scheduleWithFixedDelay(this::tick, 0, MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// Ends it, after one more tick.
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
            timer.execute(() -> listener.tick(ui, 0));
        }
    }

    private void tick() {
        long since = asked;
        if (since == 0) {
            asked = Math.max(1, System.nanoTime());
            later.execute(this::answer);
        }
        long silent = since == 0 ? 0 : (System.nanoTime() - since) / 1_000_000;
        listener.tick(ui, silent);
    }

    private void answer() {
        ui = Thread.currentThread();
        asked = 0;
        listener.beat();
    }
}
