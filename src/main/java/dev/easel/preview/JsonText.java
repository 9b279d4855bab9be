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

    /// How large a document is, and how far it is scrolled, in CSS pixels.
    ///
    /// @param step the height that can be seen at once
    record Extent(double width, double height, double step, double y) {
        static final Extent NONE = new Extent(0, 0, 0, 0);

        boolean isEmpty() {
            return width < 1 || height < 1 || step < 1;
        }
    }

    /// @param text what the bridge told, which a page may have replaced
    static Extent extent(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return new Extent(
                    length(node, "width"),
                    length(node, "height"),
                    length(node, "step"),
                    length(node, "y"));
        } catch (JsonProcessingException e) {
            return Extent.NONE;
        }
    }

    private static double length(JsonNode node, String field) {
        return Math.clamp(node.path(field).asDouble(), 0, 1e6);
    }
}
