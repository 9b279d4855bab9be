package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.cost.Charges;
import dev.easel.history.InMemoryHistoryRepository;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Timings;
import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.Retries;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Runs whose server is busy at first.
class RetriedRunsTest {
    private static final String PAGE = "```html index.html\n<!DOCTYPE html><html></html>\n```\n";

    private final InMemoryHistoryRepository history = new InMemoryHistoryRepository();
    private final List<RunEvent> events = new ArrayList<>();
    private final Attempts provider = new Attempts();
    private final CompletableFuture<RunHandle> handle = new CompletableFuture<>();
    private long nanos;

    /// Plays another script for every request.
    private static final class Attempts implements ModelProvider {
        private final Deque<ScriptedProvider> scripts = new ArrayDeque<>();

        ScriptedProvider next() {
            scripts.add(new ScriptedProvider());
            return scripts.getLast();
        }

        @Override
        public String id() {
            return "attempts";
        }

        @Override
        public List<ModelInfo> models() {
            return List.of();
        }

        @Override
        public void generate(
                GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation)
                throws ProviderException {
            scripts.removeFirst().generate(request, sink, cancellation);
        }
    }

    @Test
    void aBusyServerIsAskedAgainAndTheRunSaysHowOften() throws InterruptedException {
        provider.next().fails(Kind.SERVER, "Overloaded.");
        provider.next().fails(Kind.RATE_LIMIT, "Slowly.");
        provider.next().says(PAGE).stops();

        Run run = run(this::tryAtOnce);

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(run.result().attempts()).isEqualTo(3);
        assertThat(events)
                .filteredOn(RunEvent.Retrying.class::isInstance)
                .extracting(e -> ((RunEvent.Retrying) e).retry().reason().getMessage())
                .containsExactly("Overloaded.", "Slowly.");
    }

    @Test
    void thoughtsOfABrokenAttemptStayAboveALine() throws InterruptedException {
        provider.next().thinks("First idea.").fails(Kind.BROKEN_STREAM, "Lost.");
        provider.next().thinks("Second idea.").says(PAGE).stops();

        assertThat(run(this::tryAtOnce).thoughts())
                .isEqualTo(
                        "First idea.\n\n---\n\n*Lost. Easel asked again; what follows is the new"
                                + " attempt.*\n\nSecond idea.");
    }

    @Test
    void timesCountFromTheAttemptThatAnswered() throws InterruptedException {
        provider.next()
                .then((sink, c) -> nanos += 5_000_000_000L)
                .fails(Kind.SERVER, "Overloaded.");
        provider.next().then((sink, c) -> nanos += 7_000_000).says(PAGE).stops();

        assertThat(run(this::tryAtOnce).timings().firstToken()).isEqualTo(7);
        assertThat(events)
                .filteredOn(RunEvent.Timed.class::isInstance)
                .containsExactly(
                        new RunEvent.Timed(Timings.NONE),
                        new RunEvent.Timed(new Timings(-1, 7, -1)));
    }

    @Test
    void stoppingWhileItWaitsEndsTheRun() throws InterruptedException {
        provider.next().fails(Kind.SERVER, "Overloaded.");

        Run run =
                run(event -> {
                    if (event instanceof RunEvent.Retrying) {
                        handle.join().cancel();
                    }
                });

        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(run.result().attempts()).isEqualTo(1);
    }

    @Test
    void aReplyThatHasBegunIsNeverAskedForAgain() throws InterruptedException {
        provider.next().says("```html index.html\n<p>").fails(Kind.BROKEN_STREAM, "Lost.");

        assertThat(run(event -> {}).status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(events).noneMatch(RunEvent.Retrying.class::isInstance);
    }

    // The wait begins after it was told, so one try now is not enough.
    private void tryAtOnce(RunEvent event) {
        if (event instanceof RunEvent.Retrying) {
            int sent = provider.scripts.size();
            Thread.startVirtualThread(() -> {
                while (provider.scripts.size() == sent) {
                    handle.join().tryNow();
                    Thread.yield();
                }
            });
        }
    }

    private Run run(Consumer<RunEvent> also) throws InterruptedException {
        Executor thread = task -> Thread.startVirtualThread(task);
        RunService service =
                new RunService(
                        history,
                        new PromptComposer(
                                new SystemPrompt(
                                        "system",
                                        () -> new PreviewFacts(List.of(), List.of(), List.of()))),
                        thread,
                        () -> nanos,
                        Charges.NONE,
                        new Retries(InstantSource.system(), () -> 0.5));
        handle.complete(
                service.start(
                        RunSpec.fresh(provider, "m", "", "page"),
                        event -> {
                            events.add(event);
                            also.accept(event);
                        }));
        return handle.join().await().run();
    }
}
