package dev.easel.provider;

import java.util.List;

/// What a model is asked.
///
/// @param model an id, possibly one that no list shows
/// @param system the system prompt; may be empty
/// @param messages the conversation, oldest first; the last is the user's
/// @param thinking level by name (`off`, `low`, `medium`, `high`, ...), sent unchanged to models
///   that are not in the table of [ThinkingLevels]; empty for the model's default
public record GenerateRequest(
        String model, String system, List<Message> messages, String thinking) {
    public GenerateRequest {
        messages = List.copyOf(messages);
    }
}
