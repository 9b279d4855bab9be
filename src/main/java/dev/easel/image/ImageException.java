package dev.easel.image;

/// An image cannot be used; the message says why and what to do, in plain words.
public final class ImageException extends Exception {
    private static final long serialVersionUID = 1L;

    public ImageException(String message) {
        super(message);
    }
}
