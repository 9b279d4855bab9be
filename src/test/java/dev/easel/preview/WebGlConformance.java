package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the Khronos conformance tests in the preview: `mvn -Pconformance verify -Dwebgl.tests=DIR`,
/// where DIR is `sdk/tests` of a copy of the KhronosGroup/WebGL repository.
///
/// `-Dwebgl.filter=REGEX` takes only pages whose path has a match. Every page's result is in
/// `target/conformance.txt`. A page that fails and is not in `webgl-known-failures.txt` fails the
/// run, and so does one that is there and passes.
class WebGlConformance {
    private static final int SECONDS = Integer.getInteger("webgl.seconds", 30);

    @TempDir Path storage;

    private record Result(int passed, int failed, String first) {
        boolean isPass() {
            return failed == 0 && passed > 0;
        }
    }

    @Test
    void thePagesThatAreNotKnownToFailPass() throws Exception {
        Path root =
                Path.of(Objects.requireNonNull(System.getProperty("webgl.tests"), "webgl.tests"));
        String filter = System.getProperty("webgl.filter", "");
        List<String> pages = new ArrayList<>();
        pages.addAll(ConformanceList.of(root, "conformance", "1.0.4"));
        pages.addAll(ConformanceList.of(root, "conformance2", "2.0.1"));
        if (filter.startsWith("deqp")) {
            pages.addAll(ConformanceList.of(root, "deqp", "2.0.1"));
        }
        pages.removeIf(p -> !java.util.regex.Pattern.compile(filter).matcher(p).find());
        Map<String, Result> results = run(root, pages);
        tell(results);
        Map<String, String> known = known();
        List<String> surprises = new ArrayList<>();
        results.forEach((page, result) -> {
            if (result.isPass() == known.containsKey(page)) {
                surprises.add(page + (result.isPass() ? " passes now" : ": " + result.first()));
            }
        });
        assertThat(surprises).isEmpty();
    }

    private Map<String, Result> run(Path root, List<String> pages) throws IOException {
        Map<String, Result> results = new LinkedHashMap<>();
        Path file = Path.of("target", "conformance.txt");
        Files.createDirectories(file.getParent());
        ConformanceSource source = new ConformanceSource(root);
        try (PageFixture fixture = new PageFixture(storage);
                PrintStream out = new PrintStream(Files.newOutputStream(file), true)) {
            FxThread.run(() -> fixture.preview.setTaskLimit(java.time.Duration.ofSeconds(SECONDS)));
            for (String page : pages) {
                long begin = System.nanoTime();
                out.print(page + " ");
                Result result = run(fixture, source, page);
                results.put(page, result);
                out.println(
                        (result.isPass() ? "PASS " : "FAIL ")
                                + result.passed()
                                + "/"
                                + (result.passed() + result.failed())
                                + " "
                                + (System.nanoTime() - begin) / 1_000_000
                                + "ms "
                                + result.first().replace('\n', ' '));
            }
        }
        return results;
    }

    private static Result run(PageFixture fixture, ConformanceSource source, String page) {
        try {
            FxThread.run(() -> fixture.preview.show(fixture.project, source, page));
            fixture.waitFor(
                    "shown", () -> fixture.preview.stateProperty().get() == Preview.State.SHOWN);
            return await(fixture);
        } catch (AssertionError | RuntimeException | IOException e) {
            return new Result(0, 1, "The page did not run: " + e);
        }
    }

    private static Result await(PageFixture fixture) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        JsonNode now = null;
        while (System.nanoTime() < end) {
            now = new ObjectMapper().readTree(fixture.eval("window.easelResult || null"));
            if (now.path("done").asBoolean()) {
                return new Result(
                        now.path("passed").asInt(),
                        now.path("failed").asInt(),
                        now.path("first").asText());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
        return new Result(
                now == null ? 0 : now.path("passed").asInt(),
                1 + (now == null ? 0 : now.path("failed").asInt()),
                "Not done within "
                        + SECONDS
                        + " s "
                        + (now == null ? "" : now.path("first").asText()));
    }

    private static void tell(Map<String, Result> results) {
        Map<String, int[]> folders = new TreeMap<>();
        results.forEach((page, result) -> {
            String[] parts = page.split("/");
            for (String folder : List.of(parts[0], parts[0] + "/" + parts[1])) {
                folders.computeIfAbsent(folder, f -> new int[2])[result.isPass() ? 0 : 1]++;
            }
        });
        folders.forEach((folder, count) ->
                System.out.printf(
                        "%-40s %4d passed %4d failed %5.1f %%%n",
                        folder, count[0], count[1], 100.0 * count[0] / (count[0] + count[1])));
    }

    /// Page and reason, with a `#` between them.
    private static Map<String, String> known() throws IOException {
        Map<String, String> known = new LinkedHashMap<>();
        try (InputStream in =
                Objects.requireNonNull(
                        WebGlConformance.class.getResourceAsStream("webgl-known-failures.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" *# *", 2))
                    .forEach(parts -> known.put(parts[0].strip(), parts[1]));
        }
        return known;
    }
}
