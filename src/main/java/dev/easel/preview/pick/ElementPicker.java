package dev.easel.preview.pick;

import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Picks elements with the mouse: while it aims, what is under the pointer is highlighted and a
/// click picks it; the page gets neither. UI thread only.
public final class ElementPicker {
    /// What the picker does.
    public enum State {
        OFF,
        /// The mouse is the picker's.
        AIMING,
        /// One element stays highlighted; the page has the mouse.
        PICKED
    }

    /// Pages move: the highlight follows this often when the pointer rests.
    private static final long FOLLOW_NANOS = 100_000_000;

    private final PickPage page;
    private final PickAnswers answers = new PickAnswers();
    private final PickOverlay overlay = new PickOverlay();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OFF);
    private final ReadOnlyObjectWrapper<@Nullable PickedElement> picked =
            new ReadOnlyObjectWrapper<>();
    private final AnimationTimer follow =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    follow(now);
                }
            };
    private @Nullable Point2D pointer;
    private Point2D clicked = Point2D.ZERO;
    private boolean moved;
    private long drawn;

    public ElementPicker(PickPage page) {
        this.page = page;
        overlay.setMouseTransparent(true);
        overlay.setCursor(Cursor.CROSSHAIR);
        overlay.addEventHandler(MouseEvent.ANY, this::mouse);
        overlay.setOnScroll(this::scroll);
        overlay.addEventHandler(ContextMenuEvent.ANY, ContextMenuEvent::consume);
    }

    /// To be laid exactly over the page's view.
    public Node overlay() {
        return overlay;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What was picked; null in every state but PICKED.
    public ReadOnlyObjectProperty<@Nullable PickedElement> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    /// Where the last pick was, in the scene.
    public Point2D clicked() {
        return clicked;
    }

    /// Begins to aim, from any state.
    public void aim() {
        become(State.AIMING, null);
    }

    /// Back to the page as it was.
    public void leave() {
        become(State.OFF, null);
    }

    private void become(State now, @Nullable PickedElement element) {
        overlay.setMouseTransparent(now != State.AIMING);
        pointer = null;
        drawn = 0;
        picked.set(element);
        state.set(now);
        if (now == State.OFF) {
            follow.stop();
            overlay.show(Optional.empty(), 1);
        } else {
            follow.start();
        }
    }

    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_CLICKED
                && event.getButton() == MouseButton.PRIMARY
                && state.get() == State.AIMING) {
            clicked = new Point2D(event.getSceneX(), event.getSceneY());
            pick(event.getX(), event.getY());
        } else if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
            pointer = null;
            overlay.show(Optional.empty(), 1);
        } else {
            pointer = new Point2D(event.getX(), event.getY());
            moved = true;
        }
        event.consume();
    }

    private void pick(double x, double y) {
        page.ask(call("pick", x, y))
                .flatMap(answers::picked)
                .ifPresent(element -> become(State.PICKED, element));
    }

    private void scroll(ScrollEvent event) {
        page.pass(event);
        moved = true;
        event.consume();
    }

    private void follow(long now) {
        if (!moved && now - drawn < FOLLOW_NANOS) {
            return;
        }
        drawn = now;
        moved = false;
        Point2D at = pointer;
        Optional<String> answer =
                switch (state.get()) {
                    case OFF -> Optional.empty();
                    case AIMING ->
                            at == null
                                    ? Optional.empty()
                                    : page.ask(call("pickAt", at.getX(), at.getY()));
                    case PICKED -> page.ask("pickedMark()");
                };
        overlay.show(answer.flatMap(answers::mark), page.scale());
    }

    private String call(String function, double x, double y) {
        return String.format(
                Locale.ROOT, "%s(%.2f, %.2f)", function, x / page.scale(), y / page.scale());
    }
}
