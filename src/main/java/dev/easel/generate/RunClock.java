package dev.easel.generate;

import dev.easel.project.Timings;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Measures one run. Used by its thread only.
final class RunClock {
    private final LongSupplier nanoTime;
    private long sent;
    private long firstThought = -1;
    private long firstText = -1;
    private long lastText = -1;

    RunClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.sent = nanoTime.getAsLong();
    }

    /// A request goes out now; times count from here. What a broken attempt measured is gone.
    void sent() {
        sent = nanoTime.getAsLong();
        firstThought = -1;
    }

    /// @return whether it was the first
    boolean thought() {
        boolean first = firstThought < 0;
        firstThought = first ? now() : firstThought;
        return first;
    }

    /// @return whether it was the first
    boolean text() {
        boolean first = firstText < 0;
        lastText = now();
        firstText = first ? lastText : firstText;
        return first;
    }

    /// Of a run that is not over.
    Timings soFar() {
        return new Timings(firstThought, firstText, -1);
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - sent);
    }

    /// @param finished whether the model said that it was done: then the last token counts, else
    ///   this moment
    Timings timings(boolean finished) {
        return new Timings(firstThought, firstText, finished && lastText >= 0 ? lastText : now());
    }
}
