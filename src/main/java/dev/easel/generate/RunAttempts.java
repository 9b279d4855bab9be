package dev.easel.generate;

import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.Retries;
import dev.easel.provider.Retry;
import dev.easel.text.Texts;
import java.util.function.Consumer;

/// How often one run had to ask. What a broken attempt thought stays, with a line that says where
/// the next one begins.
final class RunAttempts implements Retries.Listener {
    private static final Texts TEXTS = Texts.of(RunAttempts.class);

    private final Retries retries;
    private final RunHandle handle;
    private final RunClock clock;
    private final Consumer<RunEvent> listener;
    private Consumer<GenerateEvent> sink = event -> {};
    private boolean thought;
    private int count;

    RunAttempts(Retries retries, RunHandle handle, RunClock clock, Consumer<RunEvent> listener) {
        this.retries = retries;
        this.handle = handle;
        this.clock = clock;
        this.listener = listener;
    }

    /// @param to gets what the model says
    void generate(ModelProvider provider, GenerateRequest request, Consumer<GenerateEvent> to)
            throws ProviderException {
        sink = to;
        retries.generate(
                provider, request, this::take, handle.cancellation(), handle.patience(), this);
    }

    /// How many requests went out.
    int count() {
        return count;
    }

    @Override
    public void sending(int attempt) {
        count = attempt;
        thought = false;
        clock.sent();
        if (attempt > 1) {
            listener.accept(new RunEvent.Timed(clock.soFar()));
        }
    }

    @Override
    public void waiting(Retry retry) {
        if (thought) {
            String line = TEXTS.get("again", retry.reason().getMessage());
            sink.accept(new GenerateEvent.Thought("\n\n---\n\n" + line + "\n\n"));
        }
        listener.accept(new RunEvent.Retrying(retry));
    }

    private void take(GenerateEvent event) {
        thought |= event instanceof GenerateEvent.Thought(String text) && !text.isBlank();
        sink.accept(event);
    }
}
