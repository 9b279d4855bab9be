package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.library.Library;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.PreviewNetwork;
import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageRendererTest {
    private static PageRenderer renderer;
    @TempDir Path dir;

    /// Not closed: that would end the toolkit for the other tests of this JVM.
    @BeforeAll
    static void start() throws RenderException {
        renderer = PageRenderer.start(new PreviewNetwork(new Library()));
    }

    private RenderRequest page(String html) throws Exception {
        Path file = dir.resolve("a page.html");
        Files.writeString(file, html);
        return RenderRequest.of(file).withDelay(Duration.ofMillis(100));
    }

    @Test
    void theReportHasExactlyTheFieldsOfTheDesign() throws Exception {
        Files.writeString(dir.resolve("a.js"), "console.warn('w' + 1)");
        RenderReport report =
                renderer.render(
                        page("<!doctype html>\n<title>T</title><script src=a.js></script>"
                                        + "<script>\n(function f(){requestAnimationFrame(f)})();nope()</script>")
                                .withExpressions(List.of("({a: document.title})"))
                                .withScreenshot(dir.resolve("out/shot.png"))
                                .withSize(320, 200));

        assertThat(report.toJson().fieldNames())
                .toIterable()
                .containsExactly(
                        "title",
                        "console",
                        "errors",
                        "network",
                        "frames",
                        "fps",
                        "timings",
                        "guard",
                        "eval",
                        "screenshot");
        assertThat(report.toJson().at("/title").asText()).isEqualTo("T");
        assertThat(report.toJson().at("/console/0").toString())
                .isEqualTo(
                        "{\"level\":\"warn\",\"text\":\"w1\",\"file\":\"a.js\",\"line\":1,"
                                + "\"column\":13,\"stack\":\"global code@a.js:1:13\"}");
        assertThat(report.toJson().at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(report.toJson().at("/errors")).hasSize(1);
        assertThat(report.toJson().at("/network/1/outcome").asText()).isEqualTo("project");
        assertThat(report.toJson().at("/network/1/bytes").asInt()).isEqualTo(21);
        assertThat(report.toJson().at("/frames").asInt()).isPositive();
        assertThat(report.toJson().at("/fps").asDouble()).isPositive();
        assertThat(report.toJson().at("/timings").fieldNames())
                .toIterable()
                .containsExactly("load", "domReady", "firstFrame");
        assertThat(report.toJson().at("/eval/a").asText()).isEqualTo("T");
        assertThat(report.toJson().at("/screenshot").asText()).endsWith("shot.png");
    }

    @Test
    void theScreenshotHasTheSizeAndTheColoursOfThePage() throws Exception {
        Path png = dir.resolve("shot.png");
        renderer.render(
                page("<!doctype html><body style='background:rgb(10,20,30)'>")
                        .withScreenshot(png)
                        .withSize(321, 123));

        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(321);
        assertThat(image.getHeight()).isEqualTo(123);
        assertThat(image.getRGB(160, 60)).isEqualTo(0xFF0A141E);
    }

    @Test
    void whatWasNotAskedForIsLeftOut() throws Exception {
        assertThat(renderer.render(page("<!doctype html>")).toJson().fieldNames())
                .toIterable()
                .doesNotContain("eval", "screenshot", "webgl");
    }

    @Test
    void aPageWithWebGlSaysWhatItRunsOn() throws Exception {
        RenderReport report =
                renderer.render(
                        page(
                                "<!doctype html><canvas id=c></canvas><script>"
                                        + "var gl = c.getContext('webgl'); gl.clear(gl.COLOR_BUFFER_BIT);</script>"));

        assertThat(report.toJson().at("/webgl/driver").asText()).isIn("ANGLE", "Mesa");
        assertThat(report.toJson().at("/webgl/renderer").asText()).isNotEmpty();
        assertThat(report.toJson().at("/webgl/version").asText()).startsWith("OpenGL ES");
        assertThat(report.toJson().at("/webgl/contexts").asInt()).isEqualTo(1);
        assertThat(report.toJson().at("/webgl/frames").asInt()).isPositive();
    }

    @Test
    void severalExpressionsGiveAListAndAFailedOneIsAnError() throws Exception {
        RenderReport report =
                renderer.render(
                        page("<!doctype html>")
                                .withExpressions(List.of("1", "nothing", "Promise.resolve('x')")));

        assertThat(report.toJson().at("/eval").toString()).isEqualTo("[1,null,\"x\"]");
        assertThat(report.errors())
                .extracting(ConsoleEntry::text)
                .containsExactly(
                        "The expression failed: nothing\n"
                                + "ReferenceError: Can't find variable: nothing");
    }

    @Test
    void theViewportHasTheSizeThatWasAskedFor() throws Exception {
        RenderReport report =
                renderer.render(
                        page("<!doctype html>")
                                .withSize(640, 480)
                                .withExpressions(List.of("[innerWidth, innerHeight]")));

        assertThat(report.toJson().at("/eval").toString()).isEqualTo("[640,480]");
    }

    @Test
    void anArtifactIsRendered() throws Exception {
        RenderReport report =
                renderer.render(
                        RenderRequest.of(
                                new Artifact(
                                        List.of(
                                                new ProjectFile(
                                                        "a.svg",
                                                        "<svg xmlns='http://www.w3.org/2000/svg'>"
                                                                + "<title>S</title></svg>")))));

        assertThat(report.title()).isEqualTo("S");
    }

    @Test
    void nothingToRenderIsSaidInPlainWords() {
        assertThatThrownBy(() -> RenderRequest.of(dir.resolve("none.html")))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("There is no file or directory");
        assertThatThrownBy(() -> RenderRequest.of(dir))
                .hasMessageStartingWith("No .html or .svg file is in");
        assertThatThrownBy(() -> RenderRequest.of(Artifact.EMPTY))
                .hasMessage("The project has no .html or .svg file to show");
    }

    @Test
    void anExpressionThatNeverAnswersIsATimeout() throws Exception {
        RenderRequest request =
                page("<!doctype html>")
                        .withExpressions(List.of("new Promise(() => {})"))
                        .withTimeout(Duration.ofSeconds(2));

        assertThatThrownBy(() -> renderer.render(request))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("did not answer within 2.0 s");
    }

    @Test
    void aScreenshotThatCannotBeWrittenIsSaid() throws Exception {
        Path file = Files.writeString(dir.resolve("plain"), "");
        RenderRequest request = page("<!doctype html>").withScreenshot(file.resolve("x.png"));

        assertThatThrownBy(() -> renderer.render(request))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("The screenshot cannot be written to");
    }

    @Test
    void anEmptyFileIsAnEmptyPage() throws Exception {
        RenderReport report = renderer.render(page(""));

        assertThat(report.title()).isEmpty();
        assertThat(report.errors()).isEmpty();
    }

    @Test
    void aPageMayBeLargerThanTheHeadlessScreen() throws Exception {
        RenderReport report =
                renderer.render(
                        page("<!doctype html><body style='margin:0;background:#0a0'>")
                                .withSize(1200, 1100)
                                .withExpressions(List.of("innerWidth + 'x' + innerHeight"))
                                .withScreenshot(dir.resolve("large.png")));

        assertThat(report.toJson().at("/eval").asText()).isEqualTo("1200x1100");
        BufferedImage picture = ImageIO.read(dir.resolve("large.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getRGB(1199, 1099)).isEqualTo(0xff00aa00);
    }
}
