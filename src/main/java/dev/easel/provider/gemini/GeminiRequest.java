package dev.easel.provider.gemini;

import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.Part;
import com.google.genai.types.ThinkingConfig;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import java.util.ArrayList;
import java.util.List;

/// A request in the words of the Gemini API.
record GeminiRequest(GenerateRequest request) {
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

    GenerateContentConfig config() {
        GenerateContentConfig.Builder config =
                GenerateContentConfig.builder().thinkingConfig(thinking());
        if (!request.system().isEmpty()) {
            config.systemInstruction(Content.fromParts(Part.fromText(request.system())));
        }
        return config.build();
    }

    private ThinkingConfig thinking() {
        String level = request.thinking();
        ThinkingConfig.Builder thinking = ThinkingConfig.builder();
        if (level.equals("off")) {
            // Asking for thoughts as well is an error when there are none.
            return thinking.thinkingBudget(0).build();
        }
        thinking.includeThoughts(true);
        return level.isEmpty() ? thinking.build() : thinking.thinkingLevel(level).build();
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
