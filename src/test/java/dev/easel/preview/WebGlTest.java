package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// WebGL in a real page, on the driver of this machine.
class WebGlTest {
    @TempDir static Path storage;
    private static PageFixture page;

    @BeforeAll
    static void open() {
        page = new PageFixture(storage);
    }

    @AfterAll
    static void close() {
        page.close();
    }

    private static void show(String script) {
        page.showCanvas(200, 100, script);
    }

    private static String eval(String javaScript) {
        return page.eval(javaScript);
    }

    @Test
    void bothVersionsAreThereAndSayWhatTheyAre() {
        show(
                "var one = c.getContext('webgl'), two = document.createElement('canvas').getContext('webgl2');");

        assertThat(eval("one.getParameter(one.VERSION)")).startsWith("\"WebGL 1.0");
        assertThat(eval("two.getParameter(two.VERSION)")).startsWith("\"WebGL 2.0");
        assertThat(
                        eval(
                                "one instanceof WebGLRenderingContext && two instanceof WebGL2RenderingContext"))
                .isEqualTo("true");
    }

    @Test
    void aCanvasHasOneKindOfContext() {
        show(
                "var gl = c.getContext('webgl'); var d = document.createElement('canvas'); d.getContext('2d');");

        assertThat(eval("c.getContext('webgl') === gl")).isEqualTo("true");
        assertThat(
                        eval(
                                "[c.getContext('webgl2'), c.getContext('2d'), d.getContext('webgl')].join()"))
                .isEqualTo("\",,\"");
    }

    @Test
    void whatIsDrawnIsOnTheScreen() {
        show(
                "var gl = c.getContext('webgl'); requestAnimationFrame(function () {"
                        + "gl.enable(gl.SCISSOR_TEST); gl.scissor(0, 0, 200, 50); gl.clearColor(0, 0.5, 1, 1);"
                        + "gl.clear(gl.COLOR_BUFFER_BIT); window.drawn = true; });");

        page.waitFor("the frame is there", () -> colorAt(10, 90).equals(Color.rgb(0, 128, 255)));
        assertThat(FxThread.call(() -> colorAt(10, 10))).isEqualTo(Color.WHITE);
    }

    private static Color colorAt(int x, int y) {
        WritableImage image = page.preview.viewProperty().get().snapshot(null, null);
        return image.getPixelReader().getColor(x, y);
    }

    @Test
    void errorsAreThoseOfTheSpecification() {
        show("var gl = c.getContext('webgl2');");

        assertThat(eval("gl.enable(1); [gl.getError(), gl.getError()].join()"))
                .isEqualTo("\"1280,0\"");
        assertThat(eval("gl.drawArrays(gl.TRIANGLES, 0, 3); gl.getError()")).isEqualTo("1282");
        assertThat(eval("gl.bufferData(gl.ARRAY_BUFFER, -1, gl.STATIC_DRAW); gl.getError()"))
                .isEqualTo("1281");
    }

    @Test
    void aDrawPastTheEndOfItsBufferIsRefused() {
        show(
                "var gl = c.getContext('webgl');"
                        + "function shader(type, text) { var s = gl.createShader(type); gl.shaderSource(s, text); gl.compileShader(s); return s; }"
                        + "var p = gl.createProgram(); gl.bindAttribLocation(p, 0, 'a');"
                        + "gl.attachShader(p, shader(gl.VERTEX_SHADER, 'attribute vec4 a; void main() { gl_Position = a; }'));"
                        + "gl.attachShader(p, shader(gl.FRAGMENT_SHADER, 'void main() { gl_FragColor = vec4(1); }'));"
                        + "gl.linkProgram(p); gl.useProgram(p);"
                        + "gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());"
                        + "gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(12), gl.STATIC_DRAW);"
                        + "gl.enableVertexAttribArray(0); gl.vertexAttribPointer(0, 4, gl.FLOAT, false, 0, 0);");

        assertThat(eval("gl.drawArrays(gl.TRIANGLES, 0, 3); gl.getError()")).isEqualTo("0");
        assertThat(eval("gl.drawArrays(gl.TRIANGLES, 0, 1e9); gl.getError()")).isEqualTo("1282");
    }

    @Test
    void aLostContextComesBackWhenThePageWantsIt() {
        show(
                "var gl = c.getContext('webgl'), events = [];"
                        + "c.addEventListener('webglcontextlost', function (e) { events.push('lost'); e.preventDefault(); });"
                        + "c.addEventListener('webglcontextrestored', function () { events.push('restored'); });"
                        + "var lose = gl.getExtension('WEBGL_lose_context'); lose.loseContext();"
                        + "setTimeout(function () { lose.restoreContext(); }, 20);");

        assertThat(
                        eval(
                                "new Promise(r => (function f() { events.length == 2 ? r(events.join()) : setTimeout(f, 5) })())"))
                .isEqualTo("\"lost,restored\"");
        assertThat(eval("gl.isContextLost() + ' ' + gl.getError()")).isEqualTo("\"false 0\"");
    }

    @Test
    void aPageThatMakesManyContextsLosesTheOldest() {
        show(
                "var all = []; for (var k = 0; k < 17; k++)"
                        + " all.push(document.createElement('canvas').getContext('webgl'));");

        assertThat(
                        eval(
                                "all.map(function (gl) { return gl.isContextLost() ? 'lost' : 'there'; }).slice(0, 3).join()"))
                .isEqualTo("\"lost,there,there\"");
        page.waitFor("sixteen are left", () -> PageWebGl.info().contexts() == 16);
    }

    @Test
    void anotherPageFreesTheContextsOfTheOneBefore() {
        show(
                "for (var k = 0; k < 4; k++) document.createElement('canvas').getContext('webgl').clear(0);");
        show("c.getContext('webgl').clear(0);");
        eval("c.getContext('webgl').getError()");

        page.waitFor("one context is left", () -> PageWebGl.info().contexts() == 1);
    }
}
