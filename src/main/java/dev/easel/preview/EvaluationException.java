package dev.easel.preview;

/// An expression could not be evaluated in a page; the message is the page's own error, or says in
/// plain words that the page went away.
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EvaluationException(String message) {
        super(message);
    }
}
