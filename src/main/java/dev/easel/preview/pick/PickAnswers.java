package dev.easel.preview.pick;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Reads what the bridge tells of elements, believing nothing: texts are cut, numbers bounded,
/// other shapes dropped.
final class PickAnswers {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SELECTOR = 500;
    private static final int LONGEST_HTML = 4_001;
    private static final int LONGEST_VALUE = 201;
    private static final int MOST_PARTS = 40;
    private static final double FARTHEST = 1e6;

    private final ObjectMapper json = new ObjectMapper();

    Optional<ElementMark> mark(String text) {
        return read(text).flatMap(PickAnswers::mark);
    }

    Optional<PickedElement> picked(String text) {
        return read(text).flatMap(PickAnswers::picked);
    }

    private Optional<JsonNode> read(String text) {
        try {
            return Optional.of(json.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<ElementMark> mark(JsonNode node) {
        List<ElementMark.Quad> boxes = new ArrayList<>();
        for (JsonNode box : node.path("boxes")) {
            List<Double> corners = new ArrayList<>();
            box.forEach(corner -> corner.forEach(n -> corners.add(number(n))));
            if (corners.size() != 8 || boxes.size() == 4) {
                return Optional.empty();
            }
            boxes.add(new ElementMark.Quad(corners));
        }
        return boxes.size() != 4
                ? Optional.empty()
                : Optional.of(
                        new ElementMark(
                                string(node, "tag", LONGEST_NAME),
                                string(node, "id", LONGEST_NAME),
                                stream(node.path("classes"))
                                        .map(c -> cut(c.asText(), LONGEST_NAME))
                                        .toList(),
                                number(node.path("width")),
                                number(node.path("height")),
                                boxes));
    }

    private static Optional<PickedElement> picked(JsonNode node) {
        return mark(node.path("mark"))
                .map(mark ->
                        new PickedElement(
                                mark.tag(),
                                mark.id(),
                                mark.classes(),
                                (int) Math.round(mark.width()),
                                (int) Math.round(mark.height()),
                                string(node, "selector", LONGEST_SELECTOR),
                                string(node, "html", LONGEST_HTML),
                                string(node, "open", LONGEST_HTML),
                                string(node, "text", LONGEST_VALUE),
                                stream(node.path("styles"))
                                        .map(s ->
                                                new PickedElement.Style(
                                                        cut(s.path(0).asText(), LONGEST_NAME),
                                                        cut(s.path(1).asText(), LONGEST_VALUE)))
                                        .toList(),
                                node.path("framed").asBoolean()));
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).limit(MOST_PARTS);
    }

    private static double number(JsonNode node) {
        return Math.clamp(node.asDouble(), -FARTHEST, FARTHEST);
    }

    private static String string(JsonNode node, String field, int longest) {
        return cut(node.path(field).asText(""), longest);
    }

    /// Names go into one line of the window and of the prompt.
    private static String cut(String text, int longest) {
        String plain = text.length() > longest ? text.substring(0, longest) + "…" : text;
        return plain.replaceAll("[\\p{Cc}&&[^\\n\\t]]|\\p{Cf}", "");
    }
}
