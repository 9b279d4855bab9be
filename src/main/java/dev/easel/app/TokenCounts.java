package dev.easel.app;

import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/// Has requests counted by the model's server, one at a time: a newer one ends the count of the one
/// before. UI thread only.
final class TokenCounts {
    private final Executor background;
    private final Executor ui;
    private Cancellation latest = new Cancellation();

    TokenCounts(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /// @param counted is told on the JavaFX thread, unless the server cannot say: then the estimate
    ///   is good enough, and nobody needs to know why
    void count(ModelProvider provider, GenerateRequest request, IntConsumer counted) {
        Cancellation before = latest;
        Cancellation mine = new Cancellation();
        latest = mine;
        background.execute(() -> {
            before.cancel();
            try {
                OptionalInt tokens = provider.countTokens(request, mine);
                tokens.ifPresent(n -> ui.execute(() -> counted.accept(n)));
            } catch (ProviderException e) {
                // The estimate stays.
            }
        });
    }
}
