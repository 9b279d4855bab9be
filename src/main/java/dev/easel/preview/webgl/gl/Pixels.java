package dev.easel.preview.webgl.gl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Pixels of four bytes: red, green, blue, alpha.
final class Pixels {
    private static final int OPAQUE = 255;

    private Pixels() {}

    /// Divides colours by their alpha.
    static void unpremultiply(ByteBuffer rgba) {
        ByteBuffer pixels = rgba.order(ByteOrder.LITTLE_ENDIAN);
        for (int at = pixels.position(); at + 4 <= pixels.limit(); at += 4) {
            int pixel = pixels.getInt(at);
            int alpha = pixel >>> 24;
            if (alpha != OPAQUE && pixel != 0) {
                pixels.putInt(at, alpha == 0 ? 0 : divided(pixel, alpha));
            }
        }
    }

    private static int divided(int pixel, int alpha) {
        int r = Math.min(OPAQUE, ((pixel & 255) * OPAQUE + alpha / 2) / alpha);
        int g = Math.min(OPAQUE, ((pixel >> 8 & 255) * OPAQUE + alpha / 2) / alpha);
        int b = Math.min(OPAQUE, ((pixel >> 16 & 255) * OPAQUE + alpha / 2) / alpha);
        return alpha << 24 | b << 16 | g << 8 | r;
    }
}
