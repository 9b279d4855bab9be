package dev.easel.preview.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/// What a page wants of the person in front of it. The page can say it without a cause, as often as
/// it likes.
public sealed interface PageWish extends PageMessage {
    /// `alert`, `confirm` or `prompt`, whose answer the page's script waits for.
    record Ask(Dialog dialog, String text, String initial) implements PageWish {}

    /// A link to somewhere else was followed.
    record Visit(String address) implements PageWish {}

    /// The page made a file.
    ///
    /// @param id names it in the calls of the bridge
    /// @param name as the page gives it
    record Offer(long id, String name, long bytes) implements PageWish {}

    /// A part of a file that was offered.
    ///
    /// @param base64 empty when it cannot be read
    record Piece(long id, long offset, String base64) implements PageWish {}

    /// The dialogs that JavaScript has.
    enum Dialog {
        ALERT,
        CONFIRM,
        PROMPT
    }

    /// @param node `{t: 'wish', wish: 'ask' | 'visit' | 'offer' | 'piece', ...}`
    /// @return empty when it is none of these
    static Optional<PageMessage> read(JsonNode node) {
        return switch (node.path("wish").asText()) {
            case "ask" -> dialog(node.path("dialog").asText()).map(d -> ask(node, d));
            case "visit" -> Optional.of(new Visit(text(node, "url", 2_000)));
            case "offer" ->
                    Optional.of(
                            new Offer(
                                    number(node, "id"),
                                    text(node, "name", 300),
                                    number(node, "bytes")));
            case "piece" ->
                    Optional.of(
                            new Piece(
                                    number(node, "id"),
                                    number(node, "offset"),
                                    node.path("data").asText("")));
            default -> Optional.empty();
        };
    }

    private static PageMessage ask(JsonNode node, Dialog dialog) {
        return new Ask(dialog, text(node, "text", 4_000), text(node, "initial", 4_000));
    }

    private static Optional<Dialog> dialog(String name) {
        return Arrays.stream(Dialog.values())
                .filter(d -> d.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static long number(JsonNode node, String field) {
        return Math.max(0, node.path(field).asLong());
    }

    private static String text(JsonNode node, String field, int longest) {
        String text = node.path(field).asText("");
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
