package dev.easel.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/// JSON to and from a page.
final class JsonText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonText() {}

    /// A JavaScript string literal. JSON is one since ECMAScript 2019.
    static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    /// @param text what the bridge's `stats()` returned, which a page may have replaced
    static FrameCount frameCount(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return new FrameCount(node.path("frames").asLong(), node.path("ms").asDouble());
        } catch (JsonProcessingException e) {
            return FrameCount.NONE;
        }
    }
}
