package dev.easel.ui;

import javafx.scene.input.ScrollEvent;

/// Turns of the mouse wheel, for tests.
public final class ScrollEvents {
    private ScrollEvents() {}

    /// @param x of the mouse, like `y` both in the scene and on the screen
    /// @param pixels positive for up
    public static ScrollEvent at(double x, double y, double pixels) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                pixels,
                0,
                pixels,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}
