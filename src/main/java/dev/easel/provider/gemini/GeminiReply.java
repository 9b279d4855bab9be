package dev.easel.provider.gemini;

import com.google.genai.types.BlockedReason;
import com.google.genai.types.Candidate;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponsePromptFeedback;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.Part;
import dev.easel.project.Usage;
import dev.easel.provider.GenerateEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns the pieces of one Gemini stream into events. Fillers (see [EventFiller]) make none.
final class GeminiReply {
    private Usage usage = Usage.NONE;
    private boolean versionKnown;
    private boolean begun;
    private Optional<GenerateEvent.Finished> finished = Optional.empty();

    List<GenerateEvent> read(GenerateContentResponse piece) {
        List<GenerateEvent> events = new ArrayList<>();
        piece.modelVersion().ifPresent(version -> readVersion(version, events));
        // More than one candidate is never asked for.
        piece.candidates()
                .flatMap(all -> all.stream().findFirst())
                .ifPresent(first -> readCandidate(first, events));
        piece.usageMetadata().ifPresent(counts -> readUsage(counts, events));
        begun |= !events.isEmpty();
        return events;
    }

    /// Whether anything has arrived.
    boolean begun() {
        return begun;
    }

    /// Why the model ended. It is known only at the end of the stream: some models name a reason in
    /// every piece.
    Optional<GenerateEvent.Finished> finished() {
        return finished;
    }

    /// Why the prompt was blocked, if `piece` says so.
    static Optional<String> blocked(GenerateContentResponse piece) {
        return piece.promptFeedback()
                .flatMap(GenerateContentResponsePromptFeedback::blockReason)
                .map(BlockedReason::toString);
    }

    private void readVersion(String version, List<GenerateEvent> events) {
        if (!versionKnown) {
            versionKnown = true;
            events.add(new GenerateEvent.Answering(version));
        }
    }

    private void readCandidate(Candidate candidate, List<GenerateEvent> events) {
        for (Part part : candidate.content().flatMap(c -> c.parts()).orElse(List.of())) {
            String text = part.text().orElse("");
            // A thought's signature comes as an empty part.
            if (!text.isEmpty()) {
                boolean thought = part.thought().orElse(false);
                events.add(
                        thought ? new GenerateEvent.Thought(text) : new GenerateEvent.Text(text));
            }
        }
        candidate.finishReason().ifPresent(reason -> finished = Optional.of(finished(reason)));
    }

    private void readUsage(
            GenerateContentResponseUsageMetadata counts, List<GenerateEvent> events) {
        Usage now =
                new Usage(
                        counts.promptTokenCount().orElse(usage.prompt()),
                        counts.cachedContentTokenCount().orElse(usage.cached()),
                        counts.candidatesTokenCount().orElse(usage.output()),
                        counts.thoughtsTokenCount().orElse(usage.thought()),
                        false);
        if (!now.equals(usage)) {
            usage = now;
            events.add(new GenerateEvent.Counted(now));
        }
    }

    private static GenerateEvent.Finished finished(FinishReason reason) {
        GenerateEvent.FinishReason kind =
                switch (reason.knownEnum()) {
                    case STOP -> GenerateEvent.FinishReason.STOP;
                    case MAX_TOKENS -> GenerateEvent.FinishReason.MAX_TOKENS;
                    case SAFETY,
                            RECITATION,
                            BLOCKLIST,
                            PROHIBITED_CONTENT,
                            SPII,
                            IMAGE_SAFETY,
                            IMAGE_PROHIBITED_CONTENT,
                            IMAGE_RECITATION ->
                            GenerateEvent.FinishReason.BLOCKED;
                    case FINISH_REASON_UNSPECIFIED,
                            LANGUAGE,
                            OTHER,
                            MALFORMED_FUNCTION_CALL,
                            UNEXPECTED_TOOL_CALL,
                            TOO_MANY_TOOL_CALLS,
                            NO_IMAGE,
                            IMAGE_OTHER ->
                            GenerateEvent.FinishReason.OTHER;
                };
        return new GenerateEvent.Finished(kind, reason.toString());
    }
}
