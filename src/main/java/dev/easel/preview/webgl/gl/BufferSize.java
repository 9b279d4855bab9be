package dev.easel.preview.webgl.gl;

/// How large a drawing buffer is, in pixels.
record BufferSize(int width, int height) {
    static final int LONGEST_SIDE = 8192;

    /// A screen of 4096 x 4096: more would cost a GB with smooth edges.
    private static final long MOST_PIXELS = 1L << 24;

    /// The nearest allowed size of about the same shape.
    ///
    /// @param width at least 1 is made of it
    /// @param longest side that the driver takes
    static BufferSize of(int width, int height, int longest) {
        double w = Math.clamp(width, 1, longest);
        double h = Math.clamp(height, 1, longest);
        double factor = Math.min(1, Math.sqrt(MOST_PIXELS / (w * h)));
        return new BufferSize(
                (int) Math.max(1, Math.floor(w * factor)),
                (int) Math.max(1, Math.floor(h * factor)));
    }

    long pixels() {
        return (long) width * height;
    }

    boolean isLeast() {
        return width == 1 && height == 1;
    }

    BufferSize half() {
        return new BufferSize(Math.max(1, width / 2), Math.max(1, height / 2));
    }
}
