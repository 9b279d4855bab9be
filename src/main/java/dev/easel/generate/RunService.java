package dev.easel.generate;

import dev.easel.cost.Charges;
import dev.easel.cost.LimitAnswer;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.Retries;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Starts runs. Any number may be under way at once, each on a thread of its own.
///
/// What was typed is stored before a request goes out, and what arrives is stored before it is
/// parsed or shown: a killed process loses nothing that anyone has seen.
public final class RunService {
    private final HistoryRepository history;
    private final PromptComposer composer;
    private final Executor executor;
    private final LongSupplier nanoTime;
    private final Retries retries;
    private final Charges charges;

    /// Without prices and limits.
    ///
    /// @param executor runs each run for as long as it lasts: a virtual thread per task
    /// @param nanoTime like `System::nanoTime`
    public RunService(
            HistoryRepository history,
            PromptComposer composer,
            Executor executor,
            LongSupplier nanoTime) {
        this(history, composer, executor, nanoTime, Charges.NONE);
    }

    /// @param charges what runs cost, and what Easel may spend by itself
    public RunService(
            HistoryRepository history,
            PromptComposer composer,
            Executor executor,
            LongSupplier nanoTime,
            Charges charges) {
        this(history, composer, executor, nanoTime, charges, Retries.usual());
    }

    /// @param retries what happens when a server is busy or away
    public RunService(
            HistoryRepository history,
            PromptComposer composer,
            Executor executor,
            LongSupplier nanoTime,
            Charges charges,
            Retries retries) {
        this.charges = charges;
        this.history = history;
        this.composer = composer;
        this.executor = executor;
        this.nanoTime = nanoTime;
        this.retries = retries;
    }

    /// What would be sent with a prompt; reads nothing and takes a millisecond or two for files of
    /// thousands of lines.
    ///
    /// @param guidance of the project
    /// @param runs of the project, oldest first
    /// @param all its revisions, oldest first
    /// @param base id of the one to start from; absent for the newest whole one
    public Outline outline(
            Prompt prompt,
            Guidance guidance,
            List<Run> runs,
            List<Revision> all,
            Optional<String> base,
            int budget) {
        Revisions revisions = Revisions.of(all, base);
        List<Run> led = revisions.ledTo(runs);
        Message message =
                new Message(Message.Role.USER, prompt.text(), Exchange.images(prompt.images()));
        PromptComposer.Composed composed =
                composer.compose("", "", message, led, revisions.base(), guidance, budget);
        return new Outline(composed.request(), composed.sent());
    }

    /// What a run would ask.
    ///
    /// @param request without a model
    public record Outline(GenerateRequest request, SentContext sent) {
        /// The same for a model.
        public GenerateRequest requestTo(String model) {
            return new GenerateRequest(model, request.system(), request.messages(), "");
        }
    }

    /// What the limit of the day says of a run; whoever starts it decides. Blocking.
    public LimitAnswer check(RunSpec spec) {
        return charges.check(spec.provider().id(), spec.model(), () -> promptTokens(spec));
    }

    private int promptTokens(RunSpec spec) {
        List<Run> runs = spec.projectId().map(history::runs).orElse(List.of());
        List<Revision> all = spec.projectId().map(history::revisions).orElse(List.of());
        return outline(
                        new Prompt(spec.prompt(), spec.images()),
                        spec.guidance(),
                        runs,
                        all,
                        spec.base(),
                        spec.budget())
                .sent()
                .tokens();
    }

    /// Starts a run and returns at once; nothing blocking happens on the calling thread.
    ///
    /// @param listener gets every event on the run's thread. If it throws, the run is stopped and
    ///   kept, and the listener hears only of the end.
    public RunHandle start(RunSpec spec, Consumer<RunEvent> listener) {
        RunHandle handle = new RunHandle();
        executor.execute(
                new RunTask(history, composer, spec, handle, listener, nanoTime, charges, retries));
        return handle;
    }
}
