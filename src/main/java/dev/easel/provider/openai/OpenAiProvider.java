package dev.easel.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.provider.ApiKey;
import dev.easel.provider.Cancellation;
import dev.easel.provider.Failures;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.Refusal;
import dev.easel.text.Texts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Models of an OpenAI-compatible server: Ollama, LM Studio, llama.cpp, or a service. Every request
/// is one attempt. May be used by several threads at once.
public final class OpenAiProvider implements ModelProvider {
    private static final Duration LIST_LIMIT = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    private final Texts texts = Texts.of(OpenAiProvider.class);
    private final Supplier<String> address;
    private final Supplier<Optional<String>> key;

    /// @param address e.g. `http://localhost:11434/v1`; asked and checked when a request is made
    /// @param key asked before every request; empty for servers that want none
    public OpenAiProvider(Supplier<String> address, Supplier<Optional<String>> key) {
        this.address = address;
        this.key = key;
    }

    @Override
    public String id() {
        return "openai";
    }

    @Override
    public List<ModelInfo> models() throws ProviderException {
        ApiKey apiKey = key();
        HttpRequest request = request("/models", apiKey).timeout(LIST_LIMIT).build();
        try (OpenAiConnection connection = connect(apiKey, new Cancellation())) {
            connection.open(request, "");
            JsonNode list = connection.next(false).orElse(json.nullNode()).path("data");
            if (!list.isArray()) {
                throw failures(apiKey).nonsense("no list of models", null);
            }
            List<ModelInfo> models = new ArrayList<>();
            list.forEach(model -> models.add(ModelInfo.of(model.path("id").asText())));
            return models.stream().filter(model -> !model.id().isEmpty()).distinct().toList();
        }
    }

    @Override
    public void generate(
            GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation)
            throws ProviderException {
        cancellation.check();
        if (request.model().isEmpty()) {
            throw new ProviderException(Kind.BAD_REQUEST, texts.get("model.missing"), null);
        }
        ApiKey apiKey = key();
        HttpRequest wire =
                request("/chat/completions", apiKey)
                        .header("Accept", "text/event-stream")
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        new OpenAiRequest(request).json(json).toString()))
                        .build();
        try (OpenAiConnection connection = connect(apiKey, cancellation)) {
            connection.open(wire, request.model());
            stream(connection, request.model(), sink, cancellation);
        }
    }

    private void stream(
            OpenAiConnection connection,
            String model,
            Consumer<GenerateEvent> sink,
            Cancellation cancellation)
            throws ProviderException {
        OpenAiReply reply = new OpenAiReply();
        try {
            Optional<JsonNode> piece = connection.next(reply.begun());
            while (piece.isPresent()) {
                checkError(piece.get(), model);
                for (GenerateEvent event : reply.read(piece.get())) {
                    cancellation.check();
                    sink.accept(event);
                }
                piece = connection.next(reply.begun());
            }
        } catch (ProviderException e) {
            // A connection lost after the model said that it was done lost nothing.
            if (e.kind() != Kind.BROKEN_STREAM || reply.finished().isEmpty()) {
                throw e;
            }
        }
        cancellation.check();
        reply.finished().ifPresent(sink);
    }

    /// Servers report a failure in the middle of a stream as an event.
    private void checkError(JsonNode piece, String model) throws ProviderException {
        JsonNode error = piece.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            int code = error.path("code").asInt(500);
            throw failures(key())
                    .refused(Refusal.parse(code, piece.toString(), Optional.empty()), model);
        }
    }

    private HttpRequest.Builder request(String path, ApiKey apiKey) throws ProviderException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (!apiKey.value().isEmpty()) {
            request.header("Authorization", "Bearer " + apiKey.value());
        }
        return request;
    }

    private URI address(String path) throws ProviderException {
        try {
            URI uri = URI.create(baseUrl() + path);
            HttpRequest.newBuilder(uri);
            return uri;
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Kind.ADDRESS, texts.get("address", baseUrl()), e);
        }
    }

    private ApiKey key() throws ProviderException {
        ApiKey entered = new ApiKey(key.get().orElse(""));
        if (!entered.value().isEmpty() && !entered.isSendable()) {
            throw new ProviderException(Kind.KEY, texts.get("key.malformed", baseUrl()), null);
        }
        return entered;
    }

    private OpenAiConnection connect(ApiKey apiKey, Cancellation cancellation) {
        return new OpenAiConnection(json, failures(apiKey), cancellation);
    }

    private Failures failures(ApiKey apiKey) {
        return new Failures(
                new Failures.Server(
                        texts.get("server", baseUrl()),
                        texts.get("keyAdvice"),
                        texts.get("reachAdvice")),
                apiKey);
    }

    private String baseUrl() {
        return address.get().strip().replaceFirst("/+$", "");
    }
}
