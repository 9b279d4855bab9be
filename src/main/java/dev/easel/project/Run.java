package dev.easel.project;

import java.time.Instant;

/// One call of a model, with everything that was typed and received.
///
/// @param provider id of the provider, e.g. `gemini`
/// @param model the id that was asked for
/// @param modelVersion the id that answered; empty until the server says
/// @param thinking level that was asked for; empty for the model's default
/// @param thoughts the model's visible thinking
/// @param reply the whole answer as it came, prose and code
/// @param message in plain words why the run is not COMPLETE; empty otherwise
/// @param origin why it was started
public record Run(
        String id,
        String projectId,
        Instant started,
        String provider,
        String model,
        String modelVersion,
        String thinking,
        String prompt,
        RunStatus status,
        String thoughts,
        String reply,
        String message,
        Usage usage,
        Timings timings,
        Origin origin) {
    /// A run that begins: RUNNING, of which nothing has arrived.
    public static Run begin(
            String id,
            String projectId,
            Instant started,
            String provider,
            String model,
            String thinking,
            String prompt,
            Origin origin) {
        return new Run(
                id,
                projectId,
                started,
                provider,
                model,
                "",
                thinking,
                prompt,
                RunStatus.RUNNING,
                "",
                "",
                "",
                Usage.NONE,
                Timings.NONE,
                origin);
    }

    /// This run with these texts instead of its own.
    public Run withTexts(String thoughts, String reply) {
        return new Run(
                id,
                projectId,
                started,
                provider,
                model,
                modelVersion,
                thinking,
                prompt,
                status,
                thoughts,
                reply,
                message,
                usage,
                timings,
                origin);
    }

    /// This run with these counts instead of its own.
    public Run withUsage(Usage usage) {
        return end(status, modelVersion, message, usage, timings);
    }

    /// This run, ended so. Its texts stay.
    public Run end(
            RunStatus status, String modelVersion, String message, Usage usage, Timings timings) {
        return new Run(
                id,
                projectId,
                started,
                provider,
                model,
                modelVersion,
                thinking,
                prompt,
                status,
                thoughts,
                reply,
                message,
                usage,
                timings,
                origin);
    }
}
