package dev.easel.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.preview.webgl.ApiFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Makes random WebGL calls in a real page, and finds what it should not: warnings of the decoder
/// (the script and it have lost each other), errors of the script's own, calls without an answer.
///
/// The seed that runs stands in `target/webgl-fuzz.txt`, should the process not survive it.
final class WebGlFuzz implements AutoCloseable {
    private static final Path SEED = Path.of("target", "webgl-fuzz.txt");

    /// Calls in one task of the page, which the guard would stop after some seconds.
    private static final int PIECE = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PageFixture page;
    private final String html;
    private final List<String> warnings = new ArrayList<>();
    private final Logger logger = Logger.getLogger("dev.easel.preview.webgl");
    private final Handler handler = new Warnings();

    WebGlFuzz(Path storage) {
        page = new PageFixture(storage);
        html =
                "<!doctype html><body><script>"
                        + api()
                        + "</script><script>"
                        + script()
                        + "</script>";
        logger.addHandler(handler);
    }

    private final class Warnings extends Handler {
        @Override
        public void publish(LogRecord entry) {
            synchronized (warnings) {
                warnings.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static String api() {
        Map<String, List<String>> signatures = new LinkedHashMap<>();
        for (ApiFunction function : PageWebGl.API.functions()) {
            signatures.put(
                    function.name(), function.isPlain() ? function.arguments() : List.of("*"));
        }
        try {
            return "window.fuzzApi = " + JSON.writeValueAsString(signatures) + ";";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script() {
        try (InputStream in =
                Objects.requireNonNull(WebGlFuzz.class.getResourceAsStream("webgl-fuzz.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A fresh page, and so many calls in it.
    ///
    /// @return what was found, one line each
    List<String> run(long seed, int calls) throws IOException {
        Files.writeString(SEED, seed + " " + calls + "\n");
        warnings();
        List<String> found = new ArrayList<>();
        page.show("index.html", html);
        for (int from = 0; from < calls; from += PIECE) {
            String call = "window.fuzz(" + (seed * 1000 + from / PIECE) + ", " + PIECE + ")";
            JsonNode result = JSON.readTree(page.eval(call));
            if (result.path("calls").asInt() != PIECE) {
                found.add("The page answered " + result);
            }
            result.path("thrown").forEach(t -> found.add(t.asText()));
        }
        found.addAll(warnings());
        return found.stream().map(line -> "seed " + seed + ": " + line).toList();
    }

    private List<String> warnings() {
        synchronized (warnings) {
            List<String> all = List.copyOf(warnings);
            warnings.clear();
            return all;
        }
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        page.close();
    }
}
