package dev.easel.ui;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/// Dots that turn while something is worked on, as long as somebody can see them. JavaFX's own
/// indicator has the window drawn 60 times a second for as long as a model thinks; this one takes
/// ten steps a second, and all of them at the same moments. UI thread.
public final class Wheel extends StackPane {
    private static final int DOTS = 8;
    private static final double STEP_MILLIS = 100;

    private final Group dots = new Group();
    private final Timeline turn =
            new Timeline(new KeyFrame(Duration.millis(STEP_MILLIS), e -> step()));

    /// @param size its width and height, in pixels
    public Wheel(double size) {
        getStyleClass().add("wheel");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        double radius = size / 10;
        for (int i = 0; i < DOTS; i++) {
            double angle = 2 * Math.PI * i / DOTS;
            double far = size / 2 - radius;
            Circle dot = new Circle(far * Math.cos(angle), far * Math.sin(angle), radius);
            dot.getStyleClass().add("wheel-dot");
            dot.setOpacity((i + 1.0) / DOTS);
            dots.getChildren().add(dot);
        }
        getChildren().add(dots);
        turn.setCycleCount(Animation.INDEFINITE);
        step();
        Seen.of(this).subscribe(this::turn);
    }

    /// Whether it is drawn and turns.
    boolean isTurning() {
        return turn.getStatus() == Animation.Status.RUNNING;
    }

    private void turn(boolean isSeen) {
        if (isSeen) {
            turn.playFrom(Duration.millis(millis() % STEP_MILLIS));
        } else {
            turn.stop();
        }
    }

    private void step() {
        dots.setRotate(Math.floor(millis() / STEP_MILLIS) % DOTS * 360 / DOTS);
    }

    private static double millis() {
        return System.nanoTime() / 1e6;
    }
}
