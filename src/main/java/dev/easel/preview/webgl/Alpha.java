package dev.easel.preview.webgl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/// Colours multiplied by their alpha, of pixels with a byte for each.
public final class Alpha {
    private static final int CHUNK = 4096;

    private Alpha() {}

    /// @param pixels red in the lowest byte of each, alpha in the highest
    static void multiply(int[] pixels) {
        for (int k = 0; k < pixels.length; k++) {
            int pixel = pixels[k];
            int alpha = pixel >>> 24;
            pixels[k] =
                    alpha << 24
                            | scaled(pixel >> 16 & 255, alpha) << 16
                            | scaled(pixel >> 8 & 255, alpha) << 8
                            | scaled(pixel & 255, alpha);
        }
    }

    /// Rounds value * alpha / 255 without dividing, which would keep the loop from being
    /// vectorized.
    private static int scaled(int value, int alpha) {
        int product = value * alpha + 128;
        return product + (product >> 8) >> 8;
    }

    /// @param pixels three colours in whatever order, then alpha, of every pixel; from its position
    ///   to its limit
    public static void multiply(ByteBuffer pixels) {
        IntBuffer all = pixels.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        for (int at = 0; at < all.limit(); at += CHUNK) {
            int[] some = new int[Math.min(CHUNK, all.limit() - at)];
            all.get(at, some);
            multiply(some);
            all.put(at, some);
        }
    }
}
