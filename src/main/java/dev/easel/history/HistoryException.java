package dev.easel.history;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The history cannot be read or written; the message says why and what to do, in plain words.
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public HistoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
