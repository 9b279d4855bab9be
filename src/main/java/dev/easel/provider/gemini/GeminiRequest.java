package dev.easel.provider.gemini;

import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.Part;
import com.google.genai.types.ThinkingConfig;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ThinkingLevels;
import java.util.ArrayList;
import java.util.List;

/// A request in the words of the Gemini API.
record GeminiRequest(GenerateRequest request, ThinkingLevels.Choice level) {
    /// The conversation. Turns without any content are left out: the API refuses them.
    List<Content> contents() {
        List<Content> contents = new ArrayList<>();
        for (Message message : request.messages()) {
            List<Part> parts = parts(message);
            if (!parts.isEmpty()) {
                contents.add(Content.builder().role(role(message)).parts(parts).build());
            }
        }
        return contents;
    }

    /// All that is sent as one conversation: the developer API counts no system prompt apart.
    List<Content> countedContents() {
        List<Content> contents = contents();
        if (!request.system().isEmpty()) {
            contents.addFirst(
                    Content.builder()
                            .role("user")
                            .parts(List.of(Part.fromText(request.system())))
                            .build());
        }
        return contents;
    }

    GenerateContentConfig config() {
        GenerateContentConfig.Builder config = GenerateContentConfig.builder();
        // A model that cannot think refuses even the question for its thoughts.
        if (level.thinks()) {
            config.thinkingConfig(thinking());
        }
        if (!request.system().isEmpty()) {
            config.systemInstruction(Content.fromParts(Part.fromText(request.system())));
        }
        return config.build();
    }

    private ThinkingConfig thinking() {
        ThinkingConfig.Builder thinking = ThinkingConfig.builder();
        if (level.budget().isPresent()) {
            int budget = level.budget().getAsInt();
            thinking.thinkingBudget(budget);
            // Asking for thoughts as well is an error when there are none.
            return budget == 0 ? thinking.build() : thinking.includeThoughts(true).build();
        }
        thinking.includeThoughts(true);
        return level.level().isEmpty()
                ? thinking.build()
                : thinking.thinkingLevel(level.level()).build();
    }

    private static List<Part> parts(Message message) {
        List<Part> parts = new ArrayList<>();
        if (!message.text().isEmpty()) {
            parts.add(Part.fromText(message.text()));
        }
        for (Message.Image image : message.images()) {
            parts.add(Part.fromBytes(image.bytes(), image.mimeType()));
        }
        return parts;
    }

    private static String role(Message message) {
        return switch (message.role()) {
            case USER -> "user";
            case MODEL -> "model";
        };
    }
}
