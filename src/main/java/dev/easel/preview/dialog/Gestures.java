package dev.easel.preview.dialog;

import java.util.function.LongSupplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;

/// Knows whether a user has just done something in a page. What the page says about that is not
/// asked: it could lie. UI thread.
public final class Gestures {
    /// As long as browsers let a page act on a gesture.
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final LongSupplier nanos;
    private boolean unused;
    private long at;

    /// @param nanos e.g. [System#nanoTime()]
    public Gestures(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Begins to watch one page.
    public void watch(Node page) {
        EventHandler<InputEvent> seen = e -> happened();
        page.addEventFilter(MouseEvent.MOUSE_PRESSED, seen::handle);
        page.addEventFilter(MouseEvent.MOUSE_RELEASED, seen::handle);
        page.addEventFilter(KeyEvent.KEY_PRESSED, seen::handle);
        page.addEventFilter(TouchEvent.TOUCH_RELEASED, seen::handle);
    }

    /// The user has done something.
    public void happened() {
        unused = true;
        at = nanos.getAsLong();
    }

    /// Whether a gesture is there to act on; it is used up by that.
    public boolean use() {
        boolean isFresh = unused && nanos.getAsLong() - at < FRESH_NANOS;
        unused = false;
        return isFresh;
    }
}
