package dev.easel.app;

import dev.easel.project.Project;
import dev.easel.prompt.ModelChooserView;
import dev.easel.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar at the top: what is open, which model answers, and the window's own switches.
final class TopBarView extends HBox {
    private static final Texts TEXTS = Texts.of(TopBarView.class);

    /// What its buttons do.
    record Actions(
            Runnable toggleSidebar, Runnable connect, Runnable toggleTheme, Runnable settings) {}

    TopBarView(MainViewModel model, ModelChooserView chooser, Actions actions) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label brand = new Label("Easel", new FontIcon("fth-feather"));
        brand.getStyleClass().add("brand");
        Label title = new Label();
        title.setId("projectTitle");
        title.getStyleClass().add("project-title");
        title.textProperty()
                .bind(
                        model.projectProperty()
                                .map(Project::title)
                                .orElse(TEXTS.get("top.untitled")));
        HBox.setHgrow(title, Priority.SOMETIMES);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        button(
                                "toggleSidebar",
                                "fth-sidebar",
                                "top.sidebar",
                                actions.toggleSidebar()),
                        brand,
                        title,
                        gap,
                        chooser,
                        button("connect", "fth-key", "top.connect", actions.connect()),
                        button("toggleTheme", "fth-moon", "top.theme", actions.toggleTheme()),
                        button("settings", "fth-settings", "top.settings", actions.settings()));
    }

    private static Button button(String id, String icon, String text, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(TEXTS.get(text)));
        button.setAccessibleText(TEXTS.get(text));
        button.setFocusTraversable(true);
        button.setOnAction(e -> action.run());
        return button;
    }
}
