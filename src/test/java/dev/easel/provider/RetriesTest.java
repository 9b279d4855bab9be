package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.provider.ProviderException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final GenerateRequest REQUEST =
            new GenerateRequest("m", "", List.of(Message.user("draw")), "");

    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private final List<GenerateEvent> events = new ArrayList<>();
    private final List<Retry> waits = new ArrayList<>();
    private final List<Duration> slept = new ArrayList<>();
    private final List<Integer> sent = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    /// What the server does with one request.
    private interface Attempt {
        void play(Consumer<GenerateEvent> sink) throws ProviderException;
    }

    @Test
    void aRequestThatSucceedsIsSentOnce() throws Exception {
        attempts.add(sink -> sink.accept(new GenerateEvent.Text("a")));

        run();

        assertThat(sent).containsExactly(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void aServerThatFailsAndThenAnswersIsAskedTwice() throws Exception {
        attempts.add(failing(Kind.SERVER, null));
        attempts.add(sink -> sink.accept(new GenerateEvent.Text("a")));

        run();

        assertThat(events).containsExactly(new GenerateEvent.Text("a"));
        assertThat(waits)
                .singleElement()
                .satisfies(retry -> {
                    assertThat(retry.attempt()).isEqualTo(2);
                    assertThat(retry.of()).isEqualTo(5);
                    assertThat(retry.reason()).hasMessage("Failed.");
                    assertThat(retry.until()).isEqualTo(NOW.plusSeconds(1));
                });
    }

    @Test
    void theWaitsDouble() {
        failAlways(Kind.UNREACHABLE);

        failure();

        assertThat(slept)
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8));
    }

    @Test
    void afterFiveAttemptsTheLastFailureSaysHowManyThereWere() {
        failAlways(Kind.SERVER);

        assertThat(failure()).hasMessage("Failed. Easel tried 5 times.");
        assertThat(sent).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aServerIsNotAskedBeforeItWants() throws Exception {
        attempts.add(failing(Kind.RATE_LIMIT, Duration.ofSeconds(7)));
        attempts.add(sink -> {});

        run();

        assertThat(slept).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aServerThatWantsToBeLeftAloneForLongIsNotWaitedFor() {
        attempts.add(failing(Kind.RATE_LIMIT, Duration.ofSeconds(61)));

        assertThat(failure()).hasMessage("Failed.");
        assertThat(slept).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"KEY", "UNKNOWN_MODEL", "BAD_REQUEST", "BLOCKED", "PROTOCOL", "ADDRESS"})
    void whatWillFailAgainIsNotTriedAgain(Kind kind) {
        attempts.add(failing(kind, null));

        assertThat(failure().kind()).isEqualTo(kind);
        assertThat(sent).containsExactly(1);
    }

    @Test
    void anAnswerThatBreaksOffIsNotAskedForAgain() {
        attempts.add(sink -> {
            sink.accept(new GenerateEvent.Text("half"));
            throw new ProviderException(Kind.BROKEN_STREAM, "Lost.", null);
        });

        assertThat(failure()).hasMessage("Lost.");
        assertThat(sent).containsExactly(1);
    }

    @Test
    void thoughtsThatBreakOffAreAskedForAgainAndStay() throws Exception {
        attempts.add(sink -> {
            sink.accept(new GenerateEvent.Thought("hm"));
            sink.accept(new GenerateEvent.Text(""));
            throw new ProviderException(Kind.BROKEN_STREAM, "Lost.", null);
        });
        attempts.add(sink -> sink.accept(new GenerateEvent.Text("all")));

        run();

        assertThat(events).contains(new GenerateEvent.Thought("hm"), new GenerateEvent.Text("all"));
    }

    @Test
    void aCancellationWhileWaitingSendsNothingMore() {
        failAlways(Kind.SERVER);

        ProviderException failure =
                catchThrowableOfType(
                        ProviderException.class,
                        () -> run((limit, cancelled) -> cancellation.cancel()));

        assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(sent).containsExactly(1);
    }

    @Test
    void aRealWaitEndsWithTheCancellation() {
        Thread.startVirtualThread(cancellation::cancel);

        assertThatCode(() -> new Patience().await(Duration.ofDays(1), cancellation))
                .doesNotThrowAnyException();
    }

    @Test
    void aRealWaitEndsWhenTheUserHasNoPatience() throws Exception {
        Patience patience = new Patience();
        Thread waits =
                Thread.startVirtualThread(() -> patience.await(Duration.ofDays(1), cancellation));
        while (waits.isAlive()) {
            patience.end();
            Thread.onSpinWait();
        }

        assertThat(waits.isAlive()).isFalse();
    }

    private void failAlways(Kind kind) {
        for (int i = 0; i < 9; i++) {
            attempts.add(failing(kind, null));
        }
    }

    private static Attempt failing(Kind kind, @Nullable Duration retryAfter) {
        return sink -> {
            throw new ProviderException(kind, "Failed.", retryAfter, null);
        };
    }

    private ProviderException failure() {
        return catchThrowableOfType(ProviderException.class, this::run);
    }

    private void run() throws ProviderException {
        run((limit, cancelled) -> slept.add(limit));
    }

    private void run(Retries.Pause pause) throws ProviderException {
        new Retries(InstantSource.fixed(NOW), () -> 0.5)
                .generate(new Scripted(), REQUEST, events::add, cancellation, pause, new Told());
    }

    private final class Told implements Retries.Listener {
        @Override
        public void waiting(Retry retry) {
            waits.add(retry);
        }

        @Override
        public void sending(int attempt) {
            sent.add(attempt);
        }
    }

    private final class Scripted implements ModelProvider {
        @Override
        public String id() {
            return "scripted";
        }

        @Override
        public List<ModelInfo> models() {
            return List.of();
        }

        @Override
        public void generate(
                GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancelled)
                throws ProviderException {
            attempts.removeFirst().play(sink);
        }
    }
}
