package dev.easel.provider.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import java.util.Base64;

/// A request as the body of `/chat/completions`.
record OpenAiRequest(GenerateRequest request) {
    ObjectNode json(ObjectMapper mapper) {
        ObjectNode body = mapper.createObjectNode().put("model", request.model());
        body.put("stream", true).putObject("stream_options").put("include_usage", true);
        if (!request.thinking().isEmpty()) {
            body.put(
                    "reasoning_effort",
                    request.thinking().equals("off") ? "none" : request.thinking());
        }
        ArrayNode messages = body.putArray("messages");
        if (!request.system().isEmpty()) {
            messages.addObject().put("role", "system").put("content", request.system());
        }
        for (Message message : request.messages()) {
            add(message, messages.addObject());
        }
        return body;
    }

    private static void add(Message message, ObjectNode json) {
        json.put("role", role(message));
        if (message.images().isEmpty()) {
            json.put("content", message.text());
            return;
        }
        ArrayNode parts = json.putArray("content");
        if (!message.text().isEmpty()) {
            parts.addObject().put("type", "text").put("text", message.text());
        }
        for (Message.Image image : message.images()) {
            parts.addObject()
                    .put("type", "image_url")
                    .putObject("image_url")
                    .put("url", dataUrl(image));
        }
    }

    private static String dataUrl(Message.Image image) {
        return "data:"
                + image.mimeType()
                + ";base64,"
                + Base64.getEncoder().encodeToString(image.bytes());
    }

    private static String role(Message message) {
        return switch (message.role()) {
            case USER -> "user";
            case MODEL -> "assistant";
        };
    }
}
