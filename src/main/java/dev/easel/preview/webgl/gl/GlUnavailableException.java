package dev.easel.preview.webgl.gl;

/// There is no driver, or it gives no context; the message says why, in words that a page's console
/// may show.
final class GlUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GlUnavailableException(String message) {
        super(message);
    }

    GlUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
