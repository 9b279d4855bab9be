package dev.easel.preview.webgl.gl;

import java.util.concurrent.atomic.AtomicLong;

/// Whether the GL thread gets on: many small commands may take long together, one command may not.
final class Progress {
    private final AtomicLong steps = new AtomicLong();

    /// Counts a command that begins. Costs about a nanosecond.
    void step() {
        steps.setOpaque(steps.getPlain() + 1);
    }

    /// How many have begun.
    long steps() {
        return steps.getOpaque();
    }
}
