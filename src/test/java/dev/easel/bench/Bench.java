package dev.easel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Measures and tells: one line for each thing measured, on standard output and in
/// `target/bench.txt`. Benchmarks are JUnit classes named `XBench`, which only `mvn -Pbench test`
/// runs; they say what was measured and fail only when the work itself fails.
public final class Bench {
    private static final Path FILE = Path.of("target", "bench.txt");

    private Bench() {}

    /// Runs a step that returns what it took.
    ///
    /// @param step returns milliseconds
    public static void millis(String what, int warmUps, int runs, Callable<Double> step) {
        try {
            for (int i = 0; i < warmUps; i++) {
                step.call();
            }
            double[] taken = new double[runs];
            for (int i = 0; i < runs; i++) {
                taken[i] = step.call();
            }
            tell(what, "ms", taken);
        } catch (Exception e) {
            throw new IllegalStateException("Could not be measured: " + what, e);
        }
    }

    /// Runs a step and takes the time itself.
    public static void time(String what, int warmUps, int runs, Runnable step) {
        millis(
                what,
                warmUps,
                runs,
                () -> {
                    long begin = System.nanoTime();
                    step.run();
                    return (System.nanoTime() - begin) / 1e6;
                });
    }

    /// Tells values that were measured elsewhere: median, p95 and the largest.
    public static void tell(String what, String unit, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        line(
                String.format(
                        Locale.ROOT,
                        "%-60s %9.3f %s p50 %9.3f p95 %9.3f max  (%d)",
                        what,
                        at(sorted, 0.5),
                        unit,
                        at(sorted, 0.95),
                        sorted[sorted.length - 1],
                        sorted.length));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static void line(String text) {
        System.out.println("bench: " + text);
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(
                    FILE, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
