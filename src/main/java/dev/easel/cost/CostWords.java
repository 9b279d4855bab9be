package dev.easel.cost;

import dev.easel.project.Cost;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Spent;
import dev.easel.project.Usage;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;

/// How costs are written.
public final class CostWords {
    private static final Texts TEXTS = Texts.of(CostWords.class);

    private CostWords() {}

    /// E.g. `$0.0061`, `about $0.0061`, `free` or `unknown price`; empty while there is nothing to
    /// say: the run is under way, or no tokens were counted.
    public static Optional<String> of(Run run) {
        Optional<Cost> cost = run.result().cost();
        boolean nothing = run.status() == RunStatus.RUNNING || run.usage().equals(Usage.NONE);
        if (cost.isEmpty()) {
            return nothing ? Optional.empty() : Optional.of(TEXTS.get("cost.unknown"));
        }
        long nanoUsd = cost.get().nanoUsd();
        if (nanoUsd == 0) {
            return Optional.of(TEXTS.get("cost.free"));
        }
        return Optional.of(amount(nanoUsd, run.usage().estimated()));
    }

    /// The price behind a run's cost, with its source and date; empty when there is none.
    public static String price(Run run) {
        return run.result().cost().map(Cost::price).orElse("");
    }

    /// A sum, e.g. `$0.42` or `about $0.42 + 3 runs of unknown price`.
    public static String of(Spent spent) {
        return sum(spent, "cost.unknownRuns");
    }

    /// The same for a place with little room, e.g. `$0.42 + 3 unknown`.
    public static String brief(Spent spent) {
        return sum(spent, "cost.unknownBrief");
    }

    private static String sum(Spent spent, String unknownKey) {
        String amount = amount(spent.nanoUsd(), spent.estimated());
        if (spent.unknown() == 0) {
            return amount;
        }
        String unknown = TEXTS.get(unknownKey, spent.unknown());
        return spent.nanoUsd() == 0 ? unknown : amount + " + " + unknown;
    }

    /// What the runs of an exchange cost together.
    public static String together(List<Run> runs) {
        Spent all = runs.stream().map(Spent::of).reduce(Spent.NOTHING, Spent::plus);
        return TEXTS.get("cost.together", runs.size(), of(all));
    }

    private static String amount(long nanoUsd, boolean estimated) {
        String text = Dollars.text(nanoUsd);
        return estimated && nanoUsd > 0 ? TEXTS.get("cost.about", text) : text;
    }
}
