package dev.easel.project;

import java.time.Instant;

/// One call of a model, with everything that was typed and received.
///
/// @param thoughts the model's visible thinking
/// @param reply the whole answer as it came, prose and code
public record Run(
        String id,
        String projectId,
        Instant started,
        Asked asked,
        String thoughts,
        String reply,
        RunResult result) {
    /// A run that begins: RUNNING, of which nothing has arrived.
    public static Run begin(String id, String projectId, Instant started, Asked asked) {
        return new Run(id, projectId, started, asked, "", "", RunResult.RUNNING);
    }

    /// This run with these texts instead of its own.
    public Run withTexts(String thoughts, String reply) {
        return new Run(id, projectId, started, asked, thoughts, reply, result);
    }

    /// This run, ended so. Its texts stay.
    public Run end(RunResult result) {
        return new Run(id, projectId, started, asked, thoughts, reply, result);
    }

    /// See [Asked#provider()].
    public String provider() {
        return asked.provider();
    }

    /// See [Asked#model()].
    public String model() {
        return asked.model();
    }

    /// See [Asked#thinking()].
    public String thinking() {
        return asked.thinking();
    }

    /// See [Asked#prompt()].
    public String prompt() {
        return asked.prompt();
    }

    /// See [Asked#origin()].
    public Origin origin() {
        return asked.origin();
    }

    /// See [RunResult#status()].
    public RunStatus status() {
        return result.status();
    }

    /// See [RunResult#modelVersion()].
    public String modelVersion() {
        return result.modelVersion();
    }

    /// See [RunResult#message()].
    public String message() {
        return result.message();
    }

    /// See [RunResult#usage()].
    public Usage usage() {
        return result.usage();
    }

    /// See [RunResult#timings()].
    public Timings timings() {
        return result.timings();
    }
}
