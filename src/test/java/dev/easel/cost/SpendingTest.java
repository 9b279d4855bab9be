package dev.easel.cost;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpendingTest {
    private static final String MODEL = "gemini-3-flash-preview";
    private static final Usage USAGE = new Usage(10, 0, 10, 0, false);

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private Optional<Long> limit = Optional.empty();
    private final InstantSource clock = () -> now;
    private final InMemoryHistoryRepository history = new InMemoryHistoryRepository(clock);
    private final Project project = history.createProject("p");

    private Spending spending() {
        Prices prices = new Prices(Path.of("none"), p -> p.equals("samples"), clock);
        Clock local = clock.withZone(zone);
        return new Spending(prices, history, () -> limit, local);
    }

    private void spend(String at, long nanoUsd) {
        Instant back = now;
        now = Instant.parse(at);
        run(USAGE, Optional.of(new Cost(nanoUsd, "x")));
        now = back;
    }

    private void run(Usage usage, Optional<Cost> cost) {
        Run run = history.startRun(project.id(), Asked.prompt("gemini", MODEL, "", "x"));
        history.finishRun(
                run.id(), new RunResult(RunStatus.COMPLETE, "", "", usage, Timings.NONE, 1, cost));
    }

    private void limit(String dollars) {
        limit = Dollars.parse(dollars);
    }

    private LimitAnswer check(String model) {
        return spending().check("gemini", model, () -> 1_000);
    }

    @Test
    void aDayBeginsAtMidnightOfTheUser() {
        spend("2026-11-22T22:59:59.999Z", 1);
        spend("2026-11-22T23:00:00Z", 20);
        spend("2026-11-23T22:59:59.999Z", 300);
        spend("2026-11-23T23:00:00Z", 4_000);

        assertThat(spending().today().nanoUsd()).isEqualTo(320);
        zone = ZoneId.of("Pacific/Auckland");
        assertThat(spending().today().nanoUsd()).isEqualTo(4_300);
        assertThat(spending().days(2).getLast().spent().nanoUsd()).isEqualTo(21);
    }

    @Test
    void runsThatAreNotOverCountAgainstTheLimit() {
        limit("0.0369");
        assertThat(check(MODEL)).isEqualTo(LimitAnswer.ALLOWED);
        Run going = history.startRun(project.id(), Asked.prompt("gemini", MODEL, "", "x"));

        assertThat(check(MODEL))
                .isEqualTo(new LimitAnswer.Over(36_900_000, 0, 18_500_000, 18_500_000, true));
        assertThat(((LimitAnswer.Over) check(MODEL)).text()).contains("not over");
        assertThat(((LimitAnswer.Over) check(MODEL)).raised()).isGreaterThan(55_000_000);
        history.finishRun(
                going.id(),
                new RunResult(
                        RunStatus.CANCELLED,
                        "",
                        "",
                        Usage.NONE,
                        Timings.NONE,
                        1,
                        Optional.empty()));
        assertThat(check(MODEL)).isEqualTo(LimitAnswer.ALLOWED);
    }

    @Test
    void aDayOfTwentyFiveHoursIsOneDay() {
        now = Instant.parse("2026-10-25T12:00:00Z");
        spend("2026-10-24T21:59:00Z", 1);
        spend("2026-10-24T22:00:00Z", 20);
        spend("2026-10-25T22:59:00Z", 300);
        spend("2026-10-25T23:00:00Z", 4_000);

        assertThat(spending().today().nanoUsd()).isEqualTo(320);
    }

    @Test
    void daysComeNewestFirstWithTheirDates() {
        spend("2026-11-21T12:00:00Z", 7);

        List<Spending.Day> days = spending().days(3);

        assertThat(days)
                .extracting(Spending.Day::date)
                .containsExactly(
                        LocalDate.of(2026, 11, 23),
                        LocalDate.of(2026, 11, 22),
                        LocalDate.of(2026, 11, 21));
        assertThat(days).extracting(d -> d.spent().nanoUsd()).containsExactly(0L, 0L, 7L);
        assertThat(days.getFirst().spent()).isEqualTo(Spent.NOTHING);
    }

    @Test
    void withoutALimitEverythingMayRunAndNothingIsCounted() {
        history.failWith("The history must not be asked.");

        assertThat(spending().check("gemini", MODEL, () -> -1)).isEqualTo(LimitAnswer.ALLOWED);
    }

    @Test
    void anEstimateThatFitsExactlyMayRunAndOneMoreNanodollarNot() {
        // 1,000 in at 500, the usual 6,000 out at 3,000 billionths.
        limit("0.0185");
        assertThat(check(MODEL)).isEqualTo(LimitAnswer.ALLOWED);

        limit("0.018499999");
        assertThat(check(MODEL))
                .isEqualTo(new LimitAnswer.Over(18_499_999, 0, 0, 18_500_000, true));
    }

    @Test
    void theEstimateKnowsWhatTheModelWroteBefore() {
        run(new Usage(5, 0, 90, 10, false), Optional.of(new Cost(0, "x")));
        limit("0.0008");

        assertThat(check(MODEL)).isEqualTo(LimitAnswer.ALLOWED);
        limit("0.0007");
        assertThat(check(MODEL)).isEqualTo(new LimitAnswer.Over(700_000, 0, 0, 800_000, true));
    }

    @Test
    void aReachedLimitIsSaidWithItsFigures() {
        spend("2026-11-23T08:00:00Z", 5_000_000_000L);
        limit("5");

        LimitAnswer.Over over = (LimitAnswer.Over) check(MODEL);

        assertThat(over.text())
                .isEqualTo(
                        "Today's limit of $5.00 is reached: $5.00 spent."
                                + " This run would cost about $0.0005.");
        assertThat(over.raised()).isEqualTo(10_000_000_000L);
    }

    @Test
    void yesterdayDoesNotCount() {
        spend("2026-11-22T12:00:00Z", 5_000_000_000L);
        limit("5");

        assertThat(check(MODEL)).isEqualTo(LimitAnswer.ALLOWED);
    }

    @Test
    void anUnknownPriceCannotBeCountedButAReachedLimitStopsIt() {
        limit("5");
        assertThat(check("gemini-3.2-pro")).isEqualTo(new LimitAnswer.Uncounted("gemini-3.2-pro"));

        spend("2026-11-23T08:00:00Z", 6_000_000_000L);
        LimitAnswer.Over over = (LimitAnswer.Over) check("gemini-3.2-pro");
        assertThat(over.priced()).isFalse();
        assertThat(over.text()).contains("price of this run is unknown");
    }

    @Test
    void whatIsFreeIsNeverStopped() {
        spend("2026-11-23T08:00:00Z", 6_000_000_000L);
        limit("0");

        assertThat(spending().check("samples", "x", () -> 1)).isEqualTo(LimitAnswer.ALLOWED);
    }

    @Test
    void tokensThatNobodyCountedHaveNoCost() {
        assertThat(spending().cost("gemini", MODEL, "", Usage.NONE)).isEmpty();
        assertThat(spending().cost("gemini", MODEL, "", USAGE)).isPresent();
    }
}
