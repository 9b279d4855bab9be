package dev.easel.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Runs pages in a process of their own, so that one that takes the process with it or keeps it for
/// good is a failure like others: the next page gets a new process. So does a page that comes after
/// much memory was used.
final class ConformanceProcess implements AutoCloseable {
    /// What a process is given to say that a page took too long, before it is ended.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path root;
    private final Path storage;
    private final Path log;
    private final Duration limit;
    private final long mostMegabytes;
    private @Nullable Running running;
    private int started;

    private record Running(Process process, PrintStream pages, BufferedReader answers) {}

    /// @param root `sdk/tests` of the Khronos repository
    /// @param log what the process writes besides answers
    /// @param limit for a page
    /// @param mostMegabytes above which a process is not used again
    ConformanceProcess(Path root, Path storage, Path log, Duration limit, long mostMegabytes) {
        this.root = root;
        this.storage = storage;
        this.log = log;
        this.limit = limit;
        this.mostMegabytes = mostMegabytes;
    }

    /// How many processes it took.
    int started() {
        return started;
    }

    ConformanceResult run(String page) throws InterruptedException, IOException {
        Running now = running;
        if (now == null) {
            now = start();
            running = now;
        }
        long begin = System.nanoTime();
        now.pages().println(page);
        now.pages().flush();
        BufferedReader answers = now.answers();
        CompletableFuture<ConformanceResult> answer =
                CompletableFuture.supplyAsync(() -> read(answers));
        try {
            ConformanceResult result =
                    answer.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            if (result.megabytes() > mostMegabytes) {
                close();
            }
            return result;
        } catch (TimeoutException e) {
            close();
            return ConformanceResult.broken("The page kept the window", millis(begin));
        } catch (ExecutionException e) {
            int code = now.process().waitFor();
            close();
            return ConformanceResult.broken("The process ended with " + code, millis(begin));
        }
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static ConformanceResult read(BufferedReader answers) {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(ConformanceWorker.ANSWER)) {
                    return new ObjectMapper()
                            .readValue(
                                    line.substring(ConformanceWorker.ANSWER.length()),
                                    ConformanceResult.class);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("No answer");
    }

    private Running start() throws IOException {
        started++;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> !a.startsWith("-javaagent") && !a.startsWith("-Xmx"))
                .forEach(command::add);
        command.add("-Xmx" + System.getProperty("webgl.heap", "512m"));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConformanceWorker.class.getName(),
                        root.toString(),
                        storage.toString(),
                        Long.toString(limit.toSeconds())));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        return new Running(
                process,
                new PrintStream(process.getOutputStream(), false, StandardCharsets.UTF_8),
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        Running now = running;
        if (now != null) {
            now.process().destroyForcibly();
            running = null;
        }
    }
}
