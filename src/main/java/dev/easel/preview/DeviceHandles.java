package dev.easel.preview;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// A device with handles at its right and lower edges.
final class DeviceHandles extends Region {
    private static final double THICK = 14;

    /// Told how far an edge is behind the pointer.
    interface Resizer {
        void by(double dx, double dy);
    }

    private final Region device;
    private final Resizer resizer;
    private final Runnable dropped;
    private final Region right = handle("deviceRight", Cursor.H_RESIZE, true, false);
    private final Region bottom = handle("deviceBottom", Cursor.V_RESIZE, false, true);
    private final Region corner = handle("deviceCorner", Cursor.SE_RESIZE, true, true);
    private boolean dragged;

    /// @param dropped after the drag
    DeviceHandles(Region device, Resizer resizer, Runnable dropped) {
        this.device = device;
        this.resizer = resizer;
        this.dropped = dropped;
        getChildren().addAll(device, right, bottom, corner);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    private Region handle(String id, Cursor cursor, boolean across, boolean down) {
        Region handle = new Region();
        handle.setId(id);
        handle.getStyleClass().add("device-handle");
        handle.setCursor(cursor);
        handle.setManaged(false);
        handle.setOnMousePressed(MouseEvent::consume);
        handle.setOnMouseDragged(e -> {
            dragged = true;
            Point2D pointer = device.sceneToLocal(e.getSceneX(), e.getSceneY());
            double middle = THICK / 2;
            resizer.by(
                    across ? pointer.getX() - middle - device.getWidth() : 0,
                    down ? pointer.getY() - middle - device.getHeight() : 0);
            e.consume();
        });
        handle.setOnMouseReleased(e -> {
            dragged = false;
            dropped.run();
            e.consume();
        });
        return handle;
    }

    /// Whether a handle is in the user's hand.
    boolean isDragged() {
        return dragged;
    }

    /// A page that fills the pane has no handles.
    void setFramed(boolean framed) {
        right.setVisible(framed);
        bottom.setVisible(framed);
        corner.setVisible(framed);
    }

    @Override
    protected double computePrefWidth(double height) {
        return device.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return device.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = device.prefWidth(-1);
        double height = device.prefHeight(-1);
        device.resizeRelocate(0, 0, width, height);
        right.resizeRelocate(width, 0, THICK, height);
        bottom.resizeRelocate(0, height, width, THICK);
        corner.resizeRelocate(width, height, THICK, THICK);
    }
}
