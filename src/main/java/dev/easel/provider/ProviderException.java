package dev.easel.provider;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request that failed, said in plain words: what happened and what to do. Never holds a key.
public final class ProviderException extends Exception {
    /// What kind of failure; screens choose their action by it.
    public enum Kind {
        /// No key is set, or the server refused it (400 with API_KEY_INVALID, 401, 403).
        KEY,
        /// The model id is unknown to the server (404).
        UNKNOWN_MODEL,
        /// The request itself was refused (other 4xx, ids with forbidden characters).
        BAD_REQUEST,
        /// The prompt was blocked before the model answered.
        BLOCKED,
        /// Too many requests (429); see [#retryAfter()].
        RATE_LIMIT,
        /// The server failed (5xx).
        SERVER,
        /// Something answered that does not speak the protocol: a login page, a wrong address.
        PROTOCOL,
        /// The address is no web address; nothing was sent.
        ADDRESS,
        /// No server answered: name, route, refused, time-out.
        UNREACHABLE,
        /// The connection broke after the reply had begun.
        BROKEN_STREAM,
        /// [Cancellation#cancel()] was called.
        CANCELLED;

        /// Whether the same request may succeed a little later.
        public boolean isPassing() {
            return switch (this) {
                case RATE_LIMIT, SERVER, UNREACHABLE, BROKEN_STREAM -> true;
                case KEY, UNKNOWN_MODEL, BAD_REQUEST, BLOCKED, PROTOCOL, ADDRESS, CANCELLED ->
                        false;
            };
        }
    }

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    public ProviderException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, null, cause);
    }

    public ProviderException(
            Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /// What a call throws that was cancelled.
    public static ProviderException cancelled() {
        return new ProviderException(Kind.CANCELLED, "Stopped.", null);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public Kind kind() {
        return kind;
    }

    /// How long the server asked to wait.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
