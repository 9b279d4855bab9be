package dev.easel.generate;

import dev.easel.generate.ArtifactCollector.Lack;
import dev.easel.generate.ArtifactCollector.Unfinished;
import dev.easel.history.HistoryException;
import dev.easel.project.RunStatus;
import dev.easel.provider.GenerateEvent.Finished;
import dev.easel.provider.ProviderException;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;

/// How a run ended and what the user is told about it.
///
/// @param message in plain words; empty if COMPLETE
record RunEnd(RunStatus status, String message) {
    private static final Texts TEXTS = Texts.of(RunEnd.class);

    /// What is known when the stream is over.
    ///
    /// @param stopped whether the user stopped it
    /// @param failure what broke it, ours or the provider's
    /// @param finished the model's own end, if it came
    /// @param anyReply whether any visible text came
    /// @param hasFiles whether files came, whole or not
    /// @param unfinished the first file that is not whole
    /// @param refused changes that could not be made
    /// @param elisions remarks in place of code
    record Seen(
            boolean stopped,
            Optional<Throwable> failure,
            Optional<Finished> finished,
            boolean anyReply,
            boolean hasFiles,
            Optional<Unfinished> unfinished,
            List<RefusedEdit> refused,
            List<Elision> elisions) {
        Seen {
            refused = List.copyOf(refused);
            elisions = List.copyOf(elisions);
        }
    }

    static RunEnd of(Seen seen) {
        boolean done = seen.finished().isPresent() && seen.failure().isEmpty();
        if (seen.stopped() && !done) {
            return new RunEnd(RunStatus.CANCELLED, TEXTS.get("cancelled"));
        }
        if (seen.failure().isPresent()) {
            return broken(seen, seen.failure().get());
        }
        return seen.finished().map(f -> finished(seen, f)).orElseGet(() -> unannounced(seen));
    }

    private static RunEnd broken(Seen seen, Throwable failure) {
        return switch (failure) {
            case ProviderException e when e.kind() == ProviderException.Kind.CANCELLED ->
                    new RunEnd(RunStatus.CANCELLED, TEXTS.get("cancelled"));
            case ProviderException e when seen.anyReply() ->
                    kept(seen, TEXTS.get("broken", reason(e)));
            case ProviderException e -> new RunEnd(RunStatus.FAILED, reason(e));
            case HistoryException e -> kept(seen, reason(e));
            default -> kept(seen, TEXTS.get("internal", failure.toString()));
        };
    }

    private static RunEnd unannounced(Seen seen) {
        return seen.anyReply()
                ? kept(seen, TEXTS.get("unfinished"))
                : new RunEnd(RunStatus.FAILED, TEXTS.get("empty"));
    }

    private static RunEnd finished(Seen seen, Finished finished) {
        String detail = finished.detail().isBlank() ? finished.reason().name() : finished.detail();
        return switch (finished.reason()) {
            case STOP -> saidDone(seen);
            case MAX_TOKENS ->
                    kept(seen, TEXTS.get(seen.anyReply() ? "limit" : "limit.empty", detail));
            case BLOCKED -> {
                String message = TEXTS.get(blocked(detail), detail);
                yield seen.hasFiles() ? kept(seen, message) : new RunEnd(RunStatus.FAILED, message);
            }
            case OTHER -> kept(seen, TEXTS.get("other", detail));
        };
    }

    /// Filters differ in what helps against them.
    private static String blocked(String detail) {
        return switch (detail) {
            case "SAFETY", "IMAGE_SAFETY", "content_filter" -> "blocked.safety";
            case "RECITATION", "IMAGE_RECITATION" -> "blocked.recitation";
            case "BLOCKLIST" -> "blocked.words";
            case "SPII" -> "blocked.personal";
            case "PROHIBITED_CONTENT", "IMAGE_PROHIBITED_CONTENT" -> "blocked.prohibited";
            default -> "blocked";
        };
    }

    private static RunEnd saidDone(Seen seen) {
        if (!seen.anyReply()) {
            return new RunEnd(RunStatus.FAILED, TEXTS.get("empty"));
        }
        if (seen.unfinished().isPresent()) {
            Unfinished file = seen.unfinished().get();
            String key = file.lack() == Lack.FENCE ? "open-fence" : "no-end-tag";
            return new RunEnd(RunStatus.PARTIAL, TEXTS.get(key, file.path()));
        }
        if (!seen.refused().isEmpty()) {
            return new RunEnd(RunStatus.FAILED, misfit(seen.refused()));
        }
        if (!seen.elisions().isEmpty()) {
            Elision first = seen.elisions().getFirst();
            String message = TEXTS.get("elided", first.path(), first.line(), first.text());
            return new RunEnd(RunStatus.FAILED, message);
        }
        return seen.hasFiles()
                ? new RunEnd(RunStatus.COMPLETE, "")
                : new RunEnd(RunStatus.FAILED, TEXTS.get("no-files"));
    }

    private static String misfit(List<RefusedEdit> refused) {
        RefusedEdit first = refused.getFirst();
        String key =
                switch (first.why().reason()) {
                    case NOT_FOUND -> "edit.not-found";
                    case AMBIGUOUS -> "edit.ambiguous";
                    case EMPTY_SEARCH -> "edit.empty-search";
                    case NO_FILE -> "edit.no-file";
                    case MALFORMED -> "edit.malformed";
                };
        return TEXTS.get("edits-refused", refused.size(), TEXTS.get(key, first.path()));
    }

    /// A reply that is not whole: partial as soon as anything came.
    private static RunEnd kept(Seen seen, String message) {
        return new RunEnd(seen.anyReply() ? RunStatus.PARTIAL : RunStatus.FAILED, message);
    }

    /// What a failure says of itself, never nothing.
    static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }
}
