package dev.easel.generate;

import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Artifact;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.text.Texts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What one run received: in the history, and in memory for when the history fails.
///
/// After the first failure nothing is written until the end, so that a full disk does not slow the
/// run with an error a chunk; then everything that is missing is tried once more.
final class RunLog {
    private static final Texts TEXTS = Texts.of(RunLog.class);

    private final HistoryRepository history;
    private final Run started;
    private final Consumer<String> warn;
    private final StringBuilder thoughts = new StringBuilder();
    private final StringBuilder reply = new StringBuilder();
    private int storedThoughts;
    private int storedReply;
    private Optional<HistoryException> trouble = Optional.empty();

    /// @param warn told once, in plain words, when saving fails
    RunLog(HistoryRepository history, Run started, Consumer<String> warn) {
        this.history = history;
        this.started = started;
        this.warn = warn;
    }

    void thought(String text) {
        thoughts.append(text);
        if (trouble.isEmpty()) {
            attempt(this::storeThoughts);
        }
    }

    void reply(String text) {
        reply.append(text);
        if (trouble.isEmpty()) {
            attempt(this::storeReply);
        }
    }

    int thoughtLength() {
        return thoughts.length();
    }

    int replyLength() {
        return reply.length();
    }

    boolean hasReply() {
        return !reply.toString().isBlank();
    }

    private boolean storeThoughts() {
        if (storedThoughts < thoughts.length()) {
            history.appendThought(started.id(), thoughts.substring(storedThoughts));
            storedThoughts = thoughts.length();
        }
        return true;
    }

    private boolean storeReply() {
        if (storedReply < reply.length()) {
            history.appendReply(started.id(), reply.substring(storedReply));
            storedReply = reply.length();
        }
        return true;
    }

    /// Stores the end: the files first, so that a run which is stored as complete has its revision.
    ///
    /// @param made the files, if there are any
    /// @param number of the revision, should it stay in memory
    RunEvent.Ended end(RunResult result, Optional<Artifact> made, int number) {
        boolean thoughtsKept = attempt(this::storeThoughts).isPresent();
        boolean replyKept = attempt(this::storeReply).isPresent();
        boolean partial = result.status() != RunStatus.COMPLETE;
        Optional<Revision> revision =
                made.map(files ->
                        attempt(() ->
                                        history.addRevision(
                                                started.projectId(), started.id(), partial, files))
                                .orElseGet(() -> inMemory(partial, files, number)));
        Optional<Run> run = attempt(() -> history.finishRun(started.id(), result));
        Run kept =
                thoughtsKept && replyKept && run.isPresent()
                        ? run.get()
                        : inMemory(result.with(result.status(), unsaved(result)));
        return new RunEvent.Ended(kept, revision, false);
    }

    private String unsaved(RunResult end) {
        String reason = trouble.map(RunEnd::reason).orElse("");
        return (end.message() + " " + TEXTS.get("not-saved", reason)).strip();
    }

    private <T> Optional<T> attempt(Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (HistoryException e) {
            boolean first = trouble.isEmpty();
            trouble = Optional.of(e);
            if (first) {
                warn.accept(TEXTS.get("not-saved-yet", RunEnd.reason(e)));
            }
            return Optional.empty();
        }
    }

    private Revision inMemory(boolean partial, Artifact files, int number) {
        return new Revision(
                UUID.randomUUID().toString(),
                started.projectId(),
                number,
                Instant.now(),
                started.id(),
                partial,
                files);
    }

    private Run inMemory(RunResult result) {
        return started.withTexts(thoughts.toString(), reply.toString()).end(result);
    }
}
