package dev.easel.welcome;

import java.util.ResourceBundle;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// The ways to connect a model, once the first screen is gone.
public final class ConnectDialog extends Dialog<Void> {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.easel.welcome.texts");

    public ConnectDialog(Window owner, ConnectViewModel gemini, ConnectViewModel server) {
        initOwner(owner);
        setTitle(TEXTS.getString("dialog.title"));
        VBox content = new VBox(12, ConnectView.gemini(gemini), ConnectView.server(server));
        content.setPrefWidth(520);
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    }
}
