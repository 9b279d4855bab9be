package dev.easel.preview.webgl.gl;

import org.lwjgl.system.JNI;

/// How the page lays its pixels out in memory, as it has said by `pixelStorei`.
final class Unpacking {
    private static final int[] NAMES = {0x0CF5, 0x0CF2, 0x0CF3, 0x0CF4, 0x806E, 0x806D};
    private static final int[] FIRST = {4, 0, 0, 0, 0, 0};
    private static final int[] TIGHT = {1, 0, 0, 0, 0, 0};

    private final int[] values = FIRST.clone();

    /// Follows a call of the page that was no error.
    void set(int name, int value) {
        for (int k = 0; k < NAMES.length; k++) {
            boolean isValid =
                    k == 0 ? value == 1 || value == 2 || value == 4 || value == 8 : value >= 0;
            if (NAMES[k] == name && isValid) {
                values[k] = value;
            }
        }
    }

    /// Bytes from one row to the next.
    long stride(int width, int pixelBytes) {
        long row = (long) (values[1] > 0 ? values[1] : width) * pixelBytes;
        return (row + values[0] - 1) / values[0] * values[0];
    }

    /// Bytes before the first pixel that is used.
    long skipped(int width, int pixelBytes) {
        // At most 2^31 rows of 2^35 bytes: more than any memory, but less than a long must hold.
        return Math.multiplyExact(values[2], stride(width, pixelBytes))
                + (long) values[3] * pixelBytes;
    }

    /// Lets the driver take pixels without gaps while something runs.
    void tight(GlContext context, Runnable action) {
        int count = context.version() == 2 ? NAMES.length : 1;
        long store = context.gl().at("glPixelStorei");
        for (int k = 0; k < count; k++) {
            JNI.callV(NAMES[k], TIGHT[k], store);
        }
        try {
            action.run();
        } finally {
            for (int k = 0; k < count; k++) {
                JNI.callV(NAMES[k], values[k], store);
            }
        }
    }
}
