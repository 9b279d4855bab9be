package dev.easel.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.provider.ProviderException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server said instead of a reply: `{"error":{"message":...}}` of Google and of
/// OpenAI-compatible servers, or the web page of a proxy.
///
/// @param status the HTTP status; for an error in the middle of a stream the code it names
/// @param message the server's own words on one line; empty when it gave none
/// @param keyRefused whether it says in so many words that the key is wrong
/// @param retryDelay how long it asks to wait
public record Refusal(
        int status, String message, boolean keyRefused, Optional<Duration> retryDelay) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_MESSAGE = 300;
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]*>([^<]*)</title", Pattern.CASE_INSENSITIVE);
    // google.rpc.RetryInfo, or the sentence that Google and others add to the message of a 429.
    private static final Pattern RETRY =
            Pattern.compile(
                    "(?:\"retryDelay\"\\s*:\\s*\"|(?:re)?try (?:again )?in )(\\d{1,7}(?:\\.\\d{1,9})?)s",
                    Pattern.CASE_INSENSITIVE);

    /// Reads an answer's body.
    ///
    /// @param retryAfter what the answer's head says of it, see [RetryAfter]
    public static Refusal parse(int status, String body, Optional<Duration> retryAfter) {
        return new Refusal(
                status,
                shortened(words(body)),
                body.contains("API_KEY_INVALID"),
                retryAfter.or(() -> retryDelay(body)));
    }

    /// Takes an error that was found in the middle of a stream.
    ///
    /// @param message the server's words
    public static Refusal of(int status, String message) {
        return new Refusal(status, shortened(message), false, retryDelay(message));
    }

    /// What kind of failure it is.
    public Kind kind() {
        return switch (status) {
            case 401, 403 -> Kind.KEY;
            case 404 -> Kind.UNKNOWN_MODEL;
            // The server got tired of waiting for the request.
            case 408 -> Kind.SERVER;
            case 429 -> Kind.RATE_LIMIT;
            default -> {
                if (status < 400) {
                    yield Kind.PROTOCOL;
                }
                if (status >= 500) {
                    yield Kind.SERVER;
                }
                yield keyRefused ? Kind.KEY : Kind.BAD_REQUEST;
            }
        };
    }

    /// E.g. `HTTP 400: API key not valid`.
    public String reason() {
        return "HTTP " + status + (message.isEmpty() ? "" : ": " + message);
    }

    private static String words(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            // Google's streaming endpoints wrap the error in an array.
            JsonNode error = (json.isArray() ? json.path(0) : json).path("error");
            return error.isTextual() ? error.asText() : error.path("message").asText();
        } catch (JsonProcessingException _) {
            Matcher title = TITLE.matcher(body);
            if (title.find()) {
                return title.group(1);
            }
            return body.contains("<") ? "" : body;
        }
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        if (line.length() > LONGEST_MESSAGE) {
            return line.substring(0, LONGEST_MESSAGE) + "…";
        }
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static Optional<Duration> retryDelay(String body) {
        Matcher delay = RETRY.matcher(body);
        return delay.find() ? RetryAfter.seconds(delay.group(1)) : Optional.empty();
    }
}
