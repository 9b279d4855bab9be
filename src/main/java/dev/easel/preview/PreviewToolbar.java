package dev.easel.preview;

import atlantafx.base.theme.Styles;
import dev.easel.preview.Preview.State;
import dev.easel.preview.pick.ElementPicker;
import dev.easel.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line above the page. At any width each action is to be had, as a button or in the menu at
/// its end.
final class PreviewToolbar extends StackPane {
    /// What its buttons do that is not the preview's own business.
    record Actions(Runnable browse, Runnable fullScreen) {}

    private final Preview preview;
    private final PageCamera camera;
    private final ElementPicker picker;
    private final Actions actions;
    private final Texts texts;
    private final BooleanProperty panel = new SimpleBooleanProperty(true);
    private final BooleanBinding empty;
    private final BooleanBinding noPage;

    PreviewToolbar(
            Preview preview,
            DeviceControls device,
            PageCamera camera,
            ElementPicker picker,
            Actions actions,
            Texts texts) {
        this.preview = preview;
        this.camera = camera;
        this.picker = picker;
        this.actions = actions;
        this.texts = texts;
        empty = preview.stateProperty().isEqualTo(State.EMPTY);
        noPage = preview.stateProperty().isNotEqualTo(State.SHOWN);
        setId("previewToolbar");
        getStyleClass().add("preview-toolbar");
        List<OverflowBar.Part> parts = new ArrayList<>(device.parts());
        FrameRateView rate = new FrameRateView(preview, texts);
        parts.add(new OverflowBar.Part(rate, 12, true, List.of()));
        parts.addAll(
                List.of(reload(), stop(), pick(), screenshot(), browse(), full(), panelToggle()));
        getChildren().setAll(new OverflowBar(parts, texts));
    }

    /// Whether console and network are to be seen.
    BooleanProperty panelProperty() {
        return panel;
    }

    private OverflowBar.Part reload() {
        ToolbarAction action = new ToolbarAction("previewReload", texts);
        action.disabledProperty().bind(empty);
        return action.button("fth-rotate-cw", "toolbar.reload", 0, preview::reload);
    }

    private OverflowBar.Part stop() {
        ToolbarAction action = new ToolbarAction("previewStop", texts);
        action.disabledProperty().bind(empty);
        return action.button("fth-square", "toolbar.stop", 7, preview::stop);
    }

    private OverflowBar.Part pick() {
        ToolbarAction action = new ToolbarAction("previewPick", texts);
        action.disabledProperty().bind(noPage);
        BooleanProperty aiming = new SimpleBooleanProperty();
        picker.stateProperty().subscribe(s -> aiming.set(s == ElementPicker.State.AIMING));
        aiming.subscribe(on -> {
            boolean aims = picker.stateProperty().get() == ElementPicker.State.AIMING;
            if (on && !aims) {
                picker.aim();
            } else if (!on && aims) {
                picker.leave();
            }
        });
        return action.toggle("fth-crosshair", "toolbar.pick", 2, aiming);
    }

    private OverflowBar.Part screenshot() {
        MenuButton button = new MenuButton(null, new FontIcon("fth-camera"));
        button.getItems().setAll(pictures(""));
        button.setId("previewScreenshot");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "no-arrow");
        button.setAccessibleText(texts.get("toolbar.screenshot"));
        button.setTooltip(new Tooltip(texts.get("toolbar.screenshot")));
        button.disableProperty().bind(noPage);
        List<MenuItem> items = pictures("Item");
        items.forEach(item -> item.disableProperty().bind(noPage));
        return new OverflowBar.Part(button, 6, true, items);
    }

    private List<MenuItem> pictures(String ending) {
        return List.of(
                picture(
                        "previewScreenshotSave" + ending,
                        "toolbar.screenshot.save",
                        () -> camera.save(getScene().getWindow(), false)),
                picture("previewScreenshotCopy" + ending, "toolbar.screenshot.copy", camera::copy),
                picture(
                        "previewScreenshotFull" + ending,
                        "toolbar.screenshot.full",
                        () -> camera.save(getScene().getWindow(), true)));
    }

    private MenuItem picture(String id, String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }

    private OverflowBar.Part browse() {
        ToolbarAction action = new ToolbarAction("previewBrowse", texts);
        action.disabledProperty().bind(empty);
        return action.button("fth-external-link", "toolbar.browse", 10, actions.browse());
    }

    private OverflowBar.Part full() {
        ToolbarAction action = new ToolbarAction("previewFull", texts);
        action.disabledProperty().bind(empty);
        return action.button("fth-maximize", "toolbar.full", 11, actions.fullScreen());
    }

    private OverflowBar.Part panelToggle() {
        ToolbarAction action = new ToolbarAction("previewPanel", texts);
        return action.toggle("fth-terminal", "toolbar.panel", 0, panel);
    }
}
