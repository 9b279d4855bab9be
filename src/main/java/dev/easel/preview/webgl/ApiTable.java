package dev.easel.preview.webgl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Every constant and function of WebGL 1 and 2, read from `api.txt`.
///
/// @param constants of WebGL 1, by name
/// @param laterConstants that only WebGL 2 has
/// @param functions of both, in a fixed order
public record ApiTable(
        Map<String, Long> constants,
        Map<String, Long> laterConstants,
        List<ApiFunction> functions) {

    /// Reads the table that ships with the program.
    public static ApiTable read() {
        try (InputStream in =
                Objects.requireNonNull(ApiTable.class.getResourceAsStream("api.txt"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The table of WebGL functions cannot be read", e);
        }
    }

    private static ApiTable parse(String text) {
        Map<String, Long> first = new LinkedHashMap<>();
        Map<String, Long> later = new LinkedHashMap<>();
        List<ApiFunction> functions = new ArrayList<>();
        text.lines()
                .map(line -> line.split(" "))
                .forEach(word -> {
                    if (word[0].equals("fn")) {
                        functions.add(function(word));
                    } else {
                        (word[1].equals("1") ? first : later).put(word[2], Long.decode(word[3]));
                    }
                });
        return new ApiTable(first, later, List.copyOf(functions));
    }

    private static ApiFunction function(String[] word) {
        List<String> arguments = Arrays.asList(word).subList(5, word.length);
        boolean isPlain = !arguments.contains("*");
        return new ApiFunction(
                word[2],
                Integer.parseInt(word[1]),
                Integer.parseInt(word[3]),
                isPlain,
                word[4].equals("void"),
                isPlain ? List.copyOf(arguments) : List.of());
    }
}
