package dev.easel.preview;

/// How many frames a page has drawn, by its own `requestAnimationFrame`.
///
/// @param frames since the navigation; a page at rest draws none
/// @param millis since the navigation
public record FrameCount(long frames, double millis) {
    public static final FrameCount NONE = new FrameCount(0, 0);

    /// Frames a second between an earlier count and this one.
    public double perSecondSince(FrameCount earlier) {
        double seconds = (millis - earlier.millis) / 1_000;
        return seconds <= 0 ? 0 : Math.max(0, frames - earlier.frames) / seconds;
    }
}
