package dev.easel.provider.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.provider.Cancellation;
import dev.easel.provider.Failures;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// One request to an OpenAI-compatible server, with an HTTP client of its own: shutting that down
/// is what closes the connection at once. Used by one thread; cancelled from any.
final class OpenAiConnection implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int LONGEST_REFUSAL = 1 << 16;
    private static final String STREAM_TYPE = "text/event-stream";
    private static final String JSON_TYPE = "application/json";
    private static final String END = "[DONE]";

    private final ObjectMapper json;
    private final Failures failures;
    private final Cancellation cancellation;
    private final HttpClient http;
    private InputStream body = InputStream.nullInputStream();
    private Optional<EventReader> events = Optional.empty();
    private boolean ended;

    OpenAiConnection(
            HttpClient.Builder client,
            ObjectMapper json,
            Failures failures,
            Cancellation cancellation) {
        this.json = json;
        this.failures = failures;
        this.cancellation = cancellation;
        this.http = client.connectTimeout(CONNECT_LIMIT).build();
        cancellation.onCancel(http::shutdownNow);
    }

    /// Sends `request` and waits for the head of the answer.
    ///
    /// @param model the id that is asked for, for messages
    void open(HttpRequest request, String model) throws ProviderException {
        HttpResponse<InputStream> response = send(request);
        body = new BufferedInputStream(response.body());
        if (response.statusCode() / 100 != 2) {
            throw refused(response, model);
        }
        String type = type(response);
        if (type.startsWith(STREAM_TYPE)) {
            events = Optional.of(new EventReader(body));
        } else if (!type.startsWith(JSON_TYPE)) {
            throw failures.nonsense(type, null);
        }
    }

    /// Waits for the next piece of the answer; empty at its end.
    ///
    /// @param begun whether any of the reply has arrived
    Optional<JsonNode> next(boolean begun) throws ProviderException {
        if (ended) {
            return Optional.empty();
        }
        try {
            Optional<String> data = events.isPresent() ? events.get().next() : Optional.of(rest());
            ended = events.isEmpty() || data.isEmpty() || data.get().equals(END);
            return data.isEmpty() || data.get().equals(END)
                    ? Optional.empty()
                    : Optional.of(json.readTree(data.get()));
        } catch (JsonProcessingException e) {
            throw begun ? failures.lost(e, true) : failures.nonsense("not JSON", e);
        } catch (IOException e) {
            throw lost(e, begun);
        }
    }

    /// Ends whatever still runs.
    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws ProviderException {
        try {
            return http.send(request, _ -> new ArrivedBytes());
        } catch (IOException e) {
            throw lost(e, false);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw ProviderException.cancelled();
        }
    }

    private ProviderException refused(HttpResponse<InputStream> response, String model)
            throws ProviderException {
        try {
            String said = new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
            Optional<String> retryAfter = response.headers().firstValue("Retry-After");
            Refusal refusal = Refusal.parse(response.statusCode(), said, retryAfter);
            // Ollama and others name an unknown model in JSON; a wrong address is plain text.
            boolean aboutModel = !model.isEmpty() && type(response).startsWith(JSON_TYPE);
            return refusal.kind() == Kind.UNKNOWN_MODEL && !aboutModel
                    ? failures.nonsense(refusal.reason(), null)
                    : failures.refused(refusal, model);
        } catch (IOException e) {
            throw lost(e, false);
        }
    }

    private static String type(HttpResponse<InputStream> response) {
        return response.headers().firstValue("Content-Type").orElse(STREAM_TYPE);
    }

    private String rest() throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private ProviderException lost(IOException e, boolean begun) {
        return cancellation.isCancelled() ? ProviderException.cancelled() : failures.lost(e, begun);
    }
}
