package dev.easel.preview;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line above a tab's list: a summary, and small buttons at its end.
final class PanelBar {
    private PanelBar() {}

    static HBox of(Label summary, Node... buttons) {
        summary.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(4, summary, space);
        bar.getChildren().addAll(buttons);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(28);
        bar.getStyleClass().add("preview-panel-bar");
        return bar;
    }

    /// A flat button with an icon; what it does is its tooltip and accessible text.
    static Button button(String id, String icon, String text) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        return button;
    }

    /// A small button with words, which are never cut.
    static Button wordButton(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
