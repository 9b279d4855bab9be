package dev.easel.history;

import java.time.Instant;
import java.time.InstantSource;

/// Moves on a second with every look at it, so that the order of events is the order of times.
final class TickingClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-03T09:00:00Z");

    @Override
    public synchronized Instant instant() {
        now = now.plusSeconds(1);
        return now;
    }
}
