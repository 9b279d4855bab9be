package dev.easel.settings;

import dev.easel.text.Texts;
import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/// The settings. Everything takes effect, and is kept, when it is chosen: there is nothing to
/// confirm.
public final class SettingsDialog extends Dialog<Void> {
    private static final Texts TEXTS = Texts.of(SettingsDialog.class);

    private static final double WIDTH = 860;
    private static final double HEIGHT = 620;

    private final SettingsView view;

    /// @param owner lends its stylesheets, and its theme
    public SettingsDialog(Window owner, List<SettingsView.Section> sections) {
        view = new SettingsView(sections);
        initOwner(owner);
        setTitle(TEXTS.get("dialog.title"));
        setResizable(true);
        view.setPrefSize(WIDTH, HEIGHT);
        getDialogPane().setId("settingsDialog");
        getDialogPane().getStyleClass().add("settings-dialog");
        getDialogPane().setContent(view);
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    }

    /// Opens a section, e.g. `preview`.
    public SettingsDialog at(String section) {
        view.select(section);
        return this;
    }
}
