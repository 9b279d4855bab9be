package dev.easel.prompt;

import dev.easel.prompt.EnhanceViewModel.State;
import dev.easel.text.Texts;
import dev.easel.ui.Wheel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line that says how the improvement of the prompt goes; gone when there is none.
final class EnhanceView extends HBox {
    private static final Texts TEXTS = Texts.of(EnhanceView.class);

    private final EnhanceViewModel model;
    private final Label text = new Label();
    private final Button action = new Button();

    EnhanceView(EnhanceViewModel model) {
        this.model = model;
        setId("enhance");
        getStyleClass().add("enhance-row");
        setAlignment(Pos.CENTER_LEFT);
        text.setId("enhanceText");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(new Tooltip());
        text.getTooltip().textProperty().bind(text.textProperty());
        text.getTooltip().setWrapText(true);
        text.getTooltip().setMaxWidth(420);
        HBox.setHgrow(text, Priority.ALWAYS);
        action.setId("enhanceAction");
        action.getStyleClass().addAll("small", "flat", "accent");
        action.setMinWidth(USE_PREF_SIZE);
        action.setOnAction(e -> act());
        Button close = new Button(null, new FontIcon("fth-x"));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText(TEXTS.get("enhance.close"));
        close.setTooltip(new Tooltip(TEXTS.get("enhance.close")));
        close.setOnAction(e -> model.dismiss());
        close.visibleProperty().bind(model.stateProperty().isNotEqualTo(State.RUNNING));
        close.managedProperty().bind(close.visibleProperty());
        getChildren().addAll(text, action, close);
        model.stateProperty().addListener(o -> update());
        model.noteProperty().addListener(o -> update());
        update();
    }

    private void act() {
        switch (model.stateProperty().get()) {
            case IDLE, FAILED -> model.start();
            case RUNNING -> model.stop();
            case REPLACED -> model.undo();
            case OFFERED -> model.use();
        }
    }

    private void update() {
        State state = model.stateProperty().get();
        setVisible(state != State.IDLE);
        setManaged(isVisible());
        String note = model.noteProperty().get();
        String figures = note.isEmpty() ? "" : "  \u00b7  " + note;
        text.setGraphic(icon(state));
        text.setText(
                switch (state) {
                    case IDLE -> "";
                    case RUNNING -> TEXTS.get("enhance.running") + figures;
                    case REPLACED -> TEXTS.get("enhance.replaced") + figures;
                    case OFFERED -> TEXTS.get("enhance.offered") + figures;
                    case FAILED -> TEXTS.get("enhance.failed", note);
                });
        action.setText(
                TEXTS.get(
                        switch (state) {
                            case IDLE, FAILED -> "enhance.again";
                            case RUNNING -> "enhance.stop";
                            case REPLACED -> "enhance.undo";
                            case OFFERED -> "enhance.use";
                        }));
    }

    private static Node icon(State state) {
        if (state == State.RUNNING) {
            return new Wheel(12);
        }
        return new FontIcon(state == State.FAILED ? "fth-alert-triangle" : "fth-zap");
    }
}
