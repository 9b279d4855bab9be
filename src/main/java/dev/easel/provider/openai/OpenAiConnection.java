package dev.easel.provider.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.provider.Cancellation;
import dev.easel.provider.Failures;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.Refusal;
import dev.easel.provider.RetryAfter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// One request to an OpenAI-compatible server. Used by one thread; cancelled from any.
///
/// By OkHttp, which hands out every byte that arrived before it says that the connection broke; the
/// JDK's client drops what it has not passed on yet, and with it the last words of a reply.
final class OpenAiConnection implements AutoCloseable {
    private static final int LONGEST_REFUSAL = 1 << 16;
    private static final String STREAM_TYPE = "text/event-stream";
    private static final String JSON_TYPE = "application/json";
    private static final String END = "[DONE]";

    private final OkHttpClient http;
    private final ObjectMapper json;
    private final Failures failures;
    private final Cancellation cancellation;
    private Optional<Call> call = Optional.empty();
    private InputStream body = InputStream.nullInputStream();
    private Optional<EventReader> events = Optional.empty();
    private boolean ended;

    OpenAiConnection(
            OkHttpClient http, ObjectMapper json, Failures failures, Cancellation cancellation) {
        this.http = http;
        this.json = json;
        this.failures = failures;
        this.cancellation = cancellation;
    }

    /// Sends `request` and waits for the head of the answer.
    ///
    /// @param model the id that is asked for, for messages
    void open(Request request, String model) throws ProviderException {
        Response response = send(request);
        body = new BufferedInputStream(Objects.requireNonNull(response.body()).byteStream());
        if (!response.isSuccessful()) {
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

    /// Ends whatever still runs; a reply that was read to its end leaves its connection to the
    /// next.
    @Override
    public void close() {
        if (!ended || events.isPresent()) {
            call.ifPresent(Call::cancel);
        }
        try {
            body.close();
        } catch (IOException _) {
            // It is given up.
        }
    }

    private Response send(Request request) throws ProviderException {
        Call made = http.newCall(request);
        call = Optional.of(made);
        cancellation.onCancel(made::cancel);
        try {
            return made.execute();
        } catch (IOException e) {
            throw lost(e, false);
        }
    }

    private ProviderException refused(Response response, String model) throws ProviderException {
        try {
            String said = new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
            Refusal refusal =
                    Refusal.parse(
                            response.code(),
                            said,
                            RetryAfter.in(response.headers(), Instant.now()));
            // Ollama and others name an unknown model in JSON; a wrong address is plain text.
            boolean aboutModel = !model.isEmpty() && type(response).startsWith(JSON_TYPE);
            return refusal.kind() == Kind.UNKNOWN_MODEL && !aboutModel
                    ? failures.nonsense(refusal.reason(), null)
                    : failures.refused(refusal, model);
        } catch (IOException e) {
            throw lost(e, false);
        }
    }

    private static String type(Response response) {
        return Objects.requireNonNullElse(response.header("Content-Type"), STREAM_TYPE);
    }

    private String rest() throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private ProviderException lost(IOException e, boolean begun) {
        return cancellation.isCancelled() ? ProviderException.cancelled() : failures.lost(e, begun);
    }
}
