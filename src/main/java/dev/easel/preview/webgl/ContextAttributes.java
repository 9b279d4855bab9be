package dev.easel.preview.webgl;

/// What a page wants its drawing buffer to be, as WebGLContextAttributes has it.
///
/// @param premultipliedAlpha how the page means the colours that it leaves in the buffer
/// @param preserve whether the buffer keeps its content after it was shown
public record ContextAttributes(
        boolean alpha,
        boolean depth,
        boolean stencil,
        boolean antialias,
        boolean premultipliedAlpha,
        boolean preserve) {

    /// @param bits the components in their order, the first in the lowest bit
    public static ContextAttributes of(int bits) {
        return new ContextAttributes(
                (bits & 1) != 0,
                (bits & 2) != 0,
                (bits & 4) != 0,
                (bits & 8) != 0,
                (bits & 16) != 0,
                (bits & 32) != 0);
    }

    /// The opposite of [#of(int)].
    public int bits() {
        return (alpha ? 1 : 0)
                | (depth ? 2 : 0)
                | (stencil ? 4 : 0)
                | (antialias ? 8 : 0)
                | (premultipliedAlpha ? 16 : 0)
                | (preserve ? 32 : 0);
    }
}
