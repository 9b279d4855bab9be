package dev.easel.preview.console;

import dev.easel.preview.console.ConsoleContent.Divider;
import dev.easel.preview.console.ConsoleContent.Line;
import dev.easel.preview.sandbox.ConsoleEntry;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;

/// Takes lines from a page to the rows, some ten times a second and not each by itself: a page may
/// write a thousand in that time. UI thread.
final class ConsoleFeed {
    private static final Duration PAUSE = Duration.millis(60);

    /// More at once than a page may write in the pause. A list takes about 2 ms for so many, 15 for
    /// 500.
    private static final int AT_ONCE = 100;

    private final ConsoleRows rows;
    private final Clock clock;
    private final Deque<ConsoleContent> waiting = new ArrayDeque<>();
    private final ConsoleSource source;
    private final ReadOnlyBooleanProperty keeps;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private Consumer<Runnable> onAdd = Runnable::run;
    private boolean isClearing;

    /// @param keeps whether lines stay when the page is loaded again
    ConsoleFeed(
            ConsoleSource source, ConsoleRows rows, ReadOnlyBooleanProperty keeps, Clock clock) {
        this.source = source;
        this.rows = rows;
        this.keeps = keeps;
        this.clock = clock;
        pause.setOnFinished(e -> flush());
        source.entries().forEach(e -> waiting.add(new Line(e)));
        source.entries().addListener(this::changed);
        flush();
    }

    /// Who adds the rows, because something is to be done before or after it.
    void setOnAdd(Consumer<Runnable> adder) {
        onAdd = adder;
    }

    /// Empties the console, whatever is to be kept.
    void clear() {
        isClearing = true;
        try {
            source.clear();
        } finally {
            isClearing = false;
        }
        forget();
    }

    /// Shows a line that is not the page's, after all that the page has said so far.
    ///
    /// @return its node
    ConsoleNode add(ConsoleContent content) {
        while (!waiting.isEmpty()) {
            rows.add(next());
        }
        return rows.add(List.of(content)).getFirst();
    }

    private void changed(ListChangeListener.Change<? extends ConsoleEntry> change) {
        if (change.getList().isEmpty()) {
            emptied();
            return;
        }
        while (change.next()) {
            if (change.wasReplaced()) {
                replaced(change.getAddedSubList());
            } else {
                change.getAddedSubList().forEach(e -> waiting.add(new Line(e)));
            }
        }
        flushSoon();
    }

    // WebKit's true text for the line before, see PageConsole, comes in the same breath.
    private void replaced(List<? extends ConsoleEntry> now) {
        if (!waiting.isEmpty() && waiting.peekLast() instanceof Line) {
            waiting.removeLast();
        }
        now.forEach(e -> waiting.add(new Line(e)));
    }

    private void emptied() {
        if (isClearing) {
            return;
        }
        if (keeps.get()) {
            waiting.add(new Divider(LocalTime.now(clock)));
            flushSoon();
        } else {
            forget();
        }
    }

    private void forget() {
        waiting.clear();
        rows.clear();
    }

    private void flushSoon() {
        if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            List<ConsoleContent> some = next();
            onAdd.accept(() -> rows.add(some));
        }
        if (!waiting.isEmpty()) {
            flushSoon();
        }
    }

    private List<ConsoleContent> next() {
        List<ConsoleContent> some = new ArrayList<>();
        while (!waiting.isEmpty() && some.size() < AT_ONCE) {
            some.add(waiting.poll());
        }
        return some;
    }
}
