package dev.easel.preview;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/// Shows a page at the size of a device, centred and scaled; scrolls what does not fit.
///
/// The page itself is zoomed, not its picture: text stays sharp, and the page sees exactly the
/// viewport of the device.
final class DeviceFrame extends ScrollPane {
    private static final double MARGIN = 20;

    private final DeviceChoice choice;
    private final StackPane pageAndOverlay = new StackPane();
    private final DeviceHandles device;
    private final StackPane desk;
    private final ReadOnlyObjectWrapper<Dimension2D> viewport =
            new ReadOnlyObjectWrapper<>(new Dimension2D(0, 0));
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
    private final Node overlay;
    private @Nullable WebView page;
    private boolean filling;

    /// @param overlay is laid exactly over the page
    DeviceFrame(DeviceChoice choice, Node overlay) {
        this.choice = choice;
        this.overlay = overlay;
        device = new DeviceHandles(pageAndOverlay, this::draw, this::place);
        desk = new StackPane(device);
        getStyleClass().add("preview-stage");
        setContent(desk);
        setFitToWidth(true);
        setFitToHeight(true);
        viewportBoundsProperty().addListener((o, before, now) -> place());
        choice.text().addListener((o, before, now) -> place());
    }

    void setPage(@Nullable WebView page) {
        this.page = page;
        if (page == null) {
            pageAndOverlay.getChildren().clear();
        } else {
            pageAndOverlay.getChildren().setAll(page, overlay);
        }
        place();
    }

    /// While true the page is as large as the pane, whatever was chosen.
    void setFilling(boolean filling) {
        this.filling = filling;
        place();
    }

    /// The page's viewport in CSS pixels.
    ReadOnlyObjectProperty<Dimension2D> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /// Pixels of the pane for one CSS pixel.
    ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    private boolean isFramed() {
        return !filling && !choice.deviceProperty().get().isResponsive();
    }

    private void place() {
        boolean framed = isFramed();
        // The frame must not shrink away from the hand that draws it.
        double factor = device.isDragged() ? scale.get() : wantedScale();
        Dimension2D size = choice.size();
        pageAndOverlay.getStyleClass().removeAll("preview-device");
        device.setFramed(framed);
        if (framed) {
            pageAndOverlay.getStyleClass().add("preview-device");
            fix(size.getWidth() * factor, size.getHeight() * factor);
        } else {
            fix(room().getWidth(), room().getHeight());
        }
        double margin = framed ? 2 * MARGIN : 0;
        desk.setMinSize(
                pageAndOverlay.getPrefWidth() + margin, pageAndOverlay.getPrefHeight() + margin);
        viewport.set(
                new Dimension2D(
                        Math.round(pageAndOverlay.getPrefWidth() / factor),
                        Math.round(pageAndOverlay.getPrefHeight() / factor)));
        scale.set(factor);
        if (page != null) {
            page.setZoom(factor);
        }
    }

    private void fix(double width, double height) {
        pageAndOverlay.setMinSize(width, height);
        pageAndOverlay.setPrefSize(width, height);
        pageAndOverlay.setMaxSize(width, height);
    }

    private double wantedScale() {
        double zoom = choice.zoomProperty().get();
        if (filling) {
            return 1;
        }
        Dimension2D size = choice.size();
        if (zoom != DeviceChoice.FIT) {
            return isFramed() ? snapped(zoom, size.getWidth()) : zoom;
        }
        double fit =
                Math.min(
                        (room().getWidth() - 2 * MARGIN) / size.getWidth(),
                        (room().getHeight() - 2 * MARGIN) / size.getHeight());
        return isFramed() ? snapped(Math.clamp(fit, 0.1, 1), size.getWidth()) : 1;
    }

    /// A width in whole pixels of the pane: else the page would see one that is some CSS pixels
    /// off, and maybe another layout.
    private static double snapped(double scale, double width) {
        return Math.max(1, Math.rint(width * scale)) / width;
    }

    /// A handle was dragged: the edge follows the pointer. While the device is centred, the other
    /// edge goes as far to the other side.
    ///
    /// @param dx how far the edge is behind the pointer, in pixels of the pane
    private void draw(double dx, double dy) {
        Dimension2D now = choice.size();
        double across = desk.getWidth() <= room().getWidth() + 1 ? 2 : 1;
        double down = desk.getHeight() <= room().getHeight() + 1 ? 2 : 1;
        choice.setCustom(
                DeviceSize.custom(
                        now.getWidth() + across * dx / scale.get(),
                        now.getHeight() + down * dy / scale.get()));
    }

    /// The space of the pane, before the first layout of any size.
    private Bounds room() {
        Bounds bounds = getViewportBounds();
        return bounds.isEmpty() ? new BoundingBox(0, 0, 1, 1) : bounds;
    }
}
