package dev.easel.prompt;

import dev.easel.provider.Retry;
import dev.easel.text.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Counts down to the next attempt of a run, with buttons to begin it at once and to give up. Takes
/// no room while nothing is waited for.
public final class RetryView extends VBox {
    private static final Texts TEXTS = Texts.of(RetryView.class);

    private final InstantSource clock;
    private final Label reason = new Label(null, new FontIcon("fth-alert-triangle"));
    private final Label count = new Label();
    private final HBox buttons = new HBox();
    private final Timeline seconds = new Timeline();
    private Optional<Retry> retry = Optional.empty();

    /// What the buttons do.
    ///
    /// @param tryNow the next attempt shall begin
    /// @param stop there shall be no other
    public record Actions(Runnable tryNow, Runnable stop) {}

    /// @param told whether the reason is written out; else it is in the tooltip
    public RetryView(
            ObservableValue<Optional<Retry>> retry,
            Actions actions,
            boolean told,
            InstantSource clock) {
        this.clock = clock;
        getStyleClass().add(told ? "retry-card" : "retry-line");
        count.getStyleClass().add("retry-count");
        count.setMinWidth(USE_PREF_SIZE);
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        buttons.getStyleClass().add("run-buttons");
        buttons.getChildren()
                .addAll(
                        button("retry.now", "tryNow", actions.tryNow()),
                        button("retry.stop", "stopTrying", actions.stop()));
        HBox row = new HBox(8, count, buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        if (told) {
            getChildren().addAll(reason, row);
        } else {
            getChildren().add(row);
            setAlignment(Pos.CENTER_LEFT);
        }
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.getKeyFrames()
                .add(new KeyFrame(javafx.util.Duration.millis(250), e -> showCount()));
        retry.subscribe(this::show);
    }

    private void show(Optional<Retry> now) {
        retry = now;
        setVisible(now.isPresent());
        setManaged(now.isPresent());
        now.ifPresent(r -> {
            reason.setText(r.reason().getMessage());
            count.setTooltip(new Tooltip(r.reason().getMessage()));
        });
        showCount();
    }

    private void showCount() {
        long left =
                retry.map(r -> Duration.between(clock.instant(), r.until()).toMillis()).orElse(0L);
        boolean waits = left > 0;
        buttons.setVisible(waits);
        buttons.setManaged(waits);
        retry.ifPresent(r ->
                count.setText(
                        waits
                                ? TEXTS.get("retry.in", r.attempt(), r.of(), (left + 999) / 1000)
                                : TEXTS.get("retry.begun", r.attempt(), r.of())));
        // The last tick is the one that finds nothing more to count.
        if (waits) {
            seconds.play();
        } else {
            seconds.stop();
        }
    }

    private static Button button(String key, String id, Runnable action) {
        Button button = new Button(TEXTS.get(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
