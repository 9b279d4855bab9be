package dev.easel.preview;

import atlantafx.base.theme.Styles;
import dev.easel.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Dimension2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The left part of the toolbar: device, size, orientation, zoom.
final class DeviceControls {
    private static final List<Double> ZOOMS =
            List.of(DeviceChoice.FIT, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0);

    private final DeviceChoice choice;
    private final DeviceFrame frame;
    private final Texts texts;

    DeviceControls(DeviceChoice choice, DeviceFrame frame, Texts texts) {
        this.choice = choice;
        this.frame = frame;
        this.texts = texts;
    }

    /// The device comes first: it gives way when the toolbar is narrow.
    List<OverflowBar.Part> parts() {
        return List.of(
                new OverflowBar.Part(device(), 0, false, List.of()),
                new OverflowBar.Part(size(), 3, false, List.of()),
                rotate(),
                new OverflowBar.Part(zoom(), 5, false, List.of(zoomMenu())));
    }

    private ComboBox<DeviceSize> device() {
        ComboBox<DeviceSize> box = box("previewDevice", "toolbar.device");
        box.setMinWidth(96);
        box.setPrefWidth(150);
        box.getItems().setAll(DeviceSize.PRESETS);
        box.setVisibleRowCount(DeviceSize.PRESETS.size() + 1);
        box.setCellFactory(list -> new NameCell<>(size -> size.longName(texts)));
        box.setButtonCell(new NameCell<>(size -> size.name(texts)));
        box.valueProperty().bindBidirectional(choice.deviceProperty());
        return box;
    }

    private ComboBox<Double> zoom() {
        ComboBox<Double> box = box("previewZoom", "toolbar.zoom");
        box.setPrefWidth(104);
        box.getItems().setAll(ZOOMS);
        box.setConverter(new Named<>(this::zoomText));
        ListCell<Double> shown = new ListCell<>();
        shown.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::zoomShown, choice.zoomProperty(), frame.scaleProperty()));
        box.setButtonCell(shown);
        box.valueProperty().bindBidirectional(choice.zoomProperty());
        return box;
    }

    private String zoomText(double zoom) {
        return zoom == DeviceChoice.FIT
                ? texts.get("zoom.fit")
                : texts.get("zoom.percent", Math.round(zoom * 100));
    }

    private String zoomShown() {
        boolean fits = choice.zoomProperty().get() == DeviceChoice.FIT;
        double scale = frame.scaleProperty().get();
        return fits && scale != 1
                ? texts.get("zoom.fitted", Math.round(scale * 100))
                : zoomText(choice.zoomProperty().get());
    }

    private MenuItem zoomMenu() {
        Menu menu = new Menu(texts.get("toolbar.zoom"));
        menu.setId("previewZoomItem");
        ToggleGroup group = new ToggleGroup();
        for (double zoom : ZOOMS) {
            RadioMenuItem item = new RadioMenuItem(zoomText(zoom));
            item.setToggleGroup(group);
            item.setOnAction(e -> choice.zoomProperty().set(zoom));
            choice.zoomProperty().subscribe(now -> item.setSelected(now == zoom));
            menu.getItems().add(item);
        }
        return menu;
    }

    private <T> ComboBox<T> box(String id, String key) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(texts.get(key));
        box.setTooltip(new Tooltip(texts.get(key)));
        box.getStyleClass().add(Styles.SMALL);
        return box;
    }

    private TextField size() {
        TextField field = new TextField();
        field.setId("previewSize");
        field.getStyleClass().addAll(Styles.SMALL, "preview-size");
        field.setPrefWidth(92);
        field.setAccessibleText(texts.get("toolbar.size"));
        field.setTooltip(new Tooltip(texts.get("toolbar.size")));
        Runnable show = () -> field.setText(sizeText(frame.viewportProperty().get()));
        frame.viewportProperty()
                .subscribe(size -> {
                    if (!field.isFocused()) {
                        show.run();
                    }
                });
        field.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        show.run();
                    }
                });
        field.setOnAction(e -> {
            DeviceSize.typed(field.getText()).ifPresent(choice::setCustom);
            show.run();
            field.selectAll();
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                show.run();
                e.consume();
            }
        });
        return field;
    }

    private String sizeText(Dimension2D size) {
        return texts.get(
                "device.size",
                Integer.toString((int) size.getWidth()),
                Integer.toString((int) size.getHeight()));
    }

    private OverflowBar.Part rotate() {
        ToolbarAction rotate = new ToolbarAction("previewRotate", texts);
        rotate.disabledProperty()
                .bind(choice.deviceProperty().map(DeviceSize::isResponsive).orElse(true));
        OverflowBar.Part made =
                rotate.toggle("fth-repeat", "toolbar.rotate", 8, choice.rotatedProperty());
        return new OverflowBar.Part(made.node(), made.rank(), false, made.menu());
    }

    /// A line of a list, by name.
    private static final class NameCell<T> extends ListCell<T> {
        private final Function<T, String> name;

        NameCell(Function<T, String> name) {
            this.name = name;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? "" : name.apply(item));
        }
    }

    /// Shows values by name; nothing is ever typed.
    private static final class Named<T> extends StringConverter<T> {
        private final Function<T, String> name;

        Named(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("The box is not editable");
        }
    }
}
