package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.engine.LiveImages;
import dev.easel.preview.engine.PageArrays;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What WebGL sends and shows, by the ways through JavaFX's internals and by the public ones.
class WebGlRoutesTest {
    private static final String HEAD =
            "<!doctype html><body style='margin:0'><canvas id=c width=200 height=100></canvas><script>"
                    + "var c = document.getElementById('c'), gl;"
                    + "function make(attributes) { gl = c.getContext('webgl2', attributes); }"
                    + "function fill(r, g, b, a) { gl.clearColor(r, g, b, a); gl.clear(gl.COLOR_BUFFER_BIT); }"
                    + "function frames(f) { (function next(t) { f(t); requestAnimationFrame(next); })(0); }";

    @TempDir Path storage;
    private PageFixture page;

    @BeforeEach
    void open() {
        page = new PageFixture(storage);
    }

    @AfterEach
    void close() {
        page.close();
        System.clearProperty(LiveImages.SLOW);
    }

    private void show(boolean isSlow, String script) {
        System.setProperty(LiveImages.SLOW, Boolean.toString(isSlow));
        page.show("index.html", HEAD + script + "</script>");
    }

    private Color colorAt(int x, int y) {
        WritableImage image = page.preview.viewProperty().get().snapshot(null, null);
        return image.getPixelReader().getColor(x, y);
    }

    private void waitForColor(int x, int y, Color color) {
        page.waitFor(color + " at " + x + "," + y, () -> near(colorAt(x, y), color));
    }

    private static boolean near(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 0.02
                && Math.abs(a.getGreen() - b.getGreen()) < 0.02
                && Math.abs(a.getBlue() - b.getBlue()) < 0.02;
    }

    @Test
    void thisJavaFxHasTheFastWays() {
        FxThread.run(() -> {
            assertThat(LiveImages.install()).isTrue();
            assertThat(PageArrays.find()).isPresent();
        });
    }

    /// Where a graphics card draws, the second page has it.
    @Test
    void aPageThatWantsFastWebGlOrNoneGetsItOrIsToldWhyNot() {
        String script =
                "c.addEventListener('webglcontextcreationerror', function (e) { window.why = e.statusMessage; });"
                        + "make({ failIfMajorPerformanceCaveat: true });";
        show(true, script);

        assertThat(page.eval("[gl, why].join()")).contains("slowly: frames are copied");
        assertThat(page.eval("c.getContext('2d') !== null")).isEqualTo("true");

        show(false, script);

        assertThat(page.eval("gl !== null || why")).containsAnyOf("true", "slowly: the processor");
    }

    @ParameterizedTest(name = "slow: {0}")
    @ValueSource(booleans = {false, true})
    void framesAreSeenOneAfterAnother(boolean isSlow) {
        show(
                isSlow,
                "make(); var color = [1, 0, 0]; frames(function () { fill(color[0], color[1], color[2], 1); });");

        waitForColor(150, 50, Color.RED);
        page.eval("color = [0, 0, 1]");
        waitForColor(150, 50, Color.BLUE);
    }

    @ParameterizedTest(name = "slow: {0}")
    @ValueSource(booleans = {false, true})
    void theTopIsAtTheTopAndBlueIsBlue(boolean isSlow) {
        show(
                isSlow,
                "make(); frames(function () { fill(0, 0, 0, 1); gl.enable(gl.SCISSOR_TEST);"
                        + "gl.scissor(0, 50, 200, 50); fill(0, 0.2, 1, 1); gl.disable(gl.SCISSOR_TEST); });");

        waitForColor(20, 10, Color.color(0, 0.2, 1));
        waitForColor(20, 90, Color.BLACK);
    }

    @ParameterizedTest(name = "slow: {0}")
    @ValueSource(booleans = {false, true})
    void whatIsBehindShinesThrough(boolean isSlow) {
        show(
                isSlow,
                "document.body.style.background = '#00f'; make(); frames(function () { fill(0.5, 0, 0, 0.5); });");
        waitForColor(100, 50, Color.color(0.5, 0, 0.5));

        show(
                isSlow,
                "document.body.style.background = '#00f'; make({ premultipliedAlpha: false }); frames(function () { fill(1, 0, 0, 0.5); });");
        waitForColor(100, 50, Color.color(0.5, 0, 0.5));
    }

    @ParameterizedTest(name = "slow: {0}")
    @ValueSource(booleans = {false, true})
    void aCanvasOfAnotherSizeGoesOn(boolean isSlow) {
        show(isSlow, "make(); frames(function () { fill(0, 1, 0, 1); });");
        waitForColor(150, 50, Color.LIME);

        page.eval("c.width = 400; c.height = 300");

        waitForColor(390, 290, Color.LIME);
    }

    /// The image is drawn before the frame is there, and again when it is.
    @ParameterizedTest(name = "slow: {0}")
    @ValueSource(booleans = {false, true})
    void theOnlyFrameOfAPageIsSeenHoweverLongItTakes(boolean isSlow) {
        show(
                isSlow,
                """
                make();
                function shader(type, text) { var s = gl.createShader(type); gl.shaderSource(s, text); gl.compileShader(s); return s; }
                var program = gl.createProgram();
                gl.attachShader(program, shader(gl.VERTEX_SHADER, '#version 300 es\\nvoid main() { gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0, 1); }'));
                gl.attachShader(program, shader(gl.FRAGMENT_SHADER, '#version 300 es\\nprecision highp float; uniform float n; out vec4 color; void main() { float x = 0.0; for (float k = 0.0; k < n; k++) x += sin(k); color = vec4(1, x * 1e-9, 1, 1); }'));
                gl.linkProgram(program); gl.useProgram(program);
                gl.uniform1f(gl.getUniformLocation(program, 'n'), 1000);
                gl.drawArrays(gl.TRIANGLES, 0, 3); gl.getError();
                setTimeout(function () { gl.uniform1f(gl.getUniformLocation(program, 'n'), 20000); gl.drawArrays(gl.TRIANGLES, 0, 3); }, 300);
                """);

        waitForColor(100, 50, Color.MAGENTA);
        page.eval("gl.clearColor(0, 1, 1, 1), gl.clear(gl.COLOR_BUFFER_BIT)");
        waitForColor(100, 50, Color.CYAN);
    }

    @ParameterizedTest(name = "slow: {0}")
    @ValueSource(booleans = {false, true})
    void largeDataArriveWhole(boolean isSlow) {
        show(isSlow, "make();");

        // More than a message, than the place for pieces, and odd.
        assertThat(
                        page.eval(
                                """
                                [10, 65536, 65537, 1048576, 3000001].map(function (length) {
                                  var sent = new Uint8Array(length), got = new Uint8Array(length);
                                  for (var k = 0; k < length; k++) sent[k] = k * 7 + (k >> 8);
                                  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
                                  gl.bufferData(gl.ARRAY_BUFFER, sent, gl.STATIC_DRAW);
                                  gl.getBufferSubData(gl.ARRAY_BUFFER, 0, got);
                                  return got.every(function (b, k) { return b === sent[k]; });
                                }).join()\
                                """))
                .isEqualTo("\"true,true,true,true,true\"");
    }

    @ParameterizedTest(name = "slow: {0}")
    @ValueSource(booleans = {false, true})
    void manyAndLongCommandsArriveInTheirOrder(boolean isSlow) {
        show(isSlow, "make();");

        assertThat(
                        page.eval(
                                """
                                var text = '// ' + 'x'.repeat(3000000) + '\\n', s = gl.createShader(gl.VERTEX_SHADER);
                                gl.shaderSource(s, text);
                                for (var k = 0; k < 300000; k++) gl.scissor(0, 0, k, 1);
                                [gl.getParameter(gl.SCISSOR_BOX)[2], gl.getShaderSource(s) === text, gl.getError()].join()\
                                """))
                .isEqualTo("\"299999,true,0\"");
    }

    /// A page may send the messages of the script itself.
    @Test
    void messagesThatAPageMakesUpAreAnsweredWithNothing() {
        show(false, "make(); fill(1, 0, 0, 1);");

        assertThat(
                        page.eval(
                                """
                                var key = Symbol.for('easel-gl:memory'), odd = [
                                  [1, 2, 3], [new Int32Array(new ArrayBuffer(4096, { maxByteLength: 8192 })), {}, null],
                                  [new Float32Array(1024), new Date(1024), new DataView(new ArrayBuffer(4096))]
                                ];
                                var answers = odd.map(function (arrays) {
                                  Object.defineProperty(window, key, { value: arrays, configurable: true });
                                  return prompt('\\u0001easel-gl:m\\u0001\\0\\0\\u0400\\0\\u0400\\0\\u0400\\0');
                                });
                                ['m', 'i', 'c', 'C', 'q', 'Q', 'b', 'B', 'x', 'z', 'o'].forEach(function (kind) {
                                  for (var n = 0; n < 40; n++) {
                                    var text = '';
                                    for (var k = 0; k < n; k++) text += String.fromCharCode(n % 3 ? 65535 : k);
                                    prompt('\\u0001easel-gl:' + kind + '\\u0001' + text);
                                    prompt('\\u0001easel-gl:' + kind + '\\u7777' + text);
                                  }
                                });
                                answers.join()\
                                """))
                .isEqualTo("\",,\"");
        show(false, "make(); frames(function () { fill(1, 0, 0, 1); });");
        waitForColor(100, 50, Color.RED);
    }

    /// Its memory is freed then, and whoever reads it would read something else.
    @Test
    void memoryThatThePageGivesAwayIsNotRead() {
        show(
                false,
                """
                var taken = [], set = Uint8Array.prototype.set;
                Uint8Array.prototype.set = function () { if (taken.indexOf(this.buffer) < 0) taken.push(this.buffer); return set.apply(this, arguments); };
                make();
                gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
                gl.bufferData(gl.ARRAY_BUFFER, new Uint8Array(100000), gl.STATIC_DRAW);
                gl.bufferData(gl.ARRAY_BUFFER, new Uint8Array(10), gl.STATIC_DRAW);
                gl.getError();
                """);

        assertThat(
                        page.eval(
                                "window.postMessage(0, '*', taken); taken.length + ',' + taken.every(b => b.byteLength === 0)"))
                .isEqualTo("\"2,true\"");
        page.eval("try { fill(1, 0, 0, 1); gl.getError(); } catch (e) {}");
        show(false, "make(); frames(function () { fill(1, 0, 0, 1); });");
        waitForColor(100, 50, Color.RED);
    }
}
