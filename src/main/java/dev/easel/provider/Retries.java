package dev.easel.provider;

import dev.easel.text.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/// Asks again when a server is busy, fails, or cannot be reached: five attempts at most, 1, 2, 4
/// and 8 s apart, or as long as the server asks for. Every wait is told before it begins.
///
/// Nothing is repeated once a piece of the answer has arrived: the user continues from there.
/// Thoughts are no answer: they may come again, and those that came before stay.
///
/// Thread-safe; one object serves all runs.
public final class Retries {
    /// The first attempt and those after it.
    public static final int ATTEMPTS = 5;

    /// A server that asks for more is not waited for: the user decides.
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Texts TEXTS = Texts.of(Retries.class);
    private static final double FIRST_WAIT_MILLIS = 1000;

    private final InstantSource clock;
    private final DoubleSupplier random;

    /// What waits. [Patience] does it for real.
    public interface Pause {
        /// Returns when the time is over, earlier when the user wants to go on, and at once when
        /// the cancellation comes.
        void await(Duration limit, Cancellation cancellation);
    }

    /// Who hears of attempts, on the thread of the run.
    public interface Listener {
        /// An attempt failed, and another one follows.
        void waiting(Retry retry);

        /// A request goes out now.
        ///
        /// @param attempt 1 for the first
        void sending(int attempt);
    }

    /// @param clock names the moments at which attempts follow
    /// @param random 0 to 1; spreads the attempts of programs that failed together
    public Retries(InstantSource clock, DoubleSupplier random) {
        this.clock = clock;
        this.random = random;
    }

    public static Retries usual() {
        return new Retries(InstantSource.system(), () -> ThreadLocalRandom.current().nextDouble());
    }

    /// [ModelProvider#generate], as often as it takes.
    ///
    /// @throws ProviderException of the last attempt; one after several says how many there were
    public void generate(
            ModelProvider provider,
            GenerateRequest request,
            Consumer<GenerateEvent> sink,
            Cancellation cancellation,
            Pause pause,
            Listener listener)
            throws ProviderException {
        for (int attempt = 1; ; attempt++) {
            Begun begun = new Begun(sink);
            try {
                listener.sending(attempt);
                provider.generate(request, begun, cancellation);
                return;
            } catch (ProviderException e) {
                if (begun.answered || !isWorthIt(e) || attempt == ATTEMPTS) {
                    throw attempt == 1 || begun.answered ? e : afterMany(e, attempt);
                }
                Duration wait = wait(e, attempt);
                listener.waiting(new Retry(attempt + 1, ATTEMPTS, e, clock.instant().plus(wait)));
                pause.await(wait, cancellation);
                cancellation.check();
            }
        }
    }

    private static boolean isWorthIt(ProviderException e) {
        boolean soon = e.retryAfter().filter(d -> d.compareTo(LONGEST_WAIT) > 0).isEmpty();
        return e.kind().isPassing() && soon;
    }

    /// A server never waits shorter than it asked for.
    private Duration wait(ProviderException e, int attempt) {
        double spread = 0.75 + random.getAsDouble() / 2;
        Duration own =
                Duration.ofMillis(Math.round((FIRST_WAIT_MILLIS * (1 << (attempt - 1))) * spread));
        return e.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }

    private static ProviderException afterMany(ProviderException e, int attempts) {
        if (e.kind() == ProviderException.Kind.CANCELLED) {
            return e;
        }
        String message = e.getMessage() + " " + TEXTS.get("retries.tried", attempts);
        return new ProviderException(e.kind(), message, e.retryAfter().orElse(null), e.getCause());
    }

    private static final class Begun implements Consumer<GenerateEvent> {
        private final Consumer<GenerateEvent> sink;
        private boolean answered;

        Begun(Consumer<GenerateEvent> sink) {
            this.sink = sink;
        }

        @Override
        public void accept(GenerateEvent event) {
            answered |= event instanceof GenerateEvent.Text(String text) && !text.isEmpty();
            sink.accept(event);
        }
    }
}
