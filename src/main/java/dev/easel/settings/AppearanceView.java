package dev.easel.settings;

import dev.easel.text.Texts;
import dev.easel.ui.Theme;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// Light, dark, or as the desktop is.
public final class AppearanceView extends VBox {
    private static final Texts TEXTS = Texts.of(AppearanceView.class);

    /// @param chosen is told at once
    public AppearanceView(Theme now, Consumer<Theme> chosen) {
        getStyleClass().add("settings-section");
        Label heading = new Label(TEXTS.get("theme"));
        heading.getStyleClass().add("settings-heading");
        getChildren().add(heading);
        ToggleGroup group = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioButton button = new RadioButton(TEXTS.get("theme." + theme.id()));
            button.setId("theme-" + theme.id());
            button.setToggleGroup(group);
            button.setSelected(theme == now);
            button.setOnAction(e -> chosen.accept(theme));
            getChildren().add(button);
        }
    }
}
