package dev.easel.preview;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/// Shows a page at the size of a device, centred and scaled; scrolls what does not fit.
///
/// The page itself is zoomed, not its picture: text stays sharp, and the page sees exactly the
/// viewport of the device.
final class DeviceFrame extends ScrollPane {
    /// Zoom that makes the device fit into the pane.
    static final double FIT = 0;

    private static final double MARGIN = 20;

    private final StackPane device = new StackPane();
    private final StackPane desk = new StackPane(device);
    private final ReadOnlyObjectWrapper<Dimension2D> viewport =
            new ReadOnlyObjectWrapper<>(new Dimension2D(0, 0));
    private @Nullable WebView page;
    private DeviceSize size = DeviceSize.RESPONSIVE;
    private double zoom = 1;

    DeviceFrame() {
        getStyleClass().add("preview-stage");
        setContent(desk);
        setFitToWidth(true);
        setFitToHeight(true);
        viewportBoundsProperty().addListener((o, before, now) -> place());
    }

    void setPage(@Nullable WebView page) {
        this.page = page;
        if (page == null) {
            device.getChildren().clear();
        } else {
            device.getChildren().setAll(page);
        }
        place();
    }

    void setDevice(DeviceSize size) {
        this.size = size;
        place();
    }

    /// @param zoom e.g. 0.5, or [#FIT]
    void setZoom(double zoom) {
        this.zoom = zoom;
        place();
    }

    /// The page's viewport in CSS pixels.
    ReadOnlyObjectProperty<Dimension2D> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    private void place() {
        double scale = scale();
        boolean framed = !size.isResponsive();
        device.getStyleClass().removeAll("preview-device");
        if (framed) {
            device.getStyleClass().add("preview-device");
            fix(size.width() * scale, size.height() * scale);
        } else {
            fix(room().getWidth(), room().getHeight());
        }
        double margin = framed ? 2 * MARGIN : 0;
        desk.setMinSize(device.getPrefWidth() + margin, device.getPrefHeight() + margin);
        viewport.set(
                new Dimension2D(
                        Math.round(device.getPrefWidth() / scale),
                        Math.round(device.getPrefHeight() / scale)));
        if (page != null) {
            page.setZoom(scale);
        }
    }

    private void fix(double width, double height) {
        device.setMinSize(width, height);
        device.setPrefSize(width, height);
        device.setMaxSize(width, height);
    }

    private double scale() {
        if (zoom != FIT) {
            return zoom;
        }
        double free = 2 * MARGIN;
        double fit =
                Math.min(
                        (room().getWidth() - free) / size.width(),
                        (room().getHeight() - free) / size.height());
        return size.isResponsive() ? 1 : Math.clamp(fit, 0.1, 1);
    }

    /// The space of the pane, before the first layout of any size.
    private Bounds room() {
        Bounds bounds = getViewportBounds();
        return bounds.isEmpty() ? new BoundingBox(0, 0, 1, 1) : bounds;
    }
}
