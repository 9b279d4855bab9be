package dev.easel.preview.webgl;

/// What a page has of WebGL.
///
/// @param contexts alive now
/// @param frames that its canvases were shown with, all together
public record WebGlUse(int contexts, long frames) {
    /// Of a page without WebGL.
    public static final WebGlUse NONE = new WebGlUse(0, 0);

    /// Of two pages, or frames of a page, together.
    public WebGlUse plus(WebGlUse other) {
        return new WebGlUse(contexts + other.contexts, frames + other.frames);
    }
}
