package dev.easel.provider.gemini;

import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Model;
import dev.easel.provider.ApiKey;
import dev.easel.provider.Cancellation;
import dev.easel.provider.Failures;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.text.Texts;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Google's models, with a key of Google AI Studio. One request is one attempt: what the user sees
/// is what happened. May be used by several threads at once.
public final class GeminiProvider implements ModelProvider {
    private static final Pattern MODEL_ID =
            Pattern.compile("((models|tunedModels)/)?[A-Za-z0-9]([A-Za-z0-9_-]|\\.(?!\\.))*");
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration LIST_LIMIT = Duration.ofSeconds(30);

    private final Texts texts = Texts.of(GeminiProvider.class);
    private final Supplier<Optional<String>> key;
    private final Optional<String> baseUrl;
    private @Nullable OkHttpClient http;

    /// @param key asked before every request; empty when the user has set none
    /// @param baseUrl another server that speaks Google's protocol, e.g. the value of
    ///   `GOOGLE_GEMINI_BASE_URL`; empty for Google
    public GeminiProvider(Supplier<Optional<String>> key, Optional<String> baseUrl) {
        this.key = key;
        this.baseUrl = baseUrl.map(String::strip).filter(url -> !url.isEmpty());
    }

    @Override
    public String id() {
        return "gemini";
    }

    /// Those that can generate content, in Google's order. Waits 30 s at most for each answer.
    @Override
    public List<ModelInfo> models() throws ProviderException {
        OkHttpClient limited = http().newBuilder().readTimeout(LIST_LIMIT).build();
        try (GeminiConnection connection = connect(limited, key(), new Cancellation())) {
            return connection.models().stream()
                    .filter(GeminiProvider::generatesContent)
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
        try (GeminiConnection connection = connect(http(), key(), cancellation)) {
            stream(connection, request, sink, cancellation);
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
        try (GeminiConnection connection = connect(offline, new ApiKey("rehearsal"), never)) {
            stream(connection, request, _ -> {}, never);
        } catch (ProviderException _) {
            // E.g. a malformed base URL: the first real request says so where the user sees it.
        }
    }

    private void stream(
            GeminiConnection connection,
            GenerateRequest request,
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
            throw new ProviderException(Kind.BLOCKED, texts.get("blocked", reason.get()), null);
        }
    }

    private GeminiConnection connect(OkHttpClient client, ApiKey apiKey, Cancellation cancellation)
            throws ProviderException {
        if (baseUrl.isPresent() && HttpUrl.parse(baseUrl.get()) == null) {
            throw new ProviderException(
                    Kind.ADDRESS, texts.get("address", baseUrl.get()), null);
        }
        Failures.Server google =
                new Failures.Server(
                        texts.get("server"), texts.get("keyAdvice"), texts.get("reachAdvice"));
        return new GeminiConnection(
                client, apiKey, baseUrl, new Failures(google, apiKey), cancellation);
    }

    private ApiKey key() throws ProviderException {
        ApiKey entered = new ApiKey(key.get().orElse(""));
        if (entered.value().isEmpty()) {
            throw new ProviderException(Kind.KEY, texts.get("key.missing"), null);
        }
        if (!entered.isSendable()) {
            throw new ProviderException(Kind.KEY, texts.get("key.malformed"), null);
        }
        return entered;
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

    private synchronized OkHttpClient http() {
        if (http == null) {
            http =
                    new OkHttpClient.Builder()
                            .connectTimeout(CONNECT_LIMIT)
                            // A model may think for minutes without a word.
                            .readTimeout(Duration.ZERO)
                            // A redirect would take the key to another host.
                            .followRedirects(false)
                            .build();
        }
        return http;
    }

    private static boolean generatesContent(Model model) {
        return model.name().isPresent()
                && model.supportedActions().orElse(List.of()).contains("generateContent");
    }

    private static ModelInfo info(Model model) {
        String id = model.name().orElseThrow().replaceFirst("^models/", "");
        return new ModelInfo(
                id,
                model.displayName().filter(name -> !name.isBlank()).orElse(id),
                model.inputTokenLimit().orElse(0),
                model.outputTokenLimit().orElse(0),
                model.thinking().orElse(false));
    }
}
