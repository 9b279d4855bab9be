package dev.easel.preview;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.easel.bench.Bench;
import dev.easel.preview.sandbox.PageSource;
import dev.easel.preview.webgl.WebGlPrompts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.web.WebEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// WebGL in the preview against headless Chromium, the same pages in turn.
class WebGlBench {
    private static final Path PAGES = Path.of("src/test/resources/dev/easel/preview/webgl-bench");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = Integer.getInteger("webgl.rounds", 3);

    @TempDir Path storage;
    @TempDir Path swiftShader;
    @TempDir Path sameDriver;

    @Test
    void framesASecondAgainstChromium() throws Exception {
        for (String page : new String[] {"meshes", "points", "instances", "shader"}) {
            compare(page, "frames/s", false);
        }
    }

    @Test
    void aCallAgainstChromium() throws Exception {
        compare("calls", "ms", true);
    }

    /// @param lessIsBetter says which way the ratio goes: above 1 Easel is better
    private void compare(String page, String unit, boolean lessIsBetter) throws Exception {
        assumeTrue(Chromium.isThere(), "There is no Chromium on this machine");
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double[] same = new double[ROUNDS];
        try (PageFixture fixture = new PageFixture(storage);
                Chromium soft =
                        new Chromium(
                                PAGES, swiftShader, "--use-gl=angle", "--use-angle=swiftshader");
                Chromium mesa =
                        new Chromium(PAGES, sameDriver, "--use-gl=angle", "--use-angle=gl-egl")) {
            fixture.resize(1280, 720);
            for (int k = 0; k < ROUNDS; k++) {
                ours[k] = easel(fixture, page + ".html");
                theirs[k] = Double.parseDouble(soft.run(page + ".html"));
                same[k] = Double.parseDouble(mesa.run(page + ".html"));
            }
        }
        Bench.tell(page + ", Easel", unit, ours);
        Bench.tell(page + ", Chromium with SwiftShader", unit, theirs);
        Bench.tell(page + ", Chromium with Mesa", unit, same);
        Bench.tell(page + ", ratio to SwiftShader", "x", ratio(ours, theirs, lessIsBetter));
        Bench.tell(page + ", ratio to Mesa", "x", ratio(ours, same, lessIsBetter));
    }

    private static double[] ratio(double[] ours, double[] theirs, boolean lessIsBetter) {
        double[] ratios = new double[ours.length];
        for (int k = 0; k < ours.length; k++) {
            ratios[k] = lessIsBetter ? theirs[k] / ours[k] : ours[k] / theirs[k];
        }
        return ratios;
    }

    private static double easel(PageFixture fixture, String page) throws Exception {
        fixture.show(PageSource.directory(PAGES), page);
        return Double.parseDouble(
                fixture.eval(
                        "new Promise(r => (function look() { window.result ? r(+result) : setTimeout(look, 100) })())"));
    }

    /// All that a frame costs the UI thread beside the page's own script.
    @Test
    void theHandingOverOfAFrame() {
        try (PageFixture fixture = new PageFixture(storage)) {
            fixture.resize(1280, 720);
            fixture.show(
                    "index.html",
                    "<!doctype html><body style='margin:0'><canvas id=c width=1280 height=720></canvas><script>"
                            + "var gl = c.getContext('webgl2'); (function frame(t) { gl.clearColor(t % 1000 / 1000, 0, 0, 1); gl.clear(gl.COLOR_BUFFER_BIT); requestAnimationFrame(frame); })(0);"
                            + "</script>");
            fixture.waitFor(
                    "some frames",
                    () -> fixture.preview.stateProperty().get() == Preview.State.SHOWN);
            List<Double> worked = new ArrayList<>();
            Bench.millis(
                    "a frame at 1280x720, on the UI thread",
                    100,
                    500,
                    () -> {
                        double taken = FxThread.call(() -> frame(fixture, worked));
                        Thread.sleep(17);
                        return taken;
                    });
            // The rest of the time the thread waits while the software rasterizer has the
            // processor.
            Bench.tell(
                    "a frame at 1280x720, work of the UI thread",
                    "ms",
                    worked.subList(100, 600).stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private static double frame(PageFixture fixture, List<Double> worked) {
        WebEngine engine = fixture.preview.viewProperty().get().getEngine();
        long begin = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        engine.executeScript(WebGlPrompts.FRAME);
        worked.add((THREADS.getCurrentThreadCpuTime() - cpu) / 1e6);
        return (System.nanoTime() - begin) / 1e6;
    }
}
