package dev.easel.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.ui.FxExecutor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// A process that runs pages of the Khronos tests, one after another, for [ConformanceProcess]: the
/// path of a page comes in on a line, its result goes out on one.
final class ConformanceWorker {
    /// Begins the lines that are answers; a driver may write to the same stream.
    static final String ANSWER = "conformance=> ";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(8);

    private final PageFixture fixture;
    private final ConformanceSource source;
    private final Duration limit;

    private ConformanceWorker(PageFixture fixture, ConformanceSource source, Duration limit) {
        this.fixture = fixture;
        this.source = source;
        this.limit = limit;
    }

    /// @param arguments the tests' folder, a folder for storage, seconds for a page
    static void main(String[] arguments) throws Exception {
        Duration limit = Duration.ofSeconds(Long.parseLong(arguments[2]));
        PageFixture fixture = new PageFixture(Path.of(arguments[1]));
        // A test page may well take long: what it does is its own.
        FxThread.run(() -> fixture.preview.setTaskLimit(limit));
        ConformanceWorker worker =
                new ConformanceWorker(fixture, new ConformanceSource(Path.of(arguments[0])), limit);
        worker.serve(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                System.out);
        System.exit(0);
    }

    private void serve(BufferedReader pages, PrintStream answers) throws Exception {
        for (String page = pages.readLine(); page != null; page = pages.readLine()) {
            ConformanceResult result = run(page);
            answers.println(ANSWER + JSON.writeValueAsString(result));
            answers.flush();
        }
    }

    private ConformanceResult run(String page) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + limit.toNanos();
        new FxExecutor().execute(() -> fixture.preview.show(fixture.project, source, page));
        JsonNode now = JSON.nullNode();
        while (System.nanoTime() < end) {
            JsonNode next = ask(page, end - System.nanoTime());
            now = next.isNull() ? now : next;
            if (now.path("done").asBoolean()) {
                return result(now, 0, "", begin);
            }
            LockSupport.parkNanos(PAUSE);
        }
        return result(now, 1, "Not done within " + limit.toSeconds() + " s. ", begin);
    }

    private static ConformanceResult result(JsonNode now, int more, String why, long begin) {
        return new ConformanceResult(
                now.path("passed").asInt(),
                now.path("failed").asInt() + more,
                why + now.path("first").asText(),
                (System.nanoTime() - begin) / 1_000_000,
                megabytes());
    }

    /// What the page has told so far; null while the one before it is still there.
    private JsonNode ask(String page, long nanos) throws InterruptedException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        new FxExecutor()
                .execute(() ->
                        fixture.preview
                                .evaluate(
                                        "location.pathname.endsWith('/"
                                                + page.replaceFirst("\\?.*", "")
                                                + "') && window.easelResult || null")
                                .whenComplete((text, failure) ->
                                        answer.complete(failure == null ? text : "null")));
        try {
            return JSON.readTree(answer.get(nanos, TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException | IOException e) {
            return JSON.nullNode();
        }
    }

    /// Held in memory by this process; 0 where the system does not say.
    private static long megabytes() {
        try {
            String pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[1];
            return Long.parseLong(pages) * 4 / 1024;
        } catch (IOException e) {
            return 0;
        }
    }
}
