package dev.easel.preview;

import dev.easel.preview.webgl.FrameInWork;
import dev.easel.preview.webgl.Screen;
import dev.easel.preview.webgl.WebGlPrompts;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import javafx.stage.Window;
import netscape.javascript.JSException;
import org.jspecify.annotations.Nullable;

/// When the frames of a page with WebGL are run: with JavaFX's own, never more of them ahead than
/// the GL thread can follow, not at all where nobody sees them, and less often while the user types
/// somewhere else. UI thread.
final class PageFrames extends AnimationTimer {
    private static final System.Logger LOG = System.getLogger(PageFrames.class.getName());

    /// One is worked on by the GL thread while the page makes the next.
    private static final int MOST_IN_WORK = 1;

    private static final long TYPING = 300_000_000;

    /// A page that takes no longer may go on at full speed beside somebody who types.
    private static final long LIGHT = 4_000_000;

    private final WebView view;
    private final AtomicInteger inWork = new AtomicInteger();
    private final Set<Screen> screens = new HashSet<>();
    private final EventHandler<InputEvent> typed = this::typed;
    private boolean isAsked;
    private boolean isRunning;
    private long typedAt = -TYPING;
    private long ranAt;
    private long took;

    PageFrames(WebView view) {
        this.view = view;
        view.sceneProperty().addListener((scene, old, now) -> moved(old, now));
    }

    private void moved(@Nullable Scene old, @Nullable Scene now) {
        if (old != null) {
            old.removeEventFilter(KeyEvent.ANY, typed);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.ANY, typed);
        }
    }

    private void typed(InputEvent event) {
        if (event.getTarget() != view) {
            typedAt = System.nanoTime();
        }
    }

    /// The page wants a frame.
    void ask() {
        isAsked = true;
        run();
    }

    /// The page has ordered a frame.
    void ordered(FrameInWork frame) {
        screens.addAll(frame.screens());
        inWork.incrementAndGet();
        frame.settled().whenComplete((done, error) -> inWork.decrementAndGet());
        run();
    }

    private void run() {
        if (!isRunning) {
            isRunning = true;
            start();
        }
    }

    @Override
    public void handle(long pulse) {
        if (!isSeen()) {
            return;
        }
        int ahead = inWork.get();
        // All are to be asked: each forgets what it missed.
        boolean isMissed = screens.stream().filter(Screen::takeMissed).count() > 0;
        if (isMissed) {
            evaluate(WebGlPrompts.REPAINT);
        }
        if (isAsked && ahead <= MOST_IN_WORK && !yields()) {
            isAsked = false;
            ranAt = System.nanoTime();
            evaluate(WebGlPrompts.FRAME);
            took = System.nanoTime() - ranAt;
        } else if (!isAsked && ahead == 0 && !isMissed) {
            isRunning = false;
            screens.clear();
            stop();
        }
    }

    /// Leaves every second moment to somebody who types.
    private boolean yields() {
        long now = System.nanoTime();
        return now - typedAt < TYPING && took > LIGHT && now - ranAt < took * 2;
    }

    private boolean isSeen() {
        Scene scene = view.getScene();
        Window window = scene == null ? null : scene.getWindow();
        if (window == null
                || !window.isShowing()
                || window instanceof Stage stage && stage.isIconified()) {
            return false;
        }
        for (Node node = view; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void evaluate(String script) {
        try {
            view.getEngine().executeScript(script);
        } catch (JSException e) {
            // The page has broken its own frames, and stands still.
            LOG.log(Level.DEBUG, "A frame could not be run: " + e.getMessage());
        }
    }
}
