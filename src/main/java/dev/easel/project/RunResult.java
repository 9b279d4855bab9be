package dev.easel.project;

import java.util.Optional;

/// How a run stands, or ended, with its figures.
///
/// @param modelVersion the id that answered; empty until the server says
/// @param message in plain words why the run is not COMPLETE; empty otherwise
/// @param attempts requests that went out for it, 1 or more
/// @param cost what it cost; empty while it is under way and when no price is known
public record RunResult(
        RunStatus status,
        String modelVersion,
        String message,
        Usage usage,
        Timings timings,
        int attempts,
        Optional<Cost> cost) {
    /// A run that begins.
    public static final RunResult RUNNING =
            new RunResult(RunStatus.RUNNING, "", "", Usage.NONE, Timings.NONE, 1, Optional.empty());

    /// An end of which nothing else is known.
    public static RunResult of(RunStatus status, String message) {
        return RUNNING.with(status, message);
    }

    /// The same figures with another end.
    public RunResult with(RunStatus status, String message) {
        return new RunResult(status, modelVersion, message, usage, timings, attempts, cost);
    }

    /// The same with the id that answers.
    public RunResult answeredBy(String modelVersion) {
        return new RunResult(status, modelVersion, message, usage, timings, attempts, cost);
    }

    /// The same with these times.
    public RunResult with(Timings timings) {
        return new RunResult(status, modelVersion, message, usage, timings, attempts, cost);
    }

    /// The same with these counts.
    public RunResult with(Usage usage) {
        return new RunResult(status, modelVersion, message, usage, timings, attempts, cost);
    }
}
