package dev.easel.app;

import dev.easel.bench.Bench;
import dev.easel.project.Usage;
import dev.easel.provider.fake.FakeGeminiServer;
import dev.easel.provider.fake.FakeModelServer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What a stream costs in the real window, from the server's socket to the text that is drawn.
class StreamBench {
    private static final int CHUNKS = 500;
    private static final String CHUNK =
            "  <p class=\"line\">Some text of a line, number %04d</p>\n";
    private static final int CHUNK_LENGTH = CHUNK.formatted(0).length();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir Path home;

    private final FxRobot robot = new FxRobot();
    private FakeGeminiServer server;
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        server = new FakeGeminiServer().counting();
        window = new OpenWindow(home, server, Map.of("GEMINI_API_KEY", "bench"));
        window.services().warmUp();
        window.show(stage -> {
            stage.setWidth(1440);
            stage.setHeight(900);
        });
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        server.close();
    }

    @Test
    void textAppearsBehind2200Lines() throws Exception {
        // The first reply of a session is read by cold code.
        appears(2_200, "first reply");
        appears(2_200, "second reply");
        appears(2_200, "third reply");
    }

    @Test
    void textAppearsBehind10000Lines() throws Exception {
        appears(2_200, "first reply");
        appears(10_000, "second reply");
    }

    private void appears(int lines, String which) throws Exception {
        String before = page(lines);
        AtomicLongArray sent = new AtomicLongArray(CHUNKS);
        CountDownLatch go = new CountDownLatch(1);
        server.answer(reply -> {
            reply.text("```html index.html\n" + before).await(go);
            play(reply, sent);
        });
        robot.interact(() -> window.model().newProject());
        start();
        until(() -> written() >= before.length());
        Thread.sleep(2_000);
        double waiting = costOfWaiting();
        Drawn drawn = new Drawn(before.length(), sent);
        robot.interact(drawn::start);
        go.countDown();
        until(() -> drawn.last == CHUNKS - 1);
        robot.interact(drawn::stop);
        String what = " behind " + lines + " lines, " + which;
        until(() -> window.model().conversation().revisions().size() == 1);
        Bench.tell("socket to drawn text" + what, "ms", drawn.lags);
        Bench.tell("UI thread's CPU time a chunk" + what, "ms", values(drawn.costs));
        Bench.tell("UI thread's CPU time a second of waiting" + what, "ms", waiting);
    }

    // Wheels turn and seconds are counted while a run waits for more.
    private double costOfWaiting() throws Exception {
        long[] before = new long[1];
        double[] spent = new double[1];
        robot.interact(() -> before[0] = THREADS.getCurrentThreadCpuTime());
        Thread.sleep(3_000);
        robot.interact(() -> spent[0] = (THREADS.getCurrentThreadCpuTime() - before[0]) / 1e6);
        return spent[0] / 3;
    }

    private static void play(FakeModelServer.Reply reply, AtomicLongArray sent)
            throws java.io.IOException {
        long next = System.nanoTime();
        for (int i = 0; i < CHUNKS; i++) {
            next += 10_000_000;
            LockSupport.parkNanos(next - System.nanoTime());
            sent.set(i, System.nanoTime());
            reply.text(CHUNK.formatted(i));
        }
        reply.text("</html>\n```\n").finish("STOP", Usage.NONE);
    }

    private static String page(int lines) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html>\n<body>\n");
        for (int i = 4; i <= lines; i++) {
            page.append("  <div class=\"row\" id=\"r").append(i).append("\">Row</div>\n");
        }
        return page.toString();
    }

    /// Looks after every layout, so what is counted is on the screen with this pulse.
    private final class Drawn {
        private final int base;
        private final AtomicLongArray sent;
        private final double[] lags = new double[CHUNKS];
        private final List<Double> costs = new ArrayList<>();
        private final Runnable look = this::look;
        private volatile int last = -1;
        private long cpu;

        Drawn(int base, AtomicLongArray sent) {
            this.base = base;
            this.sent = sent;
        }

        void start() {
            cpu = THREADS.getCurrentThreadCpuTime();
            window.stage().getScene().addPostLayoutPulseListener(look);
        }

        void stop() {
            window.stage().getScene().removePostLayoutPulseListener(look);
        }

        private void look() {
            long now = System.nanoTime();
            int seen = Math.min(CHUNKS, (written() - base) / CHUNK_LENGTH) - 1;
            int fresh = seen - last;
            long spent = THREADS.getCurrentThreadCpuTime();
            for (int i = last + 1; i <= seen; i++) {
                lags[i] = (now - sent.get(i)) / 1e6;
                costs.add((spent - cpu) / 1e6 / fresh);
            }
            if (fresh > 0) {
                cpu = spent;
                last = seen;
            }
        }
    }

    @Test
    void tenMegabytesArriveWhole() throws Exception {
        String line = "  <!-- " + "text that nobody sees in the page ".repeat(6) + "-->\n";
        int lines = 10_000_000 / line.length();
        server.answer(reply -> {
            reply.text("```html index.html\n<!DOCTYPE html>\n<html>\n<body>\n");
            for (int i = 0; i < lines; i += 20) {
                reply.text(line.repeat(20));
            }
            reply.text("</html>\n```\n").finish("STOP", Usage.NONE);
        });
        List<Double> waits = new ArrayList<>();
        AnimationTimer pulse =
                new AnimationTimer() {
                    private long before;

                    @Override
                    public void handle(long now) {
                        if (before > 0) {
                            waits.add((System.nanoTime() - before) / 1e6);
                        }
                        before = System.nanoTime();
                    }
                };
        robot.interact(pulse::start);
        long begin = System.nanoTime();
        start();
        long[] most = new long[1];
        until(() -> {
            Runtime runtime = Runtime.getRuntime();
            most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory());
            return window.model().conversation().revisions().size() == 1;
        });
        robot.interact(pulse::stop);
        Bench.tell("10 MB reply, prompt to revision", "s", (System.nanoTime() - begin) / 1e9);
        Bench.tell("10 MB reply, time between two pulses", "ms", values(waits));
        System.gc();
        Bench.tell("10 MB reply, heap in use at most", "MB", most[0] / 1e6);
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void start() {
        Platform.runLater(() -> {
            window.model().prompt().textProperty().set("a page");
            window.model().prompt().generate();
        });
    }

    // The rows take what the document is told in the same task.
    private int written() {
        return window.model().code().documents().stream()
                .mapToInt(d -> d.text().lengthProperty().get())
                .sum();
    }

    // Asks seldom, so as not to be measured itself, and waits for long.
    private void until(java.util.function.BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + 180_000_000_000L;
        while (!WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within 3 minutes");
            }
            Thread.sleep(20);
        }
    }
}
