package dev.easel.generate;

import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateEvent.FinishReason;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Plays what a test wrote down, step by step, and keeps the requests.
final class ScriptedProvider implements ModelProvider {
    /// One thing that happens in a stream.
    interface Step {
        void play(Consumer<GenerateEvent> sink, Cancellation cancellation) throws ProviderException;
    }

    final List<GenerateRequest> requests = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    ScriptedProvider then(Step step) {
        steps.add(step);
        return this;
    }

    ScriptedProvider says(String text) {
        return then((sink, c) -> sink.accept(new GenerateEvent.Text(text)));
    }

    ScriptedProvider thinks(String text) {
        return then((sink, c) -> sink.accept(new GenerateEvent.Thought(text)));
    }

    ScriptedProvider sends(GenerateEvent event) {
        return then((sink, c) -> sink.accept(event));
    }

    ScriptedProvider finishes(FinishReason reason) {
        return sends(new GenerateEvent.Finished(reason, reason.name()));
    }

    ScriptedProvider stops() {
        return finishes(FinishReason.STOP);
    }

    ScriptedProvider fails(ProviderException.Kind kind, String message) {
        return then((sink, c) -> {
            throw new ProviderException(kind, message, null);
        });
    }

    @Override
    public String id() {
        return "scripted";
    }

    @Override
    public List<ModelInfo> models() {
        return List.of(ModelInfo.of("m"));
    }

    @Override
    public void generate(
            GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation)
            throws ProviderException {
        requests.add(request);
        for (Step step : steps) {
            cancellation.check();
            step.play(sink, cancellation);
        }
        cancellation.check();
    }
}
