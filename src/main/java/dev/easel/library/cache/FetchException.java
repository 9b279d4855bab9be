package dev.easel.library.cache;

import org.jspecify.annotations.Nullable;

/// A file could not be fetched or kept; the message says why and what to do, in plain words.
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1;

    /// What went wrong.
    public enum Kind {
        /// No connection, no such name, no answer.
        UNREACHABLE,
        /// The server could not prove who it is.
        TLS,
        /// The server has no such file, or does not give it.
        REFUSED,
        /// The name or a redirect leads to this computer or its own network.
        NOT_PUBLIC,
        /// Too many redirects, or one to an address that may not be followed.
        REDIRECT,
        /// More than the limit.
        TOO_BIG,
        /// Not within the time limit.
        TOO_SLOW,
        /// The connection ended before the file did.
        CUT_SHORT,
        /// Something else than what the page asked for, such as an error page.
        WRONG_TYPE,
        /// It came, but could not be written.
        DISK,
        /// The user or the end of the page stopped it.
        CANCELLED
    }

    private final Kind kind;

    FetchException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// What happened, why and what to do; the message, which is always there.
    public String inWords() {
        return String.valueOf(getMessage());
    }

    /// What went wrong.
    public Kind kind() {
        return kind;
    }
}
