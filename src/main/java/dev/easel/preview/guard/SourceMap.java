package dev.easel.preview.guard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.preview.guard.GuardedText.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The source map (ECMA-426) that a compiler such as Babel has put at the end of a script, for one
/// source.
///
/// @param source the text that was compiled
/// @param lines for each line of the script its segments: column, line and column in the source,
///   counted from 0
record SourceMap(String source, List<List<int[]>> lines) {
    private static final Pattern INLINE =
            Pattern.compile(
                    "//[#@] sourceMappingURL=data:application/json;[^,\\s]{0,40}base64,([\\w+/=]+)\\s*\\z");

    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<SourceMap> in(String script) {
        // Searched from the last comment on: a script may be long.
        int at = script.lastIndexOf("sourceMappingURL");
        Matcher matcher = INLINE.matcher(script.substring(Math.max(0, at - 4)));
        return at >= 0 && matcher.find() ? read(matcher.group(1)) : Optional.empty();
    }

    private static Optional<SourceMap> read(String base64) {
        try {
            JsonNode map = JSON.readTree(Base64.getDecoder().decode(base64));
            String source = map.path("sourcesContent").path(0).asText("");
            return source.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SourceMap(source, lines(map.path("mappings").asText())));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<List<int[]>> lines(String mappings) {
        List<List<int[]>> lines = new ArrayList<>();
        int sourceLine = 0;
        int sourceColumn = 0;
        for (String line : mappings.split(";", -1)) {
            List<int[]> segments = new ArrayList<>();
            int column = 0;
            for (String segment : line.split(",", -1)) {
                int[] values = values(segment);
                if (values.length < 4) {
                    continue;
                }
                column += values[0];
                sourceLine += values[2];
                sourceColumn += values[3];
                segments.add(new int[] {column, sourceLine, sourceColumn});
            }
            lines.add(segments);
        }
        return lines;
    }

    private static int[] values(String segment) {
        List<Integer> values = new ArrayList<>();
        int value = 0;
        int shift = 0;
        for (char c : segment.toCharArray()) {
            int digit = DIGITS.indexOf(c);
            value |= (digit & 31) << shift;
            shift += 5;
            if (digit < 32) {
                values.add((value & 1) == 1 ? -(value >> 1) : value >> 1);
                value = 0;
                shift = 0;
            }
        }
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    /// @param place in the script
    Optional<Place> original(Place place) {
        if (place.line() > lines.size()) {
            return Optional.empty();
        }
        List<int[]> segments = lines.get(place.line() - 1);
        return segments.stream()
                .filter(s -> s[0] < place.column())
                .reduce((a, b) -> b)
                .or(() -> segments.stream().findFirst())
                .map(s -> new Place(s[1] + 1, s[2] + 1));
    }
}
