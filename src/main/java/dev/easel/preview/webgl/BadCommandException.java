package dev.easel.preview.webgl;

/// A page's commands are not what its script would write: the page speaks to the decoder itself, or
/// the script has a fault.
public final class BadCommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadCommandException(String message) {
        super(message);
    }
}
