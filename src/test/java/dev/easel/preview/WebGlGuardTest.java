package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.guard.StoppedLoop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When pages are stopped that keep the window by WebGL.
class WebGlGuardTest {
    /// One turn of `work()` keeps the driver for some hundredth of a second, and the page hardly.
    private static final String WORK =
            """
            var gl = c.getContext('webgl2'), pixel = new Uint8Array(4);
            function shader(type, text) {
              var made = gl.createShader(type);
              gl.shaderSource(made, '#version 300 es\\nprecision highp float; ' + text);
              gl.compileShader(made);
              gl.attachShader(program, made);
            }
            var program = gl.createProgram();
            shader(gl.VERTEX_SHADER, 'void main() {'
              + ' gl_Position = vec4(gl_VertexID == 1 ? 3. : -1., gl_VertexID == 2 ? 3. : -1., 0, 1); }');
            shader(gl.FRAGMENT_SHADER, 'out vec4 o; void main() { float x = gl_FragCoord.x;'
              + ' for (int k = 0; k < 2000; k++) x = sin(x) * 1.1; o = vec4(x); }');
            gl.linkProgram(program);
            gl.useProgram(program);
            function work() {
              gl.drawArrays(gl.TRIANGLES, 0, 3);
              gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
            }
            work();
            """;

    @TempDir static Path storage;
    private static PageFixture page;

    @BeforeAll
    static void open() {
        page = new PageFixture(storage);
        FxThread.run(() -> page.preview.setTaskLimit(Duration.ofMillis(400)));
    }

    @AfterAll
    static void close() {
        page.close();
    }

    private static List<StoppedLoop> stopped() {
        return FxThread.call(() -> List.copyOf(page.preview.stoppedLoops()));
    }

    @Test
    void aPageThatWaitsForTheDriverIsNotStopped() {
        page.showCanvas(
                100,
                100,
                WORK
                        + "var end = Date.now() + 2000, done = false;"
                        + "while (Date.now() < end) { work(); } done = true;");
        assertThat(page.eval("done")).isEqualTo("true");
        assertThat(stopped()).isEmpty();
    }

    @Test
    void aPageThatCallsWebGlForEverIsStopped() {
        page.showCanvas(
                16,
                16,
                WORK + "while (true) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);");
        assertThat(stopped()).hasSize(1);
        assertThat(page.eval("gl.isContextLost()")).isEqualTo("false");
    }
}
