package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the Khronos conformance tests in the preview: `mvn -Pconformance verify -Dwebgl.tests=DIR`,
/// where DIR is `sdk/tests` of a copy of the KhronosGroup/WebGL repository.
///
/// `-Dwebgl.filter=REGEX` takes only pages whose path has a match, `-Dwebgl.seconds` is what a page
/// may take, `-Dwebgl.workers` how many run at a time. Every page's result, and the memory after
/// it, is in `target/conformance.txt`. A page that fails and is not in `webgl-known-failures.txt`
/// fails the run, and so does one that is there and passes.
class WebGlConformance {
    private static final Duration LIMIT = Duration.ofSeconds(Long.getLong("webgl.seconds", 60));
    private static final long MEGABYTES = Long.getLong("webgl.megabytes", 1_500);
    private static final int WORKERS = Integer.getInteger("webgl.workers", 1);

    @TempDir Path storage;

    @Test
    void thePagesThatAreNotKnownToFailPass() throws Exception {
        Path root =
                Path.of(Objects.requireNonNull(System.getProperty("webgl.tests"), "webgl.tests"));
        Map<String, ConformanceResult> results = run(root, pages(root));
        tell(results);
        Map<String, String> known = known();
        List<String> surprises = new ArrayList<>();
        results.forEach((page, result) -> {
            String reason = known.get(page);
            boolean isUnsteady = reason != null && reason.startsWith("unsteady:");
            if (!isUnsteady && result.isPass() == (reason != null)) {
                surprises.add(page + (result.isPass() ? " passes now" : ": " + result.first()));
            }
        });
        assertThat(surprises).isEmpty();
    }

    /// `deqp`, which is long, is only there when it is asked for.
    private static List<String> pages(Path root) throws IOException {
        String filter = System.getProperty("webgl.filter", "");
        List<String> pages = new ArrayList<>();
        pages.addAll(ConformanceList.of(root, "conformance", "1.0.4"));
        pages.addAll(ConformanceList.of(root, "conformance2", "2.0.1"));
        if (filter.contains("deqp")) {
            pages.addAll(ConformanceList.of(root, "deqp", "2.0.1"));
        }
        Pattern wanted = Pattern.compile(filter);
        pages.removeIf(p -> !wanted.matcher(p).find());
        return pages;
    }

    private Map<String, ConformanceResult> run(Path root, List<String> pages) throws Exception {
        Map<String, ConformanceResult> results = new ConcurrentHashMap<>();
        Path target = Files.createDirectories(Path.of("target"));
        Path log = target.resolve("conformance-workers.log");
        Files.deleteIfExists(log);
        Queue<String> left = new ConcurrentLinkedQueue<>(pages);
        try (PrintStream out =
                        new PrintStream(
                                Files.newOutputStream(target.resolve("conformance.txt")), true);
                ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int k = 0; k < WORKERS; k++) {
                Path own = Files.createDirectories(storage.resolve("worker" + k));
                tasks.add(() -> {
                    try (ConformanceProcess process =
                            new ConformanceProcess(root, own, log, LIMIT, MEGABYTES)) {
                        for (String page = left.poll(); page != null; page = left.poll()) {
                            ConformanceResult result = process.run(page);
                            results.put(page, result);
                            out.println(page + " " + result.line());
                        }
                        return process.started();
                    }
                });
            }
            int started = 0;
            for (Future<Integer> worker : workers.invokeAll(tasks)) {
                started += worker.get();
            }
            System.out.println(pages.size() + " pages in " + started + " processes");
        }
        Map<String, ConformanceResult> inOrder = new LinkedHashMap<>();
        pages.forEach(p -> inOrder.put(p, Objects.requireNonNull(results.get(p))));
        return inOrder;
    }

    private static void tell(Map<String, ConformanceResult> results) {
        Map<String, int[]> folders = new TreeMap<>();
        results.forEach((page, result) -> {
            String[] parts = page.split("/");
            // The interesting folders of deqp are deeper.
            int depth = parts[0].equals("deqp") ? 4 : 2;
            String own = String.join("/", List.of(parts).subList(0, Math.min(depth, parts.length)));
            for (String folder : List.of(parts[0], own)) {
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
