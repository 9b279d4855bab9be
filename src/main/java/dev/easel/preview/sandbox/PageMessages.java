package dev.easel.preview.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.preview.guard.MadeKind;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import java.util.Locale;
import java.util.Optional;

/// Reads the messages of a page's bridge, believing nothing: sizes are cut, numbers are bounded,
/// unknown shapes are dropped.
public final class PageMessages {
    private static final int LONGEST_MESSAGE = 16 << 20;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_STACK = 4_000;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_FILE = 1_000;

    private final ObjectMapper json = new ObjectMapper();

    /// @param text a message without its prefix
    /// @return empty when it is not one
    public Optional<PageMessage> read(String text) {
        if (text.length() > LONGEST_MESSAGE) {
            return Optional.of(new PageMessage.Dropped(1));
        }
        try {
            JsonNode node = json.readTree(text);
            return switch (node.path("t").asText()) {
                case "console" -> console(node);
                case "dropped" -> Optional.of(new PageMessage.Dropped(number(node, "count")));
                case "blocked" ->
                        Optional.of(
                                new PageMessage.Blocked(
                                        string(node, "url", LONGEST_FILE),
                                        string(node, "directive", 100)));
                case "titled" ->
                        Optional.of(new PageMessage.Titled(string(node, "title", LONGEST_TITLE)));
                case "timed" -> timed(node);
                case "answer" ->
                        Optional.of(
                                new PageMessage.Answer(
                                        number(node, "id"),
                                        string(node, "json", LONGEST_MESSAGE),
                                        string(node, "error", LONGEST_TEXT)));
                case "wish" -> PageWish.read(node);
                default -> Optional.empty();
            };
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /// @param text a question without its prefix
    /// @return empty when it is not one
    public Optional<GuardQuestion> question(String text) {
        if (text.length() > LONGEST_MESSAGE) {
            return Optional.empty();
        }
        try {
            JsonNode node = json.readTree(text);
            return switch (node.path("t").asText()) {
                case "task" ->
                        Optional.of(
                                new GuardQuestion.Task(
                                        string(node, "stack", LONGEST_MESSAGE),
                                        (int) number(node, "number"),
                                        node.path("fresh").asBoolean(),
                                        node.path("stopped").asBoolean()));
                case "made" ->
                        constant(MadeKind.class, string(node, "kind", 20))
                                .map(kind ->
                                        new GuardQuestion.Made(
                                                kind, string(node, "code", LONGEST_MESSAGE)));
                default -> Optional.empty();
            };
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<PageMessage> console(JsonNode node) {
        return constant(Level.class, string(node, "level", 10))
                .map(level ->
                        new PageMessage.Console(
                                new ConsoleEntry(
                                        level,
                                        string(node, "text", LONGEST_TEXT),
                                        string(node, "file", LONGEST_FILE),
                                        (int) number(node, "line"),
                                        (int) number(node, "column"),
                                        string(node, "stack", LONGEST_STACK),
                                        ValueJson.detail(node)),
                                node.path("muted").asBoolean(),
                                string(node, "resource", LONGEST_FILE)));
    }

    private static Optional<PageMessage> timed(JsonNode node) {
        double millis = Math.clamp(node.path("ms").asDouble(), 0, 1e9);
        return constant(PageMessage.Moment.class, string(node, "moment", 20))
                .map(moment -> new PageMessage.Timed(moment, millis));
    }

    private static long number(JsonNode node, String field) {
        return Math.clamp(node.path(field).asLong(), 0, Integer.MAX_VALUE);
    }

    private static String string(JsonNode node, String field, int longest) {
        String text = node.path(field).asText("");
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        try {
            return Optional.of(Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
