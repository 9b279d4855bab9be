package dev.easel.project;

/// What several runs cost together.
///
/// @param nanoUsd billionths of a US dollar, of the runs whose price is known
/// @param runs how many those are, free ones included
/// @param unknown runs that used tokens at a price that is not known
/// @param estimated whether the tokens of some were counted by Easel, not by the server
public record Spent(long nanoUsd, int runs, int unknown, boolean estimated) {
    public static final Spent NOTHING = new Spent(0, 0, 0, false);

    /// Both together.
    public Spent plus(Spent other) {
        return new Spent(
                nanoUsd + other.nanoUsd,
                runs + other.runs,
                unknown + other.unknown,
                estimated || other.estimated);
    }

    /// What one run cost. One that used nothing that was counted is no run here.
    public static Spent of(Run run) {
        Usage usage = run.usage();
        boolean used = (long) usage.prompt() + usage.output() + usage.thought() > 0;
        boolean known = run.result().cost().isPresent();
        return new Spent(
                run.result().cost().map(Cost::nanoUsd).orElse(0L),
                known ? 1 : 0,
                !known && used && run.status() != RunStatus.RUNNING ? 1 : 0,
                known && usage.estimated());
    }

    /// Whether there is nothing to tell.
    public boolean isEmpty() {
        return nanoUsd == 0 && unknown == 0;
    }
}
