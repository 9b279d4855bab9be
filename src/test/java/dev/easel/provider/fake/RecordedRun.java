package dev.easel.provider.fake;

import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A run of a provider on a thread of its own, with everything it said.
public final class RecordedRun {
    private static final int PATIENCE_SECONDS = 30;

    private final Cancellation cancellation = new Cancellation();
    private final List<GenerateEvent> events = new ArrayList<>();
    private final CompletableFuture<Optional<ProviderException>> end = new CompletableFuture<>();

    private RecordedRun() {}

    public static RecordedRun start(ModelProvider provider, GenerateRequest request) {
        return start(provider, request, _ -> {});
    }

    /// @param alsoTo sees every event after it was recorded, on the run's thread
    public static RecordedRun start(
            ModelProvider provider, GenerateRequest request, Consumer<RecordedRun> alsoTo) {
        RecordedRun run = new RecordedRun();
        Thread.startVirtualThread(() -> run.play(provider, request, alsoTo));
        return run;
    }

    public void cancel() {
        cancellation.cancel();
    }

    /// Waits for the end, which must be a normal one.
    public RecordedRun completed() throws Exception {
        Optional<ProviderException> failure = end();
        if (failure.isPresent()) {
            throw failure.get();
        }
        return this;
    }

    /// Waits for the end, which must be a failure.
    public ProviderException failure() throws Exception {
        return end().orElseThrow(() -> new AssertionError("ended normally with " + events()));
    }

    /// Waits until the reply so far is `text`.
    public void awaitText(String text) throws InterruptedException {
        await(text::equals);
    }

    /// Waits for the first of the reply.
    public String awaitAnyText() throws InterruptedException {
        return await(text -> !text.isEmpty());
    }

    private String await(Predicate<String> wanted) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (events) {
            while (!wanted.test(text())) {
                long left = limit - System.nanoTime();
                if (left <= 0 || end.isDone()) {
                    throw new AssertionError("not what was waited for: " + events + end);
                }
                events.wait(Math.max(1, left / 1_000_000));
            }
            return text();
        }
    }

    public boolean isOver() {
        return end.isDone();
    }

    public List<GenerateEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    public <E extends GenerateEvent> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    public String text() {
        return events(GenerateEvent.Text.class).stream()
                .map(GenerateEvent.Text::text)
                .collect(Collectors.joining());
    }

    public String thoughts() {
        return events(GenerateEvent.Thought.class).stream()
                .map(GenerateEvent.Thought::text)
                .collect(Collectors.joining());
    }

    private Optional<ProviderException> end() throws Exception {
        try {
            return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            throw new AssertionError("still running after " + events(), e);
        }
    }

    private void play(
            ModelProvider provider, GenerateRequest request, Consumer<RecordedRun> alsoTo) {
        try {
            provider.generate(request, event -> record(event, alsoTo), cancellation);
            finish(() -> end.complete(Optional.empty()));
        } catch (ProviderException e) {
            finish(() -> end.complete(Optional.of(e)));
        } catch (RuntimeException | Error e) {
            finish(() -> end.completeExceptionally(e));
        }
    }

    private void record(GenerateEvent event, Consumer<RecordedRun> alsoTo) {
        synchronized (events) {
            events.add(event);
            events.notifyAll();
        }
        alsoTo.accept(this);
    }

    private void finish(Runnable how) {
        how.run();
        synchronized (events) {
            events.notifyAll();
        }
    }
}
