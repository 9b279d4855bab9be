package dev.easel.preview.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.preview.sandbox.ConsoleDetail.Group;
import dev.easel.preview.sandbox.ConsoleDetail.Part;
import dev.easel.preview.sandbox.PageValue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Reads descriptions of values that a page's bridge made, believing nothing: all is cut and
/// bounded, and what has no sense is left out.
public final class ValueJson {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_STACK = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CELL = 100;
    private static final int MOST_PARTS = 50;
    private static final int MOST_ROWS = 100;
    private static final int MOST_COLUMNS = 25;
    private static final int DEEPEST = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ValueJson() {}

    /// @param json of one value; anything else is [PageValue#LOST]
    public static PageValue value(String json) {
        return value(tree(json));
    }

    /// @param json what the bridge's `open` returned
    public static PageProperties properties(String json) {
        JsonNode node = tree(json);
        if (!node.path("rows").isArray()) {
            return PageProperties.GONE;
        }
        List<PageProperty> rows =
                first(node.path("rows"), MOST_ROWS).stream()
                        .map(row ->
                                new PageProperty(
                                        text(row, "n", LONGEST_NAME),
                                        value(row),
                                        row.path("d").asInt() == 1))
                        .toList();
        return new PageProperties(rows, number(node, "more"), false);
    }

    /// @return the value that the evaluation of `json` threw; empty when it gave one
    public static Optional<PageValue> thrown(String json) {
        JsonNode node = tree(json).path("thrown");
        return node.isObject() ? Optional.of(value(node)) : Optional.empty();
    }

    /// @param json what the bridge's `complete` returned
    public static List<String> names(String json) {
        return first(tree(json).path("names"), 200).stream()
                .map(name -> cut(name.asText(), LONGEST_NAME))
                .toList();
    }

    /// @param line a message of level `console`
    static ConsoleDetail detail(JsonNode line) {
        List<Part> parts =
                first(line.path("parts"), MOST_PARTS).stream().map(ValueJson::part).toList();
        int depth = (int) Math.min(DEEPEST, number(line, "depth"));
        Group group =
                switch (line.path("group").asText("")) {
                    case "open" -> Group.OPEN;
                    case "collapsed" -> Group.COLLAPSED;
                    default -> Group.NONE;
                };
        Optional<ConsoleTable> table = table(line.path("table"));
        boolean isPlain = parts.isEmpty() && table.isEmpty() && depth == 0 && group == Group.NONE;
        return isPlain ? ConsoleDetail.NONE : new ConsoleDetail(parts, table, depth, group);
    }

    private static Part part(JsonNode node) {
        return node.has("k")
                ? new Part.Value(value(node))
                : new Part.Text(text(node, "s", LONGEST_TEXT), text(node, "c", 300));
    }

    private static PageValue value(JsonNode node) {
        Kind kind = kind(node.path("k").asText(""));
        int longest = kind == Kind.STACK ? LONGEST_STACK : LONGEST_TEXT;
        return kind == Kind.GONE
                ? PageValue.LOST
                : new PageValue(kind, text(node, "s", longest), number(node, "h"));
    }

    private static Kind kind(String name) {
        try {
            return Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Kind.GONE;
        }
    }

    private static Optional<ConsoleTable> table(JsonNode node) {
        List<String> columns = cells(node.path("columns"));
        if (columns.size() < 2) {
            return Optional.empty();
        }
        List<List<String>> rows =
                first(node.path("rows"), MOST_ROWS).stream()
                        .map(ValueJson::cells)
                        .filter(row -> row.size() == columns.size())
                        .toList();
        return Optional.of(new ConsoleTable(columns, rows, number(node, "more")));
    }

    private static List<String> cells(JsonNode array) {
        return first(array, MOST_COLUMNS).stream()
                .map(cell -> cut(cell.asText(""), LONGEST_CELL))
                .toList();
    }

    private static List<JsonNode> first(JsonNode array, int most) {
        List<JsonNode> nodes = new ArrayList<>();
        if (array.isArray()) {
            StreamSupport.stream(array.spliterator(), false).limit(most).forEach(nodes::add);
        }
        return nodes;
    }

    private static String text(JsonNode node, String field, int longest) {
        return cut(node.path(field).asText(""), longest);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }

    private static long number(JsonNode node, String field) {
        return Math.max(0, node.path(field).asLong());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
