package dev.easel.library.cache;

import dev.easel.library.cache.CheckedNames.NotPublic;
import dev.easel.library.cache.FetchException.Kind;
import dev.easel.text.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import okhttp3.internal.http2.StreamResetException;

/// Puts what went wrong with a fetch into words.
final class FetchFailures {
    private final Texts texts = Texts.of(FetchFailures.class);

    FetchException of(Kind kind, String text, Object... arguments) {
        return new FetchException(kind, texts.get(text, arguments), null);
    }

    /// The server answered with something else than the file.
    FetchException refused(WebAddress at, int status) {
        String text =
                switch (status) {
                    case 404, 410 -> "status.missing";
                    case 401, 402, 403, 407, 451 -> "status.forbidden";
                    case 429 -> "status.often";
                    default -> status >= 500 ? "status.server" : "status.other";
                };
        return of(Kind.REFUSED, text, at.host(), at.name(), Integer.toString(status));
    }

    /// It came, and could not be kept.
    FetchException disk(IOException cause) {
        return new FetchException(Kind.DISK, texts.get("disk", words(cause)), cause);
    }

    /// Something of ours went wrong.
    FetchException unexpected(RuntimeException cause) {
        return new FetchException(Kind.UNREACHABLE, texts.get("unexpected", words(cause)), cause);
    }

    FetchException cancelled() {
        return of(Kind.CANCELLED, "cancelled");
    }

    /// The connection failed.
    FetchException lost(WebAddress at, IOException cause, boolean cancelled) {
        if (cancelled) {
            return cancelled();
        }
        Kind kind = kind(cause);
        String text =
                switch (kind) {
                    case NOT_PUBLIC -> "private";
                    case TLS -> "tls";
                    case TOO_SLOW -> "slow";
                    case CUT_SHORT -> "cut";
                    default -> cause instanceof UnknownHostException ? "name" : "reach";
                };
        return new FetchException(kind, texts.get(text, at.host(), words(cause)), cause);
    }

    private static Kind kind(IOException cause) {
        return switch (cause) {
            case NotPublic _ -> Kind.NOT_PUBLIC;
            case InterruptedIOException _ -> Kind.TOO_SLOW;
            case SSLException _ -> Kind.TLS;
            case ProtocolException _, EOFException _, StreamResetException _ -> Kind.CUT_SHORT;
            default -> Kind.UNREACHABLE;
        };
    }

    private static String words(Throwable t) {
        return Objects.requireNonNullElse(t.getMessage(), t.getClass().getSimpleName());
    }
}
