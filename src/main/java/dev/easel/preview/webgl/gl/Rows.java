package dev.easel.preview.webgl.gl;

import org.lwjgl.system.MemoryUtil;

/// Rows of pixels in memory.
final class Rows {
    private Rows() {}

    /// Puts the last row first.
    ///
    /// @param address of `height` rows of `stride` bytes
    static void flip(long address, int stride, int height) {
        long spare = MemoryUtil.nmemAllocChecked(Math.max(1, stride));
        for (int y = 0; y < height / 2; y++) {
            long upper = address + (long) y * stride;
            long lower = address + (long) (height - 1 - y) * stride;
            MemoryUtil.memCopy(upper, spare, stride);
            MemoryUtil.memCopy(lower, upper, stride);
            MemoryUtil.memCopy(spare, lower, stride);
        }
        MemoryUtil.nmemFree(spare);
    }
}
