package dev.easel.image;

/// A picture in memory.
///
/// @param argb one int a pixel, row by row from the top, not premultiplied
public record Pixels(int width, int height, int[] argb) {
    /// Whether all of it is opaque.
    boolean isOpaque() {
        for (int pixel : argb) {
            if (pixel >>> 24 != 255) {
                return false;
            }
        }
        return true;
    }
}
