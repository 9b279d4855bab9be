package dev.easel.preview;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

/// Looks at what nothing tells of.
final class EverySecond {
    private EverySecond() {}

    /// Runs something once a second, on the UI thread, while a node is in a scene.
    static void whileIn(Node node, Runnable look) {
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), e -> look.run()));
        clock.setCycleCount(Animation.INDEFINITE);
        node.sceneProperty()
                .addListener((o, before, now) -> {
                    if (now == null) {
                        clock.stop();
                    } else {
                        clock.play();
                    }
                });
    }
}
