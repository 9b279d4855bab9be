package dev.easel.welcome;

import dev.easel.text.Texts;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/// The ways to connect a model, once the first screen is gone.
public final class ConnectDialog extends Dialog<Void> {
    private static final Texts TEXTS = Texts.of(ConnectDialog.class);

    public ConnectDialog(Window owner, ConnectCardsView content) {
        initOwner(owner);
        setTitle(TEXTS.get("dialog.title"));
        content.setPrefWidth(520);
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    }
}
