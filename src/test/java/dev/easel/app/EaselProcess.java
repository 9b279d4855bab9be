package dev.easel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program as users start it: a process of its own, with the class path of the tests.
final class EaselProcess {
    private static final long LIMIT_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    private EaselProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// @param home becomes EASEL_HOME; the output is kept there, too
    /// @param environment more variables
    static EaselProcess start(Path home, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.easel.app.Main"));
        command.addAll(List.of(arguments));
        Files.createDirectories(home);
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .directory(home.toFile());
        builder.environment().put("EASEL_HOME", home.toString());
        builder.environment().putAll(environment);
        return new EaselProcess(builder.start(), out, err);
    }

    Process process() {
        return process;
    }

    /// @return the exit status
    int await() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Easel did not end. " + text(err));
        }
        return process.exitValue();
    }

    /// Waits until standard error or output contains it.
    void awaitText(String wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!err().contains(wanted) && !out().contains(wanted)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("'" + wanted + "' did not come. " + out() + err());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    String out() {
        return text(out);
    }

    String err() {
        return text(err);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
