package dev.easel.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.easel.cost.Price.LongPrompt;
import dev.easel.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One entry of a price table, as it is written.
record PriceEntry(JsonNode json) {
    private static final Texts TEXTS = Texts.of(PriceEntry.class);

    private static final Set<String> NAMES =
            Set.of(
                    "id",
                    "provider",
                    "numbered",
                    "in",
                    "out",
                    "cached",
                    "long",
                    "validFrom",
                    "validUntil",
                    "source",
                    "read");
    private static final Set<String> LONG_NAMES = Set.of("over", "in", "out", "cached");
    private static final Pattern READ = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");

    // No model costs as much; a decimal point was forgotten. And so sums stay within a long.
    private static final BigDecimal DEAREST = new BigDecimal(1_000);

    /// @throws IllegalArgumentException saying in plain words what is wrong
    Price read() {
        require(json.isObject(), "entry.noObject");
        names(json, NAMES);
        String read = text("read");
        require(READ.matcher(read).matches(), "entry.read", read);
        JsonNode numbered = json.path("numbered");
        require(numbered.isMissingNode() || numbered.isBoolean(), "entry.numbered");
        return new Price(
                json.has("provider") ? text("provider") : "gemini",
                text("id"),
                numbered.asBoolean(),
                rates(json),
                longPrompt(),
                date("validFrom"),
                date("validUntil"),
                text("source"),
                read);
    }

    private Optional<LongPrompt> longPrompt() {
        JsonNode node = json.path("long");
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        require(node.isObject(), "entry.long");
        names(node, LONG_NAMES);
        JsonNode over = node.path("over");
        require(over.canConvertToInt() && over.isInt() && over.asInt() > 0, "entry.over");
        return Optional.of(new LongPrompt(over.asInt(), rates(node)));
    }

    private static Rates rates(JsonNode node) {
        return new Rates(
                rate(node, "in"),
                rate(node, "out"),
                node.has("cached") ? Optional.of(rate(node, "cached")) : Optional.empty());
    }

    private static long rate(JsonNode node, String name) {
        JsonNode value = node.path(name);
        require(value.isNumber(), "entry.noPrice", name);
        BigDecimal dollars = value.decimalValue();
        boolean possible = dollars.signum() >= 0 && dollars.compareTo(DEAREST) <= 0;
        require(possible, "entry.price", name, value.asText());
        require(
                dollars.stripTrailingZeros().scale() <= Rates.DECIMALS,
                "entry.decimals",
                name,
                value.asText());
        return dollars.movePointRight(Rates.DECIMALS).longValueExact();
    }

    private Optional<LocalDate> date(String name) {
        if (!json.has(name)) {
            return Optional.empty();
        }
        String text = text(name);
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(TEXTS.get("entry.date", name, text), e);
        }
    }

    private String text(String name) {
        JsonNode value = json.path(name);
        require(value.isTextual() && !value.asText().isBlank(), "entry.noText", name);
        return value.asText().strip();
    }

    private static void names(JsonNode node, Set<String> known) {
        node.fieldNames()
                .forEachRemaining(name -> require(known.contains(name), "entry.name", name));
    }

    private static void require(boolean right, String key, Object... arguments) {
        if (!right) {
            throw new IllegalArgumentException(TEXTS.get(key, arguments));
        }
    }
}
