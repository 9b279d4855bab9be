package dev.easel.preview.guard;

import dev.easel.text.Texts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Decides when a page's code has kept the UI thread too long. Used on the UI thread only, inside
/// the page's script: nothing here may take long or touch the page.
///
/// The limit holds for a task (what runs from one free moment of the thread to the next), not for a
/// loop. A task whose loops all count towards a limit is given more time: that is how pages build
/// their worlds, and such loops end.
public final class LoopGuard {
    /// Of a task, unless [#setLimit(Duration)] says otherwise.
    public static final Duration LIMIT = Duration.ofMillis(1_500);

    private static final double COUNTED = 2.5;
    private static final int STOPS = 3;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);
    private static final String GO_ON = "";
    private static final String WHERE = "where";
    private static final Texts TEXTS = Texts.of(LoopGuard.class);

    private final TaskClock clock;
    private final Consumer<StoppedLoop> listener;
    private final Deque<Long> stops = new ArrayDeque<>();
    private @Nullable Duration limit = LIMIT;
    private long stoppedIn = -1;
    private String lastWords = GO_ON;
    private boolean isStoppedForGood;

    /// @param listener hears of every loop that is stopped, inside the page's script
    public LoopGuard(TaskClock clock, Consumer<StoppedLoop> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /// @param newLimit of a task; null for none at all
    public void setLimit(@Nullable Duration newLimit) {
        limit = newLimit;
    }

    /// Whether the page hung so often that none of its guarded code runs any more.
    public boolean isStoppedForGood() {
        return isStoppedForGood;
    }

    /// Forgets what pages did before.
    public void reset() {
        stops.clear();
        stoppedIn = -1;
        lastWords = GO_ON;
        isStoppedForGood = false;
    }

    /// The answer to a page whose code asks whether it may go on.
    ///
    /// @param stack where it is, one frame a line; empty when the page has not said yet
    /// @param number that the check says where it is in a script made at run time; 0 for others
    /// @return empty to go on, `where` to ask again with a stack, else why it must stop
    public String mayGoOn(GuardedFiles files, String stack, int number) {
        long used = clock.used();
        if (isStoppedForGood || stoppedIn == clock.turn()) {
            return lastWords;
        }
        if (limit == null || used < limit.toNanos()) {
            return GO_ON;
        }
        if (stack.isEmpty()) {
            return WHERE;
        }
        Culprit culprit = Culprit.in(stack, number, files);
        if (culprit.mayEnd() && used < limit.toNanos() * COUNTED) {
            return GO_ON;
        }
        return stop(culprit, used / 1_000_000);
    }

    /// The page could not ask and has stopped by itself.
    ///
    /// @param stack where it is now, which may be some calls outside of what it stopped
    /// @param number as above
    /// @return why it must stop
    public String stopped(GuardedFiles files, String stack, int number) {
        return stoppedIn == clock.turn()
                ? lastWords
                : stop(Culprit.in(stack, number, files), LIMIT.toMillis());
    }

    private String stop(Culprit culprit, long millis) {
        StoppedLoop loop = culprit.stopped(millis);
        stoppedIn = clock.turn();
        lastWords = text(loop);
        long now = clock.now();
        stops.addLast(now);
        while (stops.getFirst() < now - STOPS_WITHIN.toNanos()) {
            stops.removeFirst();
        }
        isStoppedForGood = stops.size() >= STOPS;
        listener.accept(loop);
        return lastWords;
    }

    /// What is said about a loop, in the console and to the page's own handlers.
    public static String text(StoppedLoop loop) {
        String place =
                loop.line() == 0 ? loop.file() : loop.file() + ":" + Integer.toString(loop.line());
        String key =
                switch (loop.kind()) {
                    case LOOP -> "stopped.loop";
                    case RECURSION -> "stopped.recursion";
                };
        return TEXTS.get(key, loop.millis() / 1_000.0, place);
    }
}
