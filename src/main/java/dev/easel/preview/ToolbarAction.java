package dev.easel.preview;

import dev.easel.text.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// One thing that the toolbar does, as a button and, where that has no room, as a menu item.
final class ToolbarAction {
    private final String id;
    private final Texts texts;
    private final BooleanProperty disabled = new SimpleBooleanProperty();

    /// @param id of the button; the menu item's ends with `Item`
    ToolbarAction(String id, Texts texts) {
        this.id = id;
        this.texts = texts;
    }

    /// Nothing of it can be used while this is true.
    BooleanProperty disabledProperty() {
        return disabled;
    }

    /// @param key of its name; with `.hint` of its tooltip, which names the shortcut
    /// @param rank see [OverflowBar.Part]
    OverflowBar.Part button(String icon, String key, int rank, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setOnAction(e -> action.run());
        MenuItem item = new MenuItem(texts.get(key), new FontIcon(icon));
        item.setOnAction(e -> action.run());
        return part(button, item, key, rank);
    }

    /// @param on follows the button and is followed by it
    OverflowBar.Part toggle(String icon, String key, int rank, BooleanProperty on) {
        ToggleButton button = new ToggleButton(null, new FontIcon(icon));
        button.selectedProperty().bindBidirectional(on);
        button.getStyleClass().add("toolbar-toggle");
        CheckMenuItem item = new CheckMenuItem(texts.get(key));
        item.selectedProperty().bindBidirectional(on);
        return part(button, item, key, rank);
    }

    private OverflowBar.Part part(ButtonBase button, MenuItem item, String key, int rank) {
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        Tooltip hint = new Tooltip(texts.get(key + ".hint"));
        hint.setWrapText(true);
        hint.setMaxWidth(360);
        button.setTooltip(hint);
        button.setAccessibleText(texts.get(key));
        button.disableProperty().bind(disabled);
        item.setId(id + "Item");
        item.disableProperty().bind(disabled);
        return new OverflowBar.Part(button, rank, true, List.of(item));
    }
}
