package dev.easel.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.easel.project.Usage;
import dev.easel.provider.GenerateEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns the pieces of one chat completion into events; also a completion that came in one piece,
/// from a server that does not stream.
final class OpenAiReply {
    private final List<GenerateEvent> arrived = new ArrayList<>();
    private final InlineThoughts content =
            new InlineThoughts(
                    thought -> arrived.add(new GenerateEvent.Thought(thought)),
                    text -> arrived.add(new GenerateEvent.Text(text)));
    private boolean versionKnown;
    private boolean begun;
    private Optional<GenerateEvent.Finished> finished = Optional.empty();

    List<GenerateEvent> read(JsonNode piece) {
        List<GenerateEvent> events = new ArrayList<>();
        String version = piece.path("model").asText();
        if (!version.isEmpty() && !versionKnown) {
            versionKnown = true;
            events.add(new GenerateEvent.Answering(version));
        }
        readChoice(piece.path("choices").path(0), events);
        JsonNode usage = piece.path("usage");
        if (usage.isObject()) {
            events.add(new GenerateEvent.Counted(usage(usage)));
        }
        begun |= !events.isEmpty();
        return events;
    }

    /// What was held back in case more followed. To be asked for once, at the end of the stream.
    ///
    /// @param whole whether the server ended it
    List<GenerateEvent> rest(boolean whole) {
        content.finish(whole);
        return List.copyOf(arrived);
    }

    /// Whether anything has arrived.
    boolean begun() {
        return begun;
    }

    /// Why the model ended. Complete only at the end of the stream: usage follows it.
    Optional<GenerateEvent.Finished> finished() {
        return finished;
    }

    private void readChoice(JsonNode choice, List<GenerateEvent> events) {
        JsonNode delta = choice.has("delta") ? choice.path("delta") : choice.path("message");
        // llama.cpp and LM Studio say reasoning_content, Ollama and OpenRouter reasoning.
        String thought = text(delta.path("reasoning_content"));
        if (thought.isEmpty()) {
            thought = text(delta.path("reasoning"));
        }
        if (!thought.isEmpty()) {
            events.add(new GenerateEvent.Thought(thought));
        }
        String text = text(delta.path("content"));
        if (!text.isEmpty()) {
            content.accept(text);
            events.addAll(arrived);
            arrived.clear();
        }
        String reason = text(choice.path("finish_reason"));
        if (!reason.isEmpty()) {
            finished = Optional.of(new GenerateEvent.Finished(kind(reason), reason));
        }
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : "";
    }

    private static GenerateEvent.FinishReason kind(String reason) {
        return switch (reason) {
            case "stop" -> GenerateEvent.FinishReason.STOP;
            case "length" -> GenerateEvent.FinishReason.MAX_TOKENS;
            case "content_filter" -> GenerateEvent.FinishReason.BLOCKED;
            default -> GenerateEvent.FinishReason.OTHER;
        };
    }

    private static Usage usage(JsonNode usage) {
        int thought = usage.path("completion_tokens_details").path("reasoning_tokens").asInt();
        return new Usage(
                usage.path("prompt_tokens").asInt(),
                usage.path("prompt_tokens_details").path("cached_tokens").asInt(),
                // This protocol counts thoughts among the completion.
                Math.max(0, usage.path("completion_tokens").asInt() - thought),
                thought,
                false);
    }
}
