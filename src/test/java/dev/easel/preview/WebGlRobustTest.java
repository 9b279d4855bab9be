package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages that want too much.
class WebGlRobustTest {
    private static final String CONTEXT =
            "<!doctype html><canvas id=c width=64 height=64></canvas><script>"
                    + "var c = document.getElementById('c'), gl = c.getContext('webgl2');</script>";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gl.bufferData(gl.ARRAY_BUFFER, 3e9, gl.STATIC_DRAW) | 1285",
                "gl.bufferData(gl.ARRAY_BUFFER, 1e15, gl.STATIC_DRAW) | 1285",
                "gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1e5, 1e5, 0, gl.RGBA, gl.UNSIGNED_BYTE, null) | 1281",
                "gl.texStorage3D(gl.TEXTURE_3D, 1, gl.RGBA32F, 2048, 2048, 2048) | 1285",
                "gl.renderbufferStorage(gl.RENDERBUFFER, gl.RGBA8, 1e9, 1e9) | 1281",
                "gl.renderbufferStorageMultisample(gl.RENDERBUFFER, 4, gl.RGBA32F, 8192, 8192) | 1285",
                "gl.drawArraysInstanced(gl.TRIANGLES, 0, 2147483647, 2147483647) | 1282"
            })
    void absurdSizesAreErrors(String call, int error) {
        page.show("index.html", CONTEXT);
        page.eval(
                "gl.getExtension('EXT_color_buffer_float'); gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());"
                        + "gl.bindTexture(gl.TEXTURE_2D, gl.createTexture()); gl.bindTexture(gl.TEXTURE_3D, gl.createTexture());"
                        + "gl.bindRenderbuffer(gl.RENDERBUFFER, gl.createRenderbuffer()); gl.getError()");

        assertThat(page.eval(call + "; gl.getError()")).isEqualTo(String.valueOf(error));
        assertThat(page.eval("gl.isContextLost()")).isEqualTo("false");
    }

    @Test
    void texturesBeyondThePagesMemoryAreRefusedUntilOthersAreGone() {
        page.show("index.html", CONTEXT);

        assertThat(
                        page.eval(
                                """
                                var all = [];
                                function add() {
                                  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
                                  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, 4096, 4096);
                                  all.push(gl.getParameter(gl.TEXTURE_BINDING_2D));
                                  return gl.getError();
                                }
                                var made = 0;
                                while (made < 100 && add() === 0) made++;
                                all.forEach(function (t) { gl.deleteTexture(t); });
                                [made > 0 && made < 20, add()].join()\
                                """))
                .isEqualTo("\"true,0\"");
    }

    @Test
    void aCanvasThatIsTooWideGetsASmallerBuffer() {
        page.show("index.html", CONTEXT);

        assertThat(
                        page.eval(
                                "c.width = 1e9; c.height = 1e9; var small = gl.drawingBufferWidth * gl.drawingBufferHeight;"
                                        + "[small > 0 && small <= 1 << 24, gl.isContextLost()].join()"))
                .isEqualTo("\"true,false\"");
    }

    @Test
    void aShaderThatIsFarTooLongDoesNotCompileAndSaysWhy() {
        page.show("index.html", CONTEXT);

        assertThat(
                        page.eval(
                                """
                                var s = gl.createShader(gl.VERTEX_SHADER);
                                gl.shaderSource(s, '//' + 'x'.repeat(100e6));
                                gl.compileShader(s);
                                gl.getShaderParameter(s, gl.COMPILE_STATUS) + gl.getShaderInfoLog(s)\
                                """))
                .contains("false")
                .contains("longer than");
    }

    @Test
    void argumentsWhoseConversionThrowsOrCallsWebGlDoNoHarm() {
        page.show("index.html", CONTEXT);

        assertThat(
                        page.eval(
                                """
                                function attempt(call) { try { call(); } catch (e) {} }
                                var bad = { valueOf: function () { throw new Error('no'); } };
                                var busy = { valueOf: function () { gl.clearColor(0, 0, 1, 1); gl.getError(); return gl.ARRAY_BUFFER; } };
                                attempt(function () { gl.bufferData(bad, 4, gl.STATIC_DRAW); });
                                attempt(function () { gl.uniform4fv({}, [bad]); });
                                attempt(function () { gl.bindBuffer(Symbol(), null); });
                                gl.bindBuffer(busy, gl.createBuffer());
                                gl.bufferData(busy, 4, gl.STATIC_DRAW);
                                gl.viewport(busy, 0, 1, 1);
                                gl.clearColor(0, 1, 0, 1);
                                gl.clear(gl.COLOR_BUFFER_BIT);
                                var pixel = new Uint8Array(4);
                                gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
                                [pixel.join(), gl.getError(), gl.isContextLost()].join(' ')\
                                """))
                .isEqualTo("\"0,255,0,255 0 false\"");
    }

    @Test
    void theOldestContextIsLostBeyondSixteen() {
        page.show("index.html", CONTEXT);

        assertThat(
                        page.eval(
                                """
                                var lost = [];
                                c.addEventListener('webglcontextlost', function () { lost.push('first'); });
                                var others = [];
                                for (var k = 0; k < 16; k++) others.push(document.createElement('canvas').getContext('webgl'));
                                new Promise(function (r) { setTimeout(r, 0); }).then(function () {
                                  return [gl.isContextLost(), lost.join(), others.some(function (o) { return o.isContextLost(); })].join();
                                })\
                                """))
                .isEqualTo("\"true,first,false\"");
        assertThat(page.console())
                .anySatisfy(line -> assertThat(line.text()).contains("16 contexts"));
    }

    @Test
    void contextsOfARemovedFrameAreFreed() {
        page.show(
                "index.html",
                CONTEXT + "<iframe id=f src=frame.html></iframe>",
                "frame.html",
                "<!doctype html><script>var a = document.createElement('canvas').getContext('webgl'); a.finish();</script>");
        page.eval("gl.finish(), 1");
        page.waitFor("both are there", () -> PageWebGl.info().contexts() == 2);

        page.eval("document.getElementById('f').remove(), 1");

        page.waitFor("one is left", () -> PageWebGl.info().contexts() == 1);
    }

    @Test
    void aCanvasThatIsGarbageFreesItsContext() {
        page.show(
                "index.html",
                CONTEXT
                        + "<script>(function () { for (var k = 0; k < 8; k++)"
                        + " document.createElement('canvas').getContext('webgl').finish(); })(); gl.finish();</script>");
        page.waitFor("all are there", () -> PageWebGl.info().contexts() == 9);

        // WebKit collects when it pleases, and what its stack still seems to name stays: so it is
        // given more to collect for as long as it takes.
        page.waitFor(
                "some are gone",
                () -> {
                    page.evalNow(
                            "window.w = []; for (var k = 0; k < 30000; k++) w.push({ k: [k] });"
                                    + "w = new Uint8Array(5e6); 1");
                    return PageWebGl.info().contexts() < 9;
                });
    }
}
