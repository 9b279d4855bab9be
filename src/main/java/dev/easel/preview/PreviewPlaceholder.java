package dev.easel.preview;

import atlantafx.base.theme.Styles;
import dev.easel.preview.Preview.State;
import dev.easel.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in the page's place when there is none.
final class PreviewPlaceholder extends VBox {
    PreviewPlaceholder(Preview preview, Texts texts) {
        super(10);
        setId("previewPlaceholder");
        getStyleClass().add("preview-empty");
        setAlignment(Pos.CENTER);
        var failed = preview.stateProperty().isEqualTo(State.FAILED);
        FontIcon icon = new FontIcon("fth-image");
        failed.subscribe(f -> icon.setIconLiteral(f ? "fth-alert-triangle" : "fth-image"));
        Label title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(failed.map(f -> texts.get(f ? "state.failed" : "state.empty")));
        Label message = new Label();
        message.setId("previewMessage");
        message.getStyleClass().add(Styles.TEXT_MUTED);
        message.setAlignment(Pos.CENTER);
        message.setWrapText(true);
        message.setMaxWidth(420);
        message.setTextAlignment(TextAlignment.CENTER);
        message.textProperty()
                .bind(
                        preview.messageProperty()
                                .map(m -> m.isEmpty() ? texts.get("state.empty.hint") : m));
        Button retry = new Button(texts.get("state.retry"), new FontIcon("fth-rotate-cw"));
        retry.setId("previewRetry");
        retry.setOnAction(e -> preview.reload());
        retry.visibleProperty().bind(failed);
        retry.managedProperty().bind(failed);
        getChildren().addAll(icon, title, message, retry);
    }
}
