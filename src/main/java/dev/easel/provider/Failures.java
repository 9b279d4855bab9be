package dev.easel.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.text.Texts;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Puts what went wrong between Easel and one server into words: what happened, why, what to do.
/// The key is taken out of everything a server says.
public final class Failures {
    private final Texts texts = Texts.of(Failures.class);
    private final Server server;
    private final ApiKey key;

    /// How sentences call the server, and where they send the user.
    ///
    /// @param name the subject of a sentence: `Google`, `The server at http://localhost:11434/v1`
    /// @param keyAdvice a sentence: what to do about a refused key
    /// @param reachAdvice a sentence: what to do when nobody answers
    public record Server(String name, String keyAdvice, String reachAdvice) {}

    /// @param key the key in use; empty when there is none
    public Failures(Server server, ApiKey key) {
        this.server = server;
        this.key = key;
    }

    /// The server answered, but not with a reply.
    ///
    /// @param model the id that was asked for
    public ProviderException refused(Refusal refusal, String model) {
        Kind kind = refusal.kind();
        String reason = key.redact(refusal.reason());
        String message =
                switch (kind) {
                    case KEY -> say("key", reason, server.keyAdvice());
                    case UNKNOWN_MODEL -> say("model", model, reason);
                    case RATE_LIMIT -> say("rate", reason, patience(refusal));
                    case BAD_REQUEST -> say("request", reason);
                    case PROTOCOL -> say("nonsense", reason, server.reachAdvice());
                    case SERVER, BLOCKED, UNREACHABLE, BROKEN_STREAM, ADDRESS, CANCELLED ->
                            say("server", reason);
                };
        // No cause: the HTTP client's own exception quotes the server, and some servers quote keys.
        return new ProviderException(kind, message, refusal.retryDelay().orElse(null), null);
    }

    /// The connection could not be made, or was lost.
    ///
    /// @param begun whether anything of the reply had arrived
    public ProviderException lost(Throwable cause, boolean begun) {
        return begun
                ? new ProviderException(Kind.BROKEN_STREAM, say("broken", why(cause)), cause)
                : new ProviderException(
                        Kind.UNREACHABLE, say("reach", why(cause), server.reachAdvice()), cause);
    }

    /// The server does not speak its protocol.
    ///
    /// @param what what it sent, e.g. `text/html`
    public ProviderException nonsense(String what, @Nullable Throwable cause) {
        return new ProviderException(
                Kind.PROTOCOL, say("nonsense", key.redact(what), server.reachAdvice()), cause);
    }

    private String patience(Refusal refusal) {
        return refusal.retryDelay()
                .map(delay ->
                        delay.isZero()
                                ? texts.get("rate.now")
                                : texts.get("rate.wait", words(delay)))
                .orElseGet(() -> texts.get("rate.unknown"));
    }

    private String words(Duration delay) {
        long seconds = delay.plusMillis(999).toSeconds();
        if (seconds <= 120) {
            return texts.get("wait.seconds", seconds);
        }
        long minutes = (seconds + 59) / 60;
        return minutes <= 120
                ? texts.get("wait.minutes", minutes)
                : texts.get("wait.hours", (minutes + 59) / 60);
    }

    private String why(Throwable cause) {
        String known = "";
        // The innermost cause knows best: the JDK's client wraps an unknown name in a
        // ConnectException.
        for (Throwable t = cause; t != null; t = t.getCause()) {
            String inner = known(t);
            known = inner.isEmpty() ? known : inner;
        }
        return known.isEmpty() ? texts.get("why.other", words(cause)) : known;
    }

    private String known(Throwable t) {
        return switch (t) {
            case UnknownHostException _, UnresolvedAddressException _ -> texts.get("why.name");
            // OkHttp says so when a whole call takes too long; a SocketTimeoutException is one too.
            case InterruptedIOException _ -> texts.get("why.timeout");
            case NoRouteToHostException _ -> texts.get("why.route");
            case ConnectException _ -> texts.get("why.refused");
            case JsonProcessingException _ -> texts.get("why.garbled");
            case SSLException _ -> texts.get("why.tls", words(t));
            default -> "";
        };
    }

    private static String words(Throwable t) {
        return Objects.requireNonNullElse(t.getMessage(), t.getClass().getSimpleName());
    }

    private String say(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = server.name();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return texts.get(key, all);
    }
}
