package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures that become textures, and canvases and textures that are read, in a real page.
class WebGlTexturesTest {
    /// Makes the texture's first pixels readable: `read(x, y)` is one as text.
    private static final String READING =
            """
            function attach() {
              gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
              gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, t, 0);
            }
            function read(x, y) {
              var pixel = new Uint8Array(4);
              gl.readPixels(x, y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
              return pixel.join();
            }
            var gl = c.getContext('webgl2'), t = gl.createTexture();
            gl.bindTexture(gl.TEXTURE_2D, t);
            """;

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
    void aPartOfACanvasIsUploadedFromItsLowerEdgeWhenItIsTurnedRound() {
        // Rows of the source, from above: red, green, blue, white; the second column is darker.
        show(
                READING
                        + """
                        var d = document.createElement('canvas').getContext('2d');
                        ['#f00', '#0f0', '#00f', '#fff'].forEach(function (colour, y) {
                          d.fillStyle = colour;
                          d.fillRect(0, y, 2, 1);
                        });
                        d.fillStyle = 'rgba(0,0,0,0.6)';
                        d.fillRect(1, 0, 1, 4);
                        gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, true);
                        gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 1);
                        gl.pixelStorei(gl.UNPACK_SKIP_ROWS, d.canvas.height - 3);
                        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, 1, 2, 0, gl.RGBA, gl.UNSIGNED_BYTE, d.canvas);
                        attach();
                        """);

        assertThat(eval("[read(0, 0), read(0, 1), gl.getError()].join(' ')"))
                .isEqualTo("\"0,0,102,255 0,102,0,255 0\"");
    }

    @Test
    void aBitmapKeepsTheColoursOfTransparentPixelsWhenItIsNotMultiplied() {
        show(
                READING
                        + """
                        var pixels = new ImageData(new Uint8ClampedArray([10, 20, 30, 0, 200, 100, 50, 128]), 1, 2);
                        window.made = createImageBitmap(pixels, { premultiplyAlpha: 'none', imageOrientation: 'flipY' })
                          .then(function (bitmap) {
                            gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
                            attach();
                          });
                        """);

        assertThat(eval("made.then(() => read(0, 0) + ' ' + read(0, 1))"))
                .isEqualTo("\"200,100,50,128 10,20,30,0\"");
    }

    @Test
    void aBitmapIsMadeOfABlobAndMultipliedUnlessThePageSaysOtherwise() {
        show(
                READING
                        + """
                        var d = document.createElement('canvas').getContext('2d');
                        d.fillStyle = 'rgba(255,0,0,0.502)';
                        d.fillRect(0, 0, 300, 150);
                        window.made = new Promise(function (done) { d.canvas.toBlob(done); })
                          .then(function (blob) { return createImageBitmap(blob); })
                          .then(function (bitmap) {
                            gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
                            attach();
                          });
                        """);

        assertThat(eval("made.then(() => read(9, 9))")).isEqualTo("\"128,0,0,128\"");
        assertThat(
                        eval(
                                "createImageBitmap(new Blob(['no picture'])).then(() => '', e => e.name + ': ' + e.message)"))
                .startsWith("\"InvalidStateError: The blob holds no picture");
    }

    @Test
    void aWebGlCanvasBecomesATextureNotMultipliedByAlpha() {
        show(
                READING
                        + """
                        var other = document.createElement('canvas').getContext('webgl');
                        other.clearColor(0.5, 0.25, 0, 0.5);
                        other.clear(other.COLOR_BUFFER_BIT);
                        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, other.canvas);
                        attach();
                        """);

        assertThat(eval("read(299, 149)")).isEqualTo("\"255,128,0,128\"");
    }

    @Test
    void twoDrawingsOfACanvasInOneTaskShowTwoPictures() {
        show(
                """
                var gl = c.getContext('webgl');
                function drawn(r, g) {
                  gl.clearColor(r, g, 0, 1);
                  gl.clear(gl.COLOR_BUFFER_BIT);
                  var d = document.createElement('canvas').getContext('2d');
                  d.drawImage(c, 0, 0);
                  return d;
                }
                var first = drawn(1, 0), second = drawn(0, 1);
                function colour(d) { return d.getImageData(5, 5, 1, 1).data.join(); }
                """);

        assertThat(eval("colour(first) + ' ' + colour(second)"))
                .isEqualTo("\"255,0,0,255 0,255,0,255\"");
    }

    @Test
    void aCanvasThatIsReadAfterItWasShownGivesAnEmptyBufferAndGoesOnShowing() {
        show(
                """
                var gl = c.getContext('webgl');
                gl.clearColor(0, 0.5, 1, 1);
                gl.clear(gl.COLOR_BUFFER_BIT);
                function read() {
                  var d = document.createElement('canvas').getContext('2d');
                  d.drawImage(c, 0, 0);
                  return d.getImageData(5, 5, 1, 1).data.join();
                }
                """);
        page.waitFor("the frame is there", () -> colorAt(10, 10).equals(Color.rgb(0, 128, 255)));

        assertThat(eval("read()")).isEqualTo("\"0,0,0,0\"");

        eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        page.waitFor("it is seen again", () -> colorAt(10, 10).equals(Color.rgb(0, 128, 255)));
    }

    @Test
    void settingTheSizeThatACanvasHasKeepsItsPicture() {
        show(
                "var gl = c.getContext('webgl', { preserveDrawingBuffer: true });"
                        + "gl.clearColor(1, 0, 0, 1); gl.clear(gl.COLOR_BUFFER_BIT); c.width = 200;"
                        + "var pixel = new Uint8Array(4); gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);");

        assertThat(eval("pixel.join()")).isEqualTo("\"255,0,0,255\"");
    }

    @Test
    void aBufferWithDepthAndStencilCanBeDrawnIntoInBothVersions() {
        show(
                """
                function status(name) {
                  var gl = document.createElement('canvas').getContext(name, { depth: true, stencil: true });
                  gl.clear(gl.COLOR_BUFFER_BIT);
                  return gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE && gl.getError() === 0;
                }
                """);

        assertThat(eval("status('webgl') + ' ' + status('webgl2')")).isEqualTo("\"true true\"");
    }

    @Test
    void pixelsOfOneByteAreReadWhereverTheyAreWanted() {
        show(
                READING
                        + """
                        gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
                        gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, 3, 2, 0, gl.RED, gl.UNSIGNED_BYTE, new Uint8Array([1, 2, 3, 4, 5, 6]));
                        attach();
                        function list(x, y, width, height) {
                          var pixels = new Uint8Array(12).fill(9);
                          gl.readPixels(x, y, width, height, gl.RED, gl.UNSIGNED_BYTE, pixels);
                          return pixels.join('');
                        }
                        gl.pixelStorei(gl.PACK_ALIGNMENT, 1);
                        """);

        assertThat(eval("list(0, 0, 3, 2)")).isEqualTo("\"123456999999\"");
        assertThat(eval("list(-1, 1, 3, 2)")).isEqualTo("\"945999999999\"");
        assertThat(eval("list(-9, 0, 3, 2)")).isEqualTo("\"999999999999\"");
        assertThat(eval("gl.pixelStorei(gl.PACK_ROW_LENGTH, 4); list(0, 0, 3, 2)"))
                .isEqualTo("\"123945699999\"");
    }

    @Test
    void whatNoPictureCanBecomeIsAnErrorAndABrokenImageToo() {
        show(READING);

        assertThat(
                        eval(
                                "gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB10_A2UI, gl.RGBA_INTEGER, gl.UNSIGNED_INT_2_10_10_10_REV, c); gl.getError()"))
                .isEqualTo("1280");
        assertThat(
                        eval(
                                "gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, new Image()); gl.getError()"))
                .isEqualTo("1281");
        assertThat(
                        eval(
                                "try { gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, {}) } catch (e) { e.name }"))
                .isEqualTo("\"TypeError\"");
    }

    private static Color colorAt(int x, int y) {
        WritableImage image = page.preview.viewProperty().get().snapshot(null, null);
        return image.getPixelReader().getColor(x, y);
    }
}
