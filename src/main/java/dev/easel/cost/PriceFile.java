package dev.easel.cost;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.easel.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a price table. A slip of the pen must not become a wrong sum of money, so a name that
/// means nothing is an error, like a price that is missing.
final class PriceFile {
    private static final Texts TEXTS = Texts.of(PriceFile.class);

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    /// The file is not a price table.
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1;

        /// @param reason in plain words, with the number of the line
        Damaged(String reason) {
            super(reason);
        }
    }

    private PriceFile() {}

    /// @throws Damaged with the line that is wrong
    static PriceTable parse(String text) throws Damaged {
        try (JsonParser parser = JSON.createParser(text)) {
            List<Price> prices = new ArrayList<>();
            expect(parser.nextToken() == JsonToken.START_OBJECT, parser, "file.noObject");
            boolean found = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean table = parser.currentName().equals("prices");
                parser.nextToken();
                if (table) {
                    readPrices(parser, prices);
                    found = true;
                } else {
                    parser.skipChildren();
                }
            }
            expect(found && parser.nextToken() == null, parser, "file.noPrices");
            return new PriceTable(prices);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Damaged(at(line, TEXTS.get("file.noJson", reason(e))));
        } catch (IOException e) {
            throw new Damaged(String.valueOf(e.getMessage()));
        }
    }

    // The parser adds where an object began, in words for programmers.
    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return message.replaceAll("(?s)\\s*(\\(for [^()]*starting )?at \\[Source:.*", "");
    }

    private static void readPrices(JsonParser parser, List<Price> prices)
            throws IOException, Damaged {
        expect(parser.currentToken() == JsonToken.START_ARRAY, parser, "file.noPrices");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentLocation().getLineNr();
            JsonNode entry = parser.readValueAsTree();
            try {
                prices.add(new PriceEntry(entry).read());
            } catch (IllegalArgumentException e) {
                throw new Damaged(at(line, String.valueOf(e.getMessage())));
            }
        }
    }

    private static void expect(boolean right, JsonParser parser, String key) throws Damaged {
        if (!right) {
            throw new Damaged(at(parser.currentLocation().getLineNr(), TEXTS.get(key)));
        }
    }

    private static String at(int line, String reason) {
        return TEXTS.get("file.line", line, reason);
    }
}
