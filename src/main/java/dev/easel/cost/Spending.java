package dev.easel.cost;

import dev.easel.history.HistoryRepository;
import dev.easel.project.Cost;
import dev.easel.project.Spent;
import dev.easel.project.Usage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// Prices, sums and the limit of a day. A day is one of the user's time zone; a run belongs to the
/// day on which it began. Blocking; thread-safe.
public final class Spending implements Charges {
    // A page of some 600 lines, for a model that has not answered yet.
    private static final int USUAL_OUTPUT = 6_000;

    private final Prices prices;
    private final HistoryRepository history;
    private final Supplier<Optional<Long>> limit;
    private final Clock clock;

    /// @param limit of the day, in billionths of a US dollar; empty for none
    /// @param clock with the user's time zone
    public Spending(
            Prices prices, HistoryRepository history, Supplier<Optional<Long>> limit, Clock clock) {
        this.prices = prices;
        this.history = history;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public Optional<Cost> cost(String provider, String model, String answered, Usage usage) {
        // Nothing was counted: that it cost nothing would be a guess.
        return usage.equals(Usage.NONE)
                ? Optional.empty()
                : prices.cost(provider, model, answered, usage);
    }

    @Override
    public LimitAnswer check(String provider, String model, IntSupplier promptTokens) {
        Optional<Long> most = limit.get();
        if (most.isEmpty() || prices.isFree(provider)) {
            return LimitAnswer.ALLOWED;
        }
        long spent = today().nanoUsd();
        int tokens = promptTokens.getAsInt();
        Optional<Long> estimate = estimate(provider, model, tokens);
        if (estimate.isEmpty()) {
            return spent >= most.get()
                    ? new LimitAnswer.Over(most.get(), spent, 0, 0, false)
                    : new LimitAnswer.Uncounted(model);
        }
        long going = going(tokens);
        return spent >= most.get() || spent + going + estimate.get() > most.get()
                ? new LimitAnswer.Over(most.get(), spent, going, estimate.get(), true)
                : LimitAnswer.ALLOWED;
    }

    // What runs that are not over will cost is in no sum yet. Nobody knows how much they sent; runs
    // side by side mostly ask the same.
    private long going(int promptTokens) {
        return history.going().stream()
                .filter(run -> !prices.isFree(run.provider()))
                .mapToLong(run -> estimate(run.provider(), run.model(), promptTokens).orElse(0L))
                .sum();
    }

    private Optional<Long> estimate(String provider, String model, int promptTokens) {
        int before = history.usualOutput(provider, model);
        Usage usage = new Usage(promptTokens, 0, before > 0 ? before : USUAL_OUTPUT, 0, true);
        return prices.cost(provider, model, "", usage).map(Cost::nanoUsd);
    }

    /// The prices behind it.
    public Prices prices() {
        return prices;
    }

    /// Whether there is a limit; never blocks.
    public boolean isLimited() {
        return limit.get().isPresent();
    }

    /// See [HistoryRepository#spentOn(String)].
    public Spent on(String projectId) {
        return history.spentOn(projectId);
    }

    /// See [HistoryRepository#dearest(int)].
    public List<HistoryRepository.ProjectCost> dearest(int count) {
        return history.dearest(count);
    }

    /// What the runs of today cost.
    public Spent today() {
        return days(1).getFirst().spent();
    }

    /// A day and what its runs cost.
    public record Day(LocalDate date, Spent spent) {}

    /// The last days up to today, today first.
    public List<Day> days(int count) {
        LocalDate today = LocalDate.now(clock);
        ZoneId zone = clock.getZone();
        List<Instant> borders = new ArrayList<>();
        for (int back = count - 1; back >= -1; back--) {
            borders.add(today.minusDays(back).atStartOfDay(zone).toInstant());
        }
        List<Spent> sums = history.spentBetween(borders);
        List<Day> days = new ArrayList<>();
        for (int back = 0; back < count; back++) {
            days.add(new Day(today.minusDays(back), sums.get(count - 1 - back)));
        }
        return days;
    }
}
