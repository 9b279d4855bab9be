package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.easel.preview.engine.PlayableMedia;
import dev.easel.preview.sandbox.PageSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Films in a real page. What plays depends on the machine: on Linux, on its libavcodec.
class FilmTest {
    @TempDir static Path storage;
    @TempDir static Path files;
    private static PageFixture page;

    @BeforeAll
    static void open() throws IOException {
        try (InputStream film =
                Objects.requireNonNull(FilmTest.class.getResourceAsStream("film.mp4"))) {
            Files.copy(film, files.resolve("film.mp4"));
        }
        page = new PageFixture(storage);
    }

    @AfterAll
    static void close() {
        page.close();
    }

    private static void show(String script) throws IOException {
        Files.writeString(
                files.resolve("index.html"),
                "<!doctype html><video id=v muted loop></video><canvas id=c width=8 height=8></canvas>"
                        + "<script>"
                        + script
                        + "</script>");
        page.show(PageSource.directory(files), "index.html");
    }

    /// Plays the film until it has moved; red is above green in it.
    private static void play() throws IOException {
        assumeThat(PlayableMedia.ofMachine().hasCodecs()).isTrue();
        show(
                "var runs = new Promise(function (done) {"
                        + "v.ontimeupdate = function () { if (v.currentTime > 0.1) done('runs'); }; });"
                        + "v.src = 'film.mp4'; v.play();");
        assertThat(page.eval("runs")).isEqualTo("\"runs\"");
    }

    @Test
    void aPageIsToldTheTruthAboutWhatPlays() throws IOException {
        show("");
        boolean plays = PlayableMedia.ofMachine().plays("video/mp4");
        assertThat(page.eval("v.canPlayType('video/mp4') !== ''")).isEqualTo("" + plays);
        assertThat(
                        page.eval(
                                "v.canPlayType('video/mp4; codecs=\"avc1.42E01E, mp4a.40.2\"') !== ''"))
                .isEqualTo("" + plays);
        assertThat(page.eval("v.canPlayType('video/mp4; codecs=\"vp09.00.10.08\"')"))
                .isEqualTo("\"\"");
        assertThat(page.eval("v.canPlayType('video/webm; codecs=vp8')")).isEqualTo("\"\"");
        assertThat(page.eval("v.canPlayType.name + v.canPlayType.length"))
                .isEqualTo("\"canPlayType1\"");
    }

    @Test
    void aFilmThatIsMissingIsAnErrorAtOnceAndKeepsNoPageFromLoading() throws IOException {
        show(
                "var failed = new Promise(function (done) {"
                        + "v.onerror = function () { done(v.error.code); }; }); v.src = 'none.mp4';");
        assertThat(page.eval("failed")).isEqualTo("4");
        // The player asks for the headers first, then for all of it.
        assertThat(page.requests().stream().filter(r -> r.url().endsWith("none.mp4"))).hasSize(2);
    }

    @Test
    void aFilmWithSoundPlaysAlsoWhereNothingTakesTheSound() throws IOException {
        play();
        assertThat(page.eval("v.videoWidth + 'x' + v.videoHeight")).isEqualTo("\"32x32\"");
        assertThat(page.eval("Math.round(v.duration)")).isEqualTo("3");
    }

    @Test
    void aFilmThatLoopsBeginsAgain() throws IOException {
        play();
        String turns =
                """
                new Promise(function (done) {
                  var last = 0;
                  v.ontimeupdate = function () {
                    if (last > 1 && v.currentTime > 0.1 && v.currentTime < 1) done('again');
                    last = Math.max(last, v.currentTime);
                  };
                })\
                """;
        assertThat(page.eval(turns)).isEqualTo("\"again\"");
    }

    @Test
    void aFilmIsDrawnIntoACanvas() throws IOException {
        play();
        String read =
                "var x = c.getContext('2d'); x.drawImage(v, 0, 0, 8, 8);"
                        + " var high = x.getImageData(4, 1, 1, 1).data, low = x.getImageData(4, 6, 1, 1).data;"
                        + " [high[0] > 240, high[1] < 15, low[0] < 15, low[1] > 240].join()";
        assertThat(page.eval(read)).isEqualTo("\"true,true,true,true\"");
    }

    @Test
    void aFilmBecomesATexture() throws IOException {
        play();
        String upload =
                """
                (function () {
                  var gl = c.getContext('webgl2'), t = gl.createTexture(), p = new Uint8Array(4 * 32 * 32);
                  gl.bindTexture(gl.TEXTURE_2D, t);
                  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, v);
                  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
                  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, t, 0);
                  gl.readPixels(0, 0, 32, 32, gl.RGBA, gl.UNSIGNED_BYTE, p);
                  var low = 4 * (32 * 28 + 16);
                  return [gl.getError(), p[64] > 240, p[65] < 15, p[low] < 15, p[low + 1] > 240].join();
                })()\
                """;
        assertThat(page.eval(upload)).isEqualTo("\"0,true,true,true,true\"");
    }
}
