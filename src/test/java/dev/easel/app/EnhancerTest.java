package dev.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.cost.Prices;
import dev.easel.cost.Spending;
import dev.easel.generate.PreviewFacts;
import dev.easel.generate.PromptComposer;
import dev.easel.generate.RunService;
import dev.easel.generate.RunSpec;
import dev.easel.generate.SystemPrompt;
import dev.easel.history.InMemoryHistoryRepository;
import dev.easel.image.ImageReading;
import dev.easel.project.Origin;
import dev.easel.project.Run;
import dev.easel.project.Usage;
import dev.easel.prompt.AttachmentsViewModel;
import dev.easel.prompt.EnhanceViewModel.State;
import dev.easel.prompt.PromptViewModel;
import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateEvent.FinishReason;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Better wordings under the limit of the day.
class EnhancerTest {
    private static final long CENT = 10_000_000;
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    private final InMemoryHistoryRepository history = new InMemoryHistoryRepository(NOON);
    private final List<Run> ended = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final PromptViewModel prompt =
            new PromptViewModel(
                    p -> {},
                    () -> {},
                    p -> {},
                    new AttachmentsViewModel(new ImageReading(), Runnable::run, Runnable::run));
    private String model = "priced";
    private Optional<Long> limit = Optional.empty();
    private int asked;
    private Enhancer enhancer;

    /// Answers a better wording that costs ten cents.
    private final class Wording implements ModelProvider {
        @Override
        public String id() {
            return "test";
        }

        @Override
        public List<ModelInfo> models() {
            return List.of();
        }

        @Override
        public void generate(
                GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancelled) {
            asked++;
            sink.accept(new GenerateEvent.Text("A ginger cat."));
            sink.accept(new GenerateEvent.Counted(new Usage(0, 0, 100_000, 0, false)));
            sink.accept(new GenerateEvent.Finished(FinishReason.STOP, "STOP"));
        }
    }

    @BeforeEach
    void start() throws Exception {
        Files.writeString(
                folder.resolve("prices.json"),
                """
                {"prices": [{"id": "priced", "provider": "test", "in": 1, "out": 1,
                             "source": "s", "read": "2026-11"}]}
                """);
        Spending spending =
                new Spending(
                        new Prices(folder.resolve("prices.json"), p -> false, NOON),
                        history,
                        () -> limit,
                        NOON);
        PromptComposer composer =
                new PromptComposer(
                        new SystemPrompt(
                                "system", () -> new PreviewFacts(List.of(), List.of(), List.of())));
        RunService service =
                new RunService(history, composer, Runnable::run, System::nanoTime, spending);
        LimitGate gate = new LimitGate(service, spending, nano -> {}, Runnable::run, Runnable::run);
        gate.setOnTell(told::add);
        enhancer =
                new Enhancer(
                        service,
                        prompt,
                        typed -> RunSpec.fresh(new Wording(), model, "", typed.text()),
                        gate::alone,
                        project -> {},
                        (run, card) -> ended.add(run),
                        Runnable::run,
                        Runnable::run);
    }

    private void improve() {
        prompt.textProperty().set("a cat");
        enhancer.model().start();
    }

    private State state() {
        return enhancer.model().stateProperty().get();
    }

    private String note() {
        return enhancer.model().noteProperty().get();
    }

    private String text() {
        return prompt.textProperty().get();
    }

    @Test
    void withinTheLimitThePromptIsImproved() {
        limit = Optional.of(100 * CENT);
        improve();

        assertThat(state()).isEqualTo(State.REPLACED);
        assertThat(text()).isEqualTo("A ginger cat.");
    }

    @Test
    void whatWouldPassTheLimitIsNotSentAndSaysWhy() {
        limit = Optional.of(CENT / 10);
        improve();

        assertThat(asked).isZero();
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(note()).startsWith("This run would pass today's limit of $0.001: $0.00 spent,");
        assertThat(text()).isEqualTo("a cat");
        assertThat(history.projects()).isEmpty();
        assertThat(ended).isEmpty();
    }

    @Test
    void whatAnImprovementCostCountsForTheNext() {
        limit = Optional.of(10 * CENT);
        improve();
        assertThat(ended).extracting(r -> r.origin().kind()).containsExactly(Origin.Kind.ENHANCE);
        improve();

        assertThat(asked).isEqualTo(1);
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(note()).startsWith("Today's limit of $0.10 is reached: $0.10 spent.");
        assertThat(text()).isEqualTo("a cat");
    }

    @Test
    void aLimitThatWasRaisedLetsItThrough() {
        limit = Optional.of(CENT / 10);
        improve();
        limit = Optional.of(100 * CENT);
        improve();

        assertThat(asked).isEqualTo(1);
        assertThat(state()).isEqualTo(State.REPLACED);
    }

    @Test
    void anUnknownPriceIsSaidAndRuns() {
        limit = Optional.of(CENT);
        model = "unheard-of";
        improve();

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("The price of unheard-of is unknown");
        assertThat(state()).isEqualTo(State.REPLACED);
    }

    @Test
    void sumsThatCannotBeReadLeaveThePromptAsItIs() {
        limit = Optional.of(CENT);
        history.failWith("The disk is gone.");
        improve();

        assertThat(asked).isZero();
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(note()).contains("The disk is gone.");
        assertThat(text()).isEqualTo("a cat");
    }
}
