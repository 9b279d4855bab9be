package dev.easel.preview;

import org.jspecify.annotations.Nullable;

/// A page could not be rendered; the message says why and what to do, in plain words.
public final class RenderException extends Exception {
    private static final long serialVersionUID = 1;

    public RenderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
