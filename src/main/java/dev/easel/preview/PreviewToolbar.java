package dev.easel.preview;

import atlantafx.base.theme.Styles;
import dev.easel.preview.Preview.State;
import dev.easel.text.Texts;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line above the page.
final class PreviewToolbar extends HBox {
    private static final Double[] ZOOMS = {DeviceFrame.FIT, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0};

    private final Texts texts;
    private final ComboBox<DeviceSize> device;
    private final ToggleButton panel = new ToggleButton(null, new FontIcon("fth-terminal"));

    PreviewToolbar(Preview preview, DeviceFrame frame, PageCamera camera, Texts texts) {
        super(6);
        this.texts = texts;
        this.device = device(frame);
        getStyleClass().add("preview-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        device,
                        zoom(frame),
                        viewport(frame),
                        space,
                        camera.notice(),
                        new FrameRateView(preview, texts),
                        reload(preview),
                        stop(preview),
                        screenshot(preview, camera),
                        panelToggle());
    }

    /// Whether console and network are to be seen.
    ToggleButton panel() {
        return panel;
    }

    private ComboBox<DeviceSize> device(DeviceFrame frame) {
        ComboBox<DeviceSize> box = box("previewDevice", "toolbar.device");
        box.setPrefWidth(170);
        box.getItems().setAll(DeviceSize.presets());
        box.setValue(DeviceSize.RESPONSIVE);
        box.setConverter(new Named<>(size -> size.name(texts)));
        box.valueProperty().addListener((o, before, now) -> frame.setDevice(now));
        return box;
    }

    private Node zoom(DeviceFrame frame) {
        ComboBox<Double> box = box("previewZoom", "toolbar.zoom");
        box.getItems().setAll(ZOOMS);
        box.setValue(1.0);
        box.setConverter(
                new Named<>(z ->
                        z == DeviceFrame.FIT
                                ? texts.get("zoom.fit")
                                : texts.get("zoom.percent", Math.round(z * 100))));
        box.valueProperty().addListener((o, before, now) -> frame.setZoom(now));
        return box;
    }

    private <T> ComboBox<T> box(String id, String key) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(texts.get(key));
        box.setTooltip(new Tooltip(texts.get(key)));
        box.getStyleClass().add(Styles.SMALL);
        return box;
    }

    private Label viewport(DeviceFrame frame) {
        Label label = new Label();
        label.setId("previewSize");
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        label.textProperty().bind(frame.viewportProperty().map(this::sizeText));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.visibleProperty().bind(device.valueProperty().map(DeviceSize::isResponsive));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private String sizeText(Dimension2D size) {
        return texts.get(
                "device.size",
                Integer.toString((int) size.getWidth()),
                Integer.toString((int) size.getHeight()));
    }

    private Node reload(Preview preview) {
        Button button =
                PanelBar.button("previewReload", "fth-rotate-cw", texts.get("toolbar.reload"));
        button.setOnAction(e -> preview.reload());
        button.disableProperty().bind(preview.stateProperty().isEqualTo(State.EMPTY));
        return button;
    }

    private Node stop(Preview preview) {
        Button button = PanelBar.button("previewStop", "fth-square", texts.get("toolbar.stop"));
        button.setOnAction(e -> preview.stop());
        button.disableProperty().bind(preview.stateProperty().isEqualTo(State.EMPTY));
        return button;
    }

    private Node screenshot(Preview preview, PageCamera camera) {
        MenuItem save = new MenuItem(texts.get("toolbar.screenshot.save"));
        save.setId("previewScreenshotSave");
        save.setOnAction(e -> camera.save(getScene().getWindow()));
        MenuItem copy = new MenuItem(texts.get("toolbar.screenshot.copy"));
        copy.setId("previewScreenshotCopy");
        copy.setOnAction(e -> camera.copy());
        MenuButton button = new MenuButton(null, new FontIcon("fth-camera"), save, copy);
        button.setId("previewScreenshot");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setAccessibleText(texts.get("toolbar.screenshot"));
        button.setTooltip(new Tooltip(texts.get("toolbar.screenshot")));
        button.disableProperty().bind(preview.stateProperty().isNotEqualTo(State.SHOWN));
        return button;
    }

    private Node panelToggle() {
        panel.setId("previewPanel");
        panel.setSelected(true);
        panel.setAccessibleText(texts.get("toolbar.panel"));
        panel.setTooltip(new Tooltip(texts.get("toolbar.panel")));
        panel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        return panel;
    }

    /// Shows values by name; nothing is ever typed.
    private static final class Named<T> extends StringConverter<T> {
        private final java.util.function.Function<T, String> name;

        Named(java.util.function.Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("The box is not editable");
        }
    }
}
