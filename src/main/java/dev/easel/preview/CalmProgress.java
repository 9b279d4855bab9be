package dev.easel.preview;

import dev.easel.library.cache.FetchTicket;

/// Passes progress on a few times a second: a fast transfer tells of itself a thousand times.
final class CalmProgress implements FetchTicket.Progress {
    private static final long PAUSE_NANOS = 100_000_000;

    private final FetchTicket.Progress target;
    private long next = System.nanoTime();

    CalmProgress(FetchTicket.Progress target) {
        this.target = target;
    }

    @Override
    public void arrived(long bytes, long total) {
        if (isDue()) {
            target.arrived(bytes, total);
        }
    }

    private synchronized boolean isDue() {
        long now = System.nanoTime();
        if (now - next < 0) {
            return false;
        }
        next = now + PAUSE_NANOS;
        return true;
    }
}
