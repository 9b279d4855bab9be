package dev.easel.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.provider.ApiKey;
import dev.easel.provider.Cancellation;
import dev.easel.provider.Failures;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelHttp;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.OneShotBody;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.Refusal;
import dev.easel.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Models of an OpenAI-compatible server: Ollama, LM Studio, llama.cpp, or a service. Every request
/// is one attempt. May be used by several threads at once.
public final class OpenAiProvider implements ModelProvider {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIST_LIMIT = Duration.ofSeconds(30);

    private final Texts texts = Texts.of(OpenAiProvider.class);
    private final Supplier<String> address;
    private final Function<String, Optional<String>> key;
    private final ModelHttp http;

    /// The server of one request: what is changed meanwhile counts for the next one, so that no key
    /// goes to another server than its own.
    private record Server(String url, ApiKey key, Failures failures) {}

    /// @param address e.g. `http://localhost:11434/v1`; asked and checked when a request is made
    /// @param key asked before every request, with the address; empty for servers that want none
    public OpenAiProvider(Supplier<String> address, Function<String, Optional<String>> key) {
        this(address, key, OkHttpClient::new);
    }

    /// @param basis the HTTP client, as far as tests want another; made when it is first needed
    OpenAiProvider(
            Supplier<String> address,
            Function<String, Optional<String>> key,
            Supplier<OkHttpClient> basis) {
        this.address = address;
        this.key = key;
        http = new ModelHttp(basis);
    }

    @Override
    public String id() {
        return "openai";
    }

    @Override
    public List<ModelInfo> models() throws ProviderException {
        return models(LIST_LIMIT);
    }

    List<ModelInfo> models(Duration limit) throws ProviderException {
        Server server = server();
        Request request = request(server, "/models").build();
        OkHttpClient limited = http().newBuilder().callTimeout(limit).build();
        try (OpenAiConnection connection = connect(limited, server, new Cancellation())) {
            connection.open(request, "");
            JsonNode list = connection.next(false).orElse(JSON.nullNode()).path("data");
            if (!list.isArray()) {
                throw server.failures().nonsense("no list of models", null);
            }
            List<ModelInfo> models = new ArrayList<>();
            list.forEach(model -> models.add(info(model)));
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
        Server server = server();
        Request wire =
                request(server, "/chat/completions")
                        .header("Accept", "text/event-stream")
                        .post(body(request))
                        .build();
        try (OpenAiConnection connection = connect(http(), server, cancellation)) {
            connection.open(wire, request.model());
            stream(connection, server, request.model(), sink, cancellation);
        }
    }

    private void stream(
            OpenAiConnection connection,
            Server server,
            String model,
            Consumer<GenerateEvent> sink,
            Cancellation cancellation)
            throws ProviderException {
        OpenAiReply reply = new OpenAiReply();
        try {
            Optional<JsonNode> piece = connection.next(reply.begun());
            while (piece.isPresent()) {
                checkError(piece.get(), server, model);
                for (GenerateEvent event : reply.read(piece.get())) {
                    cancellation.check();
                    sink.accept(event);
                }
                piece = connection.next(reply.begun());
            }
        } catch (ProviderException e) {
            // A connection lost after the model said that it was done lost nothing.
            if (e.kind() != Kind.BROKEN_STREAM || reply.finished().isEmpty()) {
                if (e.kind() != Kind.CANCELLED) {
                    reply.rest(false).forEach(sink);
                }
                throw e;
            }
        }
        cancellation.check();
        reply.rest(true).forEach(sink);
        reply.finished().ifPresent(sink);
    }

    /// Servers report a failure in the middle of a stream as an event.
    private static void checkError(JsonNode piece, Server server, String model)
            throws ProviderException {
        JsonNode error = piece.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            int code = error.path("code").asInt(500);
            throw server.failures()
                    .refused(Refusal.parse(code, piece.toString(), Optional.empty()), model);
        }
    }

    private Request.Builder request(Server server, String path) throws ProviderException {
        Request.Builder request =
                new Request.Builder()
                        .url(address(server, path))
                        // What is packed arrives in lumps.
                        .header("Accept-Encoding", "identity");
        if (!server.key().value().isEmpty()) {
            request.header("Authorization", "Bearer " + server.key().value());
        }
        return request;
    }

    private HttpUrl address(Server server, String path) throws ProviderException {
        // With the path alone behind it, "http://" would be the host "models".
        HttpUrl base = HttpUrl.parse(server.url());
        HttpUrl url = HttpUrl.parse(server.url() + path);
        if (base == null || url == null) {
            throw new ProviderException(Kind.ADDRESS, texts.get("address", server.url()), null);
        }
        return url;
    }

    private Server server() throws ProviderException {
        String url = address.get().strip().replaceFirst("/+$", "");
        ApiKey entered = new ApiKey(key.apply(url).orElse(""));
        if (!entered.value().isEmpty() && !entered.isSendable()) {
            throw new ProviderException(Kind.KEY, texts.get("key.malformed", url), null);
        }
        Failures.Server words =
                new Failures.Server(
                        texts.get("server", url),
                        texts.get(entered.value().isEmpty() ? "keyMissing" : "keyAdvice"),
                        texts.get("reachAdvice"));
        return new Server(url, entered, new Failures(words, entered));
    }

    private static OneShotBody body(GenerateRequest request) {
        String json = new OpenAiRequest(request).json(JSON).toString();
        // As bytes: to the type of a text the client adds a charset, which JSON does not have.
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new OneShotBody(RequestBody.create(bytes, MediaType.get("application/json")));
    }

    OkHttpClient http() {
        return http.client();
    }

    private static OpenAiConnection connect(
            OkHttpClient http, Server server, Cancellation cancellation) {
        return new OpenAiConnection(http, JSON, server.failures(), cancellation);
    }

    /// Services say more than the protocol asks for; each has its own word for the limit.
    private static ModelInfo info(JsonNode model) {
        String id = model.path("id").asText();
        String name = model.path("name").asText();
        int input =
                Stream.of("context_length", "max_model_len", "max_context_length")
                        .mapToInt(word -> model.path(word).asInt())
                        .filter(limit -> limit > 0)
                        .findFirst()
                        .orElse(model.path("meta").path("n_ctx_train").asInt());
        int output = model.path("top_provider").path("max_completion_tokens").asInt();
        return new ModelInfo(id, name.isBlank() ? id : name, input, output, false);
    }
}
