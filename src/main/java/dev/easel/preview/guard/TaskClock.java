package dev.easel.preview.guard;

import java.util.function.LongSupplier;

/// How long the page's own code has kept the UI thread since that thread was last free. Used on the
/// UI thread only.
///
/// The thread is free whenever it gets to [#beat()], which somebody asks it for again and again; a
/// dialog that waits for the user counts as free. Time that passes between two questions counts
/// only in part, since it was spent in a library or in the browser, and on a busy machine waiting
/// for other programs counts less than working. Waiting for the graphics driver does not count, as
/// it is the work of somebody else, until it has become too much even so.
public final class TaskClock {
    /// A third of the usual limit, so a loop around one slow call still ends soon.
    private static final long LONGEST_STEP = 500_000_000;

    private static final int WAITING_COUNTS = 2;

    /// Of one task: a page that waits for ever keeps the window, too.
    private static final long LONGEST_WAIT = 10_000_000_000L;

    private final LongSupplier nanoTime;
    private final LongSupplier cpuTime;
    private long turn;
    private long askedIn = -1;
    private long wall;
    private long cpu;
    private long used;
    private long waited;
    private long waitedBefore;

    /// @param nanoTime e.g. `System::nanoTime`
    /// @param cpuTime of the UI thread, in nanoseconds
    public TaskClock(LongSupplier nanoTime, LongSupplier cpuTime) {
        this.nanoTime = nanoTime;
        this.cpuTime = cpuTime;
    }

    /// The UI thread is free.
    public void beat() {
        turn++;
    }

    /// The thread has waited for the graphics driver.
    ///
    /// @param nanos how long, up to now
    public void waited(long nanos) {
        waited += nanos;
    }

    /// Differs between any two tasks with a beat between them.
    long turn() {
        return turn;
    }

    /// As `System.nanoTime`.
    long now() {
        return nanoTime.getAsLong();
    }

    /// Asked by the page's code every now and then.
    ///
    /// @return nanoseconds since it asked first in this turn
    long used() {
        long wallNow = nanoTime.getAsLong();
        long cpuNow = cpuTime.getAsLong();
        if (askedIn == turn) {
            long busy = wallNow - wall - forgiven();
            long step = Math.max(cpuNow - cpu, busy / WAITING_COUNTS);
            used += Math.min(step, LONGEST_STEP);
        } else {
            askedIn = turn;
            used = 0;
            waitedBefore = 0;
        }
        waited = 0;
        wall = wallNow;
        cpu = cpuNow;
        return used;
    }

    private long forgiven() {
        long forgiven = Math.clamp(waited, 0, LONGEST_WAIT - waitedBefore);
        waitedBefore += forgiven;
        return forgiven;
    }
}
