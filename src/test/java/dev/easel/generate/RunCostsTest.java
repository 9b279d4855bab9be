package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.cost.Dollars;
import dev.easel.cost.LimitAnswer;
import dev.easel.cost.Prices;
import dev.easel.cost.Spending;
import dev.easel.history.InMemoryHistoryRepository;
import dev.easel.project.Cost;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Usage;
import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateEvent.FinishReason;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What runs cost is stored when they end, however they end.
class RunCostsTest {
    private static final String PAGE =
            "```html index.html\n<!DOCTYPE html>\n<p>x</p>\n</html>\n```\n";
    // Its search text is nowhere, so Easel asks again.
    private static final String MISFIT =
            "```html index.html\n<<<<<<< SEARCH\nnowhere\n=======\nx\n>>>>>>> REPLACE\n```\n";

    @TempDir Path folder;

    private final InMemoryHistoryRepository history = new InMemoryHistoryRepository();
    private Optional<Long> limit = Optional.empty();
    private List<GenerateEvent> reply = List.of();
    private boolean breaks;
    private int asked;

    private final class Provider implements ModelProvider {
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
                GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation)
                throws ProviderException {
            asked++;
            reply.forEach(sink);
            if (breaks) {
                throw new ProviderException(
                        ProviderException.Kind.BROKEN_STREAM, "The line went dead.", null);
            }
        }
    }

    @BeforeEach
    void prices() throws Exception {
        Files.writeString(
                folder.resolve("prices.json"),
                """
                {"prices": [
                  {"id": "m", "provider": "test", "in": 1, "out": 2,
                   "source": "s", "read": "2026-11"},
                  {"id": "dear", "provider": "test", "in": 10, "out": 20,
                   "source": "s", "read": "2026-11"}]}
                """);
    }

    private RunService service() {
        Prices prices =
                new Prices(folder.resolve("prices.json"), p -> false, InstantSource.system());
        Spending spending = new Spending(prices, history, () -> limit, Clock.systemDefaultZone());
        return new RunService(
                history,
                new PromptComposer(
                        new SystemPrompt(
                                "system", () -> new PreviewFacts(List.of(), List.of(), List.of()))),
                Runnable::run,
                System::nanoTime,
                spending);
    }

    private Run run(String model, GenerateEvent... events) throws Exception {
        reply = List.of(events);
        RunSpec spec = RunSpec.fresh(new Provider(), model, "", "a page");
        return service().start(spec, event -> {}).await().run();
    }

    private List<Run> stored(Run run) {
        return history.runs(run.projectId());
    }

    private static GenerateEvent text(String text) {
        return new GenerateEvent.Text(text);
    }

    private static GenerateEvent counted(int in, int out) {
        return new GenerateEvent.Counted(new Usage(in, 0, out, 0, false));
    }

    private static GenerateEvent stop() {
        return new GenerateEvent.Finished(FinishReason.STOP, "STOP");
    }

    private static long nano(Run run) {
        return run.result().cost().map(Cost::nanoUsd).orElse(-1L);
    }

    @Test
    void aRunThatEndsIsStoredWithItsCost() throws Exception {
        Run run = run("m", text(PAGE), counted(100, 30), stop());

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(nano(run)).isEqualTo(100 * 1_000 + 30 * 2_000);
        assertThat(stored(run)).containsExactly(run);
    }

    @Test
    void theIdThatAnsweredIsWhatCosts() throws Exception {
        Run run =
                run("m", new GenerateEvent.Answering("dear"), text(PAGE), counted(100, 0), stop());

        assertThat(nano(run)).isEqualTo(100 * 10_000);
        assertThat(run.result().cost().orElseThrow().price()).startsWith("dear: 10.00 in");
    }

    @Test
    void aReplyThatBreaksOffHasCostMoneyToo() throws Exception {
        breaks = true;

        Run run = run("m", counted(100, 0), text("```html index.html\n<p>"));

        assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(nano(run)).isEqualTo(100_000);
    }

    @Test
    void withoutCountsTheCostIsAnEstimate() throws Exception {
        Run run = run("m", text(PAGE), stop());

        assertThat(run.usage().estimated()).isTrue();
        assertThat(nano(run))
                .isEqualTo(run.usage().prompt() * 1_000L + run.usage().output() * 2_000L);
    }

    @Test
    void aModelWithoutAPriceHasNoCost() throws Exception {
        Run run = run("gemini-3.2", text(PAGE), counted(100, 30), stop());

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(run.result().cost()).isEmpty();
    }

    @Test
    void everyQuestionOfAnExchangeHasItsOwnCost() throws Exception {
        Run last = run("m", text(MISFIT), counted(100, 0), stop());

        assertThat(asked).isEqualTo(3);
        assertThat(stored(last)).extracting(RunCostsTest::nano).containsOnly(100_000L);
    }

    @Test
    void whatEaselAsksByItselfStopsAtTheLimitAndTheRunSaysSo() throws Exception {
        limit = Dollars.parse("0.0001");

        Run run = run("m", text(MISFIT), counted(100, 0), stop());

        assertThat(asked).isEqualTo(1);
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message())
                .startsWith("One change does not fit")
                .contains("Today's limit of $0.0001 is reached: $0.0001 spent.")
                .endsWith("So Easel did not ask again by itself.");
        assertThat(stored(run)).containsExactly(run);
    }

    @Test
    void whatFitsTheLimitIsAskedAgain() throws Exception {
        limit = Dollars.parse("1");

        run("m", text(MISFIT), counted(100, 0), stop());

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void aCheckCountsThePromptAndWhatGoesWithIt() throws Exception {
        limit = Dollars.parse("0.000001");
        RunSpec spec = RunSpec.fresh(new Provider(), "m", "", "x".repeat(40_000));

        LimitAnswer answer = service().check(spec);

        assertThat(answer).isInstanceOf(LimitAnswer.Over.class);
        // 10,000 tokens of prompt at 1 dollar, and the usual output of 6,000 at 2, at the least.
        assertThat(((LimitAnswer.Over) answer).estimate()).isBetween(22_000_000L, 23_000_000L);
        assertThat(asked).isZero();
        assertThat(history.projects()).isEmpty();
    }
}
