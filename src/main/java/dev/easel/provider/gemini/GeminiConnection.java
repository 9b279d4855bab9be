package dev.easel.provider.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.errors.ApiException;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.CountTokensConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.ListModelsConfig;
import com.google.genai.types.Model;
import dev.easel.provider.Cancellation;
import dev.easel.provider.Failures;
import dev.easel.provider.ProviderException;
import dev.easel.provider.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/// The SDK for one request: a client of its own, so that a cancellation ends this request and no
/// other, and no retries behind the user's back. Used by one thread; cancelled from any.
final class GeminiConnection implements AutoCloseable {
    private static final int PAGE_SIZE = 1000;
    // A server that pages in circles must not keep us for ever.
    private static final int MOST_MODELS = 5000;

    private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
    private final AnswerInspector inspector = new AnswerInspector();
    private final Failures failures;
    private final Cancellation cancellation;
    private final Client client;
    private String model = "";
    private Optional<ResponseStream<GenerateContentResponse>> stream = Optional.empty();

    /// @param http settings and connection pool, shared by all connections
    GeminiConnection(
            OkHttpClient http,
            GoogleAccess.Entry entry,
            Optional<String> baseUrl,
            Cancellation cancellation) {
        this.failures = entry.failures();
        this.cancellation = cancellation;
        this.client =
                entry.client()
                        .httpOptions(options(baseUrl))
                        .clientOptions(
                                ClientOptions.builder().customHttpClient(observed(http)).build())
                        .build();
    }

    /// Sends `request` and waits for the first piece of the reply.
    Iterator<GenerateContentResponse> open(GeminiRequest wire) throws ProviderException {
        model = wire.request().model();
        var opened =
                asking(
                        false,
                        () ->
                                client.models.generateContentStream(
                                        model, wire.contents(), wire.config()));
        stream = Optional.of(opened);
        return opened.iterator();
    }

    /// Waits for the next piece; empty at the end of the stream.
    ///
    /// @param begun whether any of the reply has arrived
    Optional<GenerateContentResponse> next(Iterator<GenerateContentResponse> pieces, boolean begun)
            throws ProviderException {
        return asking(
                begun, () -> pieces.hasNext() ? Optional.of(pieces.next()) : Optional.empty());
    }

    /// How many tokens a request has, its system prompt included.
    OptionalInt count(GeminiRequest wire) throws ProviderException {
        model = wire.request().model();
        var config = CountTokensConfig.builder().build();
        return asking(
                false,
                () ->
                        client.models
                                .countTokens(model, wire.countedContents(), config)
                                .totalTokens()
                                .map(OptionalInt::of)
                                .orElseGet(OptionalInt::empty));
    }

    /// All models that the key may use.
    List<Model> models() throws ProviderException {
        return asking(
                false,
                () -> {
                    List<Model> models = new ArrayList<>();
                    var config = ListModelsConfig.builder().pageSize(PAGE_SIZE).build();
                    Iterator<Model> listed = client.models.list(config).iterator();
                    while (listed.hasNext() && models.size() < MOST_MODELS) {
                        models.add(listed.next());
                    }
                    return models;
                });
    }

    /// Ends whatever still runs. The SDK's own close waits for the server to say something more.
    @Override
    public void close() {
        calls.forEach(Call::cancel);
        try {
            stream.ifPresent(ResponseStream::close);
        } catch (GenAiIOException _) {
            // The call is cancelled: there is nothing left to close properly.
        }
    }

    private static HttpOptions options(Optional<String> baseUrl) {
        HttpOptions.Builder options =
                HttpOptions.builder()
                        .retryOptions(
                                // With one attempt the SDK still sleeps after a status of its
                                // retry list: the list is emptied too.
                                HttpRetryOptions.builder().attempts(1).httpStatusCodes(List.of()));
        baseUrl.ifPresent(options::baseUrl);
        return options.build();
    }

    private OkHttpClient observed(OkHttpClient http) {
        return http.newBuilder()
                .addInterceptor(inspector)
                .eventListenerFactory(call -> {
                    calls.add(call);
                    cancellation.onCancel(call::cancel);
                    return EventListener.NONE;
                })
                .build();
    }

    /// The SDK throws nothing but unchecked exceptions: here they become ours.
    private <T> T asking(boolean begun, Supplier<T> question) throws ProviderException {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw failure(e, begun);
        }
    }

    private ProviderException failure(RuntimeException e, boolean begun) {
        if (cancellation.isCancelled()) {
            return ProviderException.cancelled();
        }
        if (inspector.refusal().isPresent()) {
            return failures.refused(inspector.refusal().get(), model);
        }
        if (inspector.foreignType().isPresent()) {
            return failures.nonsense(inspector.foreignType().get(), null);
        }
        if (e instanceof ApiException inStream) {
            return failures.refused(Refusal.of(inStream.code(), inStream.message()), model);
        }
        boolean garbled =
                !(e.getCause() instanceof IOException)
                        || e.getCause() instanceof JsonProcessingException;
        return garbled && !begun
                ? failures.nonsense(e.getClass().getSimpleName(), e)
                : failures.lost(e.getCause() == null ? e : e.getCause(), begun);
    }
}
