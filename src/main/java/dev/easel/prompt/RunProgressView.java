package dev.easel.prompt;

import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.text.Texts;
import dev.easel.ui.Seen;
import dev.easel.ui.Wheel;
import java.time.Duration;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What a run that goes on is at, and for how long: a model may think for a minute and say nothing.
/// Takes no room otherwise, nor while another attempt is waited for.
final class RunProgressView extends HBox {
    private static final Texts TEXTS = Texts.of(RunProgressView.class);

    private final RunCard card;
    private final InstantSource clock;
    private final Label text = new Label();
    private final Timeline seconds =
            new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), e -> show()));

    RunProgressView(RunCard card, InstantSource clock) {
        this.card = card;
        this.clock = clock;
        getStyleClass().add("run-progress");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new Wheel(14), text);
        managedProperty().bind(visibleProperty());
        seconds.setCycleCount(Animation.INDEFINITE);
        card.runProperty().addListener(o -> show());
        card.retryProperty().addListener(o -> show());
        show();
        Seen.of(this)
                .subscribe(seen -> {
                    if (seen) {
                        show();
                        seconds.play();
                    } else {
                        seconds.stop();
                    }
                });
    }

    private void show() {
        Run run = card.run();
        setVisible(run.status() == RunStatus.RUNNING && card.retryProperty().get().isEmpty());
        if (isVisible()) {
            long elapsed = Duration.between(run.started(), clock.instant()).toSeconds();
            String now = TEXTS.get(stage(run));
            text.setText(
                    elapsed < 1 ? now : TEXTS.get("card.elapsed", now, elapsed / 60, elapsed % 60));
        }
    }

    private static String stage(Run run) {
        if (run.timings().firstToken() >= 0) {
            return "card.writing";
        }
        return run.timings().firstThought() >= 0 ? "card.thinking" : "card.waiting";
    }
}
