package dev.easel.preview;

import dev.easel.text.Texts;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// Says over the page what became of an action, and goes away by itself.
final class NoticeView extends HBox {
    private static final Duration SHORT = Duration.seconds(3);
    private static final Duration LONG = Duration.seconds(12);

    private final Label text = new Label();
    private final Hyperlink action = new Hyperlink();
    private final PauseTransition pause = new PauseTransition();
    private final SequentialTransition end;

    NoticeView(Texts texts) {
        super(10);
        setId("previewNoticeBox");
        getStyleClass().add("preview-notice");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        text.setId("previewNotice");
        text.setWrapText(true);
        text.setMaxWidth(460);
        action.setId("previewNoticeAction");
        action.setMinWidth(USE_PREF_SIZE);
        Button close = PanelBar.button("previewNoticeClose", "fth-x", texts.get("notice.close"));
        close.setOnAction(e -> hide());
        getChildren().addAll(text, action, close);
        FadeTransition fade = new FadeTransition(Duration.millis(400), this);
        fade.setFromValue(1);
        fade.setToValue(0);
        end = new SequentialTransition(pause, fade);
        end.setOnFinished(e -> hide());
        action.managedProperty().bind(action.visibleProperty());
        hide();
    }

    /// Says something that needs no answer.
    void say(String message) {
        action.setVisible(false);
        show(message, SHORT);
    }

    /// Says something, and offers what can be done about it.
    void say(String message, String offer, Runnable todo) {
        action.setText(offer);
        action.setOnAction(e -> {
            hide();
            todo.run();
        });
        action.setVisible(true);
        show(message, LONG);
    }

    private void show(String message, Duration stay) {
        end.stop();
        pause.setDuration(stay);
        text.setText(message);
        setOpacity(1);
        setVisible(true);
        end.playFromStart();
    }

    private void hide() {
        end.stop();
        setVisible(false);
        text.setText("");
    }
}
