package dev.easel.provider;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// A source of models.
///
/// Every implementation runs `ModelProviderContract` in its tests.
public interface ModelProvider {
    /// Stable id, as `--provider` takes it: `gemini`, `openai`, `samples`.
    String id();

    /// The models that can be asked for. Blocking; never call it on the UI thread.
    ///
    /// @throws ProviderException when the server cannot be asked, with the reason in plain words
    List<ModelInfo> models() throws ProviderException;

    /// The thinking levels that a model takes; at once, without asking any server.
    default ThinkingLevels.Offer thinkingLevels(String model) {
        return ThinkingLevels.ANY;
    }

    /// How many tokens a request has, as the model's server counts them; empty when it does not
    /// count. Blocking; never call it on the UI thread.
    ///
    /// @throws ProviderException when it cannot be asked
    default OptionalInt countTokens(GenerateRequest request, Cancellation cancellation)
            throws ProviderException {
        return OptionalInt.empty();
    }

    /// Runs one request and hands every event to `sink` in order, on the calling thread, as soon as
    /// it has arrived. Blocks until the stream has ended; meant for a virtual thread.
    ///
    /// Returns normally when the server ended the stream, whether or not a [GenerateEvent.Finished]
    /// came: a stream without one is an unfinished reply.
    ///
    /// @param cancellation ends the server's work at once, from any thread; the call then throws a
    ///   [ProviderException] of kind `CANCELLED`
    /// @throws ProviderException when the request failed or the stream broke; events delivered
    ///   before stay valid
    void generate(GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation)
            throws ProviderException;
}
