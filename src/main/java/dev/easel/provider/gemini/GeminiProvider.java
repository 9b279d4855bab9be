package dev.easel.provider.gemini;

import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Model;
import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ModelHttp;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.ThinkingLevels;
import dev.easel.text.Texts;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/// Google's models, with a key of Google AI Studio or through Google Cloud. One request is one
/// attempt: what the user sees is what happened. May be used by several threads at once.
public final class GeminiProvider implements ModelProvider {
    private static final Pattern MODEL_ID =
            Pattern.compile("((models|tunedModels)/)?[A-Za-z0-9]([A-Za-z0-9_-]|\\.(?!\\.))*");
    private static final Duration LIST_LIMIT = Duration.ofSeconds(30);
    private static final Duration COUNT_LIMIT = Duration.ofSeconds(10);

    private final Texts texts = Texts.of(GeminiProvider.class);
    private final ThinkingLevels levels = ThinkingLevels.bundled();
    private final GoogleAccess access;
    private final Optional<String> baseUrl;
    private final ModelHttp http;

    /// @param key asked before every request; empty when the user has set none
    /// @param baseUrl another server that speaks Google's protocol, e.g. the value of
    ///   `GOOGLE_GEMINI_BASE_URL`; empty for Google
    /// @param vertex Google Cloud, in the place of AI Studio
    public GeminiProvider(
            Supplier<Optional<String>> key, Optional<String> baseUrl, Optional<Vertex> vertex) {
        this(new GoogleAccess(key, vertex, GoogleAccess::applicationDefault), baseUrl);
    }

    GeminiProvider(GoogleAccess access, Optional<String> baseUrl) {
        this(access, baseUrl, OkHttpClient::new);
    }

    /// @param basis the HTTP client, as far as tests want another; made when it is first needed
    GeminiProvider(GoogleAccess access, Optional<String> baseUrl, Supplier<OkHttpClient> basis) {
        this.access = access;
        this.baseUrl = baseUrl.map(String::strip).filter(url -> !url.isEmpty());
        http = new ModelHttp(basis);
    }

    @Override
    public String id() {
        return "gemini";
    }

    /// Those that can generate content, in Google's order. Waits 30 s at most for each answer.
    @Override
    public List<ModelInfo> models() throws ProviderException {
        OkHttpClient limited = http().newBuilder().readTimeout(LIST_LIMIT).build();
        try (GeminiConnection connection = connect(limited, access.open(), new Cancellation())) {
            return connection.models().stream()
                    .filter(
                            access.isVertex()
                                    ? GeminiProvider::isGemini
                                    : GeminiProvider::generatesContent)
                    .map(GeminiProvider::info)
                    .distinct()
                    .toList();
        }
    }

    @Override
    public void generate(
            GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation)
            throws ProviderException {
        cancellation.check();
        checkModel(request.model());
        ThinkingLevels.Choice level = levels.choose(request.model(), request.thinking());
        try (GeminiConnection connection = connect(http(), access.open(), cancellation)) {
            if (!level.level().equals(request.thinking())) {
                sink.accept(new GenerateEvent.Adapted(adapted(request, level)));
            }
            stream(connection, new GeminiRequest(request, level), sink, cancellation);
        }
    }

    private String adapted(GenerateRequest request, ThinkingLevels.Choice level) {
        String instead = level.level().isEmpty() ? texts.get("level.default") : level.level();
        return texts.get("level.adapted", request.model(), request.thinking(), instead);
    }

    @Override
    public ThinkingLevels.Offer thinkingLevels(String model) {
        return levels.offer(model);
    }

    /// Waits 10 s at most.
    @Override
    public OptionalInt countTokens(GenerateRequest request, Cancellation cancellation)
            throws ProviderException {
        cancellation.check();
        checkModel(request.model());
        OkHttpClient limited = http().newBuilder().callTimeout(COUNT_LIMIT).build();
        try (GeminiConnection connection = connect(limited, access.open(), cancellation)) {
            return connection.count(new GeminiRequest(request, levels.choose("", "")));
        }
    }

    /// Loads the SDK's several thousand classes by playing it an answer without any network, which
    /// otherwise delays the first token of the first run by more than half a second. Meant for a
    /// background thread at start.
    public void warmUp() {
        OkHttpClient offline = http().newBuilder().addInterceptor(new RehearsedAnswer()).build();
        GenerateRequest request =
                new GenerateRequest("rehearsal", "system", List.of(Message.user("prompt")), "");
        Cancellation never = new Cancellation();
        try (GeminiConnection connection = connect(offline, access.rehearsal(), never)) {
            stream(connection, new GeminiRequest(request, levels.choose("", "")), _ -> {}, never);
        } catch (ProviderException _) {
            // E.g. a malformed base URL: the first real request says so where the user sees it.
        }
    }

    private void stream(
            GeminiConnection connection,
            GeminiRequest request,
            Consumer<GenerateEvent> sink,
            Cancellation cancellation)
            throws ProviderException {
        GeminiReply reply = new GeminiReply();
        try {
            Iterator<GenerateContentResponse> pieces = connection.open(request);
            Optional<GenerateContentResponse> piece = connection.next(pieces, reply.begun());
            while (piece.isPresent()) {
                deliver(reply.read(piece.get()), sink, cancellation);
                checkBlocked(piece.get());
                piece = connection.next(pieces, reply.begun());
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

    private static void deliver(
            List<GenerateEvent> events, Consumer<GenerateEvent> sink, Cancellation cancellation)
            throws ProviderException {
        for (GenerateEvent event : events) {
            cancellation.check();
            sink.accept(event);
        }
    }

    private void checkBlocked(GenerateContentResponse piece) throws ProviderException {
        Optional<String> reason = GeminiReply.blocked(piece);
        if (reason.isPresent()) {
            throw new ProviderException(
                    Kind.BLOCKED, texts.get(blocked(reason.get()), reason.get()), null);
        }
    }

    private static String blocked(String reason) {
        return switch (reason) {
            case "SAFETY", "IMAGE_SAFETY" -> "blocked.safety";
            case "BLOCKLIST" -> "blocked.words";
            case "PROHIBITED_CONTENT" -> "blocked.prohibited";
            default -> "blocked";
        };
    }

    private GeminiConnection connect(
            OkHttpClient client, GoogleAccess.Entry entry, Cancellation cancellation)
            throws ProviderException {
        if (baseUrl.isPresent() && HttpUrl.parse(baseUrl.get()) == null) {
            throw new ProviderException(Kind.ADDRESS, texts.get("address", baseUrl.get()), null);
        }
        return new GeminiConnection(client, entry, baseUrl, cancellation);
    }

    private void checkModel(String id) throws ProviderException {
        if (id.isEmpty()) {
            throw new ProviderException(Kind.BAD_REQUEST, texts.get("model.missing"), null);
        }
        // The id becomes part of an address: nothing may lead elsewhere.
        if (!MODEL_ID.matcher(id).matches()) {
            throw new ProviderException(Kind.BAD_REQUEST, texts.get("model.malformed", id), null);
        }
    }

    OkHttpClient http() {
        return http.client();
    }

    private static boolean generatesContent(Model model) {
        return model.name().isPresent()
                && model.supportedActions().orElse(List.of()).contains("generateContent");
    }

    /// Google Cloud does not say what its models are for.
    private static boolean isGemini(Model model) {
        return model.name().filter(name -> name.contains("/models/gemini-")).isPresent();
    }

    private static ModelInfo info(Model model) {
        String id = model.name().orElseThrow().replaceFirst("^.*models/", "");
        return new ModelInfo(
                id,
                model.displayName().filter(name -> !name.isBlank()).orElse(id),
                model.inputTokenLimit().orElse(0),
                model.outputTokenLimit().orElse(0),
                model.thinking().orElse(false));
    }
}
