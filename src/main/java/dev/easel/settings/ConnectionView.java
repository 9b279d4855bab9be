package dev.easel.settings;

import dev.easel.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a connection's key is, a button to forget it, and one to try the connection.
public final class ConnectionView extends VBox {
    private static final Texts TEXTS = Texts.of(ConnectionView.class);

    private final FontIcon icon = new FontIcon("fth-check-circle");
    private final Label headline = new Label(null, icon);
    private final Label message = new Label();

    /// @param id goes before the ids of its controls, e.g. `gemini`
    public ConnectionView(String id, ConnectionViewModel model) {
        getStyleClass().add("connection");
        Label key = new Label(null, new FontIcon("fth-key"));
        key.setId(id + "Key");
        key.textProperty().bind(model.keyTextProperty());
        key.setWrapText(true);
        key.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(key, Priority.ALWAYS);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button forget = new Button(TEXTS.get("key.forget"));
        forget.setId(id + "Forget");
        forget.getStyleClass().addAll("small", "flat");
        forget.setMinWidth(USE_PREF_SIZE);
        forget.visibleProperty().bind(model.canForgetProperty());
        forget.managedProperty().bind(forget.visibleProperty());
        forget.setOnAction(e -> model.forget());
        Button test = new Button();
        test.setId(id + "Test");
        test.getStyleClass().add("small");
        test.setMinWidth(USE_PREF_SIZE);
        test.setOnAction(e -> model.test());
        HBox row = new HBox(8, key, gap, forget, test);
        row.setAlignment(Pos.CENTER_LEFT);
        headline.setId(id + "Headline");
        headline.getStyleClass().add("connection-headline");
        headline.textProperty().bind(model.headlineProperty());
        message.setId(id + "Message");
        message.textProperty().bind(model.messageProperty());
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        VBox result = new VBox(2, headline, message);
        result.getStyleClass().add("connection-result");
        result.visibleProperty().bind(model.headlineProperty().isNotEmpty());
        result.managedProperty().bind(result.visibleProperty());
        getChildren().addAll(row, result);
        model.stateProperty()
                .subscribe(state -> {
                    // Not disabled meanwhile: that would send the keyboard's focus elsewhere.
                    boolean busy = state == ConnectionViewModel.State.TESTING;
                    test.setText(TEXTS.get(busy ? "testing" : "test"));
                    boolean works = state == ConnectionViewModel.State.WORKS;
                    icon.setIconLiteral(works ? "fth-check-circle" : "fth-alert-circle");
                    result.getStyleClass().removeAll("works", "fails");
                    result.getStyleClass().add(works ? "works" : "fails");
                });
        model.refresh();
    }
}
