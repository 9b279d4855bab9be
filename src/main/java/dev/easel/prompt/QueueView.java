package dev.easel.prompt;

import dev.easel.project.Prompt;
import dev.easel.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What waits for the run to end: a line for each prompt, which can be taken back or dropped.
final class QueueView extends VBox {
    private static final Texts TEXTS = Texts.of(QueueView.class);

    private final QueueViewModel model;
    private final ObservableValue<Boolean> idle;

    /// @param idle whether nothing runs, so that what waits can be sent
    QueueView(QueueViewModel model, ObservableValue<Boolean> idle) {
        this.model = model;
        this.idle = idle;
        setId("queue");
        getStyleClass().add("queue-view");
        model.prompts().addListener((ListChangeListener<Prompt>) c -> update());
        update();
    }

    private void update() {
        getChildren().clear();
        for (int i = 0; i < model.prompts().size(); i++) {
            getChildren().add(row(i, model.prompts().get(i)));
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private HBox row(int index, Prompt asked) {
        String prompt = asked.text();
        Label text = new Label(prompt.lines().findFirst().orElse(""), new FontIcon("fth-clock"));
        text.setTooltip(new Tooltip(prompt));
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label images =
                new Label(String.valueOf(asked.images().size()), new FontIcon("fth-paperclip"));
        images.setVisible(!asked.images().isEmpty());
        images.setManaged(images.isVisible());
        images.setMinWidth(USE_PREF_SIZE);
        Button edit = button("fth-edit-2", "queue.edit");
        edit.setOnAction(e -> model.edit(index));
        Button remove = button("fth-x", "queue.remove");
        remove.setOnAction(e -> model.remove(index));
        HBox row = new HBox(text, images);
        if (index == 0) {
            row.getChildren().add(send());
        }
        row.getChildren().addAll(edit, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("queue-row");
        return row;
    }

    private Button send() {
        Button send = button("fth-play", "queue.send");
        send.setId("sendNext");
        send.setOnAction(e -> model.sendNext());
        send.visibleProperty().bind(idle);
        send.managedProperty().bind(idle);
        return send;
    }

    private static Button button(String icon, String text) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setTooltip(new Tooltip(TEXTS.get(text)));
        button.setAccessibleText(TEXTS.get(text));
        return button;
    }
}
