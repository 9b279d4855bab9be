package dev.easel.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.cost.CostsViewModel.State;
import dev.easel.history.InMemoryHistoryRepository;
import dev.easel.project.Asked;
import dev.easel.project.Cost;
import dev.easel.project.Project;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.project.Spent;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostsViewModelTest {
    @TempDir Path folder;

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final InMemoryHistoryRepository history = new InMemoryHistoryRepository(clock);
    private final List<String> kept = new ArrayList<>();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private CostsViewModel model;

    @BeforeEach
    void open() {
        Prices prices = new Prices(folder.resolve("data/prices.json"), p -> false, clock);
        Clock utc = clock.withZone(ZoneOffset.UTC);
        Spending spending = new Spending(prices, history, Optional::empty, utc);
        model = new CostsViewModel(spending, "2", kept::add, background::add, Runnable::run);
    }

    private void run(String title, Optional<Cost> cost) {
        Project project = history.createProject(title);
        Run run = history.startRun(project.id(), Asked.prompt("gemini", "m", "", "x"));
        Usage usage = new Usage(1, 0, 1, 0, false);
        history.finishRun(
                run.id(), new RunResult(RunStatus.COMPLETE, "", "", usage, Timings.NONE, 1, cost));
    }

    private void load() {
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(State.LOADING);
        background.remove().run();
    }

    @Test
    void nothingSpentIsSaidSo() {
        run("free", Optional.of(new Cost(0, "free")));
        load();

        assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void daysAndProjectsWithSumsAreShown() {
        run("old", Optional.of(new Cost(7, "x")));
        now = now.plusSeconds(3 * 86_400);
        run("new", Optional.of(new Cost(20, "x")));
        run("unknown", Optional.empty());
        load();

        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
        CostsViewModel.Sums sums = model.sumsProperty().get();
        assertThat(sums.days())
                .extracting(Spending.Day::spent)
                .containsExactly(new Spent(20, 1, 1, false), new Spent(7, 1, 0, false));
        assertThat(CostWords.of(sums.all())).isEqualTo("<$0.0001 + 1 run of unknown price");
        assertThat(sums.projects())
                .extracting(p -> p.project().title())
                .containsExactly("new", "old", "unknown");
    }

    @Test
    void whatIsOlderThanThirtyDaysIsOnlyInItsProject() {
        run("old", Optional.of(new Cost(7, "x")));
        now = now.plusSeconds(30L * 86_400);
        load();

        assertThat(model.sumsProperty().get().days()).isEmpty();
        assertThat(model.sumsProperty().get().projects()).hasSize(1);
    }

    @Test
    void aHistoryThatFailsIsSaid() {
        history.failWith("The disk is gone.");
        load();

        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.messageProperty().get()).isEqualTo("The disk is gone.");
    }

    @Test
    void anAmountIsKeptAtOnceAndAnythingElseIsNot() {
        model.limitProperty().set("2.5");
        assertThat(model.limitRefusedProperty().get()).isFalse();
        model.limitProperty().set("2.5x");
        assertThat(model.limitRefusedProperty().get()).isTrue();
        model.limitProperty().set(" ");
        assertThat(model.limitRefusedProperty().get()).isFalse();

        assertThat(kept).containsExactly("2.5", "");
    }

    @Test
    void theBuiltInTableIsCopiedOnceAndNeverOverWhatIsThere() throws Exception {
        load();
        assertThat(model.sumsProperty().get().ownPrices()).isFalse();
        model.copyPrices();
        background.remove().run();
        assertThat(model.sumsProperty().get().ownPrices()).isTrue();
        assertThat(model.sumsProperty().get().problem()).isEmpty();

        Files.writeString(model.priceFile(), "mine");
        model.copyPrices();
        background.remove().run();
        assertThat(model.sumsProperty().get().problem().orElseThrow()).contains("not be copied");
        assertThat(model.priceFile()).hasContent("mine");
    }
}
