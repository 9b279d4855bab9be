package dev.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.library.cache.Kept;
import dev.easel.settings.DataDirectories;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands as processes of their own: what they print, and their exit status.
class CommandLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path home;

    @Test
    void renderTellsWhatAPageDid() throws Exception {
        Path page = home.resolve("page.html");
        Files.writeString(
                page,
                "<!DOCTYPE html><title>Hi</title><script>console.log('hello', 1)</script>"
                        + "<img src='https://example.com/a.png'>");
        Path picture = home.resolve("x.png");
        EaselProcess easel =
                easel(
                        "render",
                        page.toString(),
                        "--size",
                        "300x200",
                        "--wait",
                        "100",
                        "--screenshot",
                        picture.toString(),
                        "--eval",
                        "document.title",
                        "--json");
        // The picture that the page may not load is an error of the page.
        assertThat(easel.await()).isEqualTo(1);
        JsonNode json = JSON.readTree(easel.out());
        assertThat(json.path("title").asText()).isEqualTo("Hi");
        assertThat(json.path("eval").asText()).isEqualTo("Hi");
        assertThat(json.path("console").path(0).path("text").asText()).isEqualTo("hello 1");
        assertThat(json.path("network").toString())
                .contains("https://example.com/a.png")
                .contains("denied");
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(300);
    }

    @Test
    void renderUsesWhatWasFetchedBeforeAndFetchesNothingItself() throws Exception {
        Kept.file(
                DataDirectories.of(Map.of("EASEL_HOME", home.toString())).fetchedFiles(),
                "https://files.example/kept.js",
                "text/javascript",
                "document.title = 'kept'");
        Path page = home.resolve("page.html");
        Files.writeString(
                page,
                "<!DOCTYPE html><script src='https://files.example/kept.js'></script>"
                        + "<script src='https://files.example/other.js'></script>");
        EaselProcess easel = easel("render", page.toString(), "--wait", "50", "--json");
        assertThat(easel.await()).isEqualTo(1);
        JsonNode json = JSON.readTree(easel.out());
        assertThat(json.path("title").asText()).isEqualTo("kept");
        assertThat(json.path("network").findValuesAsText("outcome"))
                .containsExactlyInAnyOrder("project", "cached", "denied");
        assertThat(json.path("network").findValuesAsText("bytes")).contains("23");
    }

    @Test
    void renderThatMayFetchStaysOffThisComputersOwnNetwork() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Path page = home.resolve("page.html");
            Files.writeString(
                    page,
                    "<!DOCTYPE html><script src='https://127.0.0.1:"
                            + server.getLocalPort()
                            + "/x.js'></script>");
            EaselProcess easel =
                    easel("render", page.toString(), "--wait", "50", "--json", "--allow-network");
            assertThat(easel.await()).isEqualTo(1);
            assertThat(
                            JSON.readTree(easel.out())
                                    .path("network")
                                    .findValuesAsText("note")
                                    .toString())
                    .contains("this computer or its own network");
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void renderTakesASvg() throws Exception {
        Path svg = home.resolve("a.svg");
        Files.writeString(
                svg,
                "<svg xmlns='http://www.w3.org/2000/svg'><title>Dot</title><circle r='9'/></svg>");
        EaselProcess easel =
                easel("render", svg.toString(), "--eval", "document.title", "--wait", "50");
        assertThat(easel.await()).isZero();
        assertThat(easel.out()).contains("eval: \"Dot\"");
    }

    @Test
    void anEndlessLoopIsStoppedAndNamed() throws Exception {
        Path page = home.resolve("loop.html");
        Files.writeString(page, "<!DOCTYPE html><title>T</title>\n<script>\nfor(;;);\n</script>");
        EaselProcess easel = easel("render", page.toString(), "--json", "--wait", "10");
        assertThat(easel.await()).isEqualTo(1);
        JsonNode json = JSON.readTree(easel.out());
        assertThat(json.path("title").asText()).isEqualTo("T");
        assertThat(json.at("/guard/0/file").asText()).isEqualTo("loop.html");
        assertThat(json.at("/guard/0/line").asInt()).isEqualTo(3);
        assertThat(json.at("/guard/0/kind").asText()).isEqualTo("loop");
        assertThat(json.at("/errors/0/text").asText()).endsWith("loop.html:3");
    }

    @Test
    void aPageThatHangsInABuiltInFunctionCannotBeRenderedButEnds() throws Exception {
        Path page = home.resolve("regex.html");
        Files.writeString(page, "<!DOCTYPE html><script>/(x+x+)+y/.test('x'.repeat(60))</script>");
        EaselProcess easel = easel("render", page.toString(), "--timeout", "2000");
        assertThat(easel.await()).isEqualTo(3);
        assertThat(easel.err()).contains("easel: ").doesNotContain("Exception");
    }

    @Test
    void badUsageIsTwo() throws Exception {
        assertThat(easel("render").await()).isEqualTo(2);
        assertThat(easel("render", "no-such-file.html").await()).isEqualTo(2);
        assertThat(easel("nonsense").await()).isEqualTo(2);
    }

    @Test
    void historyListsSearchesAndShowsWhatWasMade() throws Exception {
        easel(
                        "generate",
                        "balloons in moving light",
                        "--provider",
                        "samples",
                        "--instant",
                        "--out",
                        home.resolve("out").toString())
                .await();
        EaselProcess list = easel("history", "list", "--json");
        assertThat(list.await()).isZero();
        String id = JSON.readTree(list.out()).path(0).path("id").asText();
        EaselProcess search = easel("history", "search", "moving", "light");
        assertThat(search.await()).isZero();
        assertThat(search.out()).contains(id.substring(0, 8));
        EaselProcess show = easel("history", "show", id.substring(0, 8), "--json");
        assertThat(show.await()).isZero();
        JsonNode project = JSON.readTree(show.out());
        assertThat(project.at("/runs/0/prompt").asText()).isEqualTo("balloons in moving light");
        assertThat(project.at("/runs/0/status").asText()).isEqualTo("complete");
        assertThat(project.at("/revisions/0/lines").asInt()).isGreaterThan(1_000);
        EaselProcess none = easel("history", "show", "ffffffff");
        assertThat(none.await()).isEqualTo(3);
        assertThat(none.err()).contains("There is no project");
    }

    @Test
    void aHistoryThatCannotBeOpenedIsSaidPlainly() throws Exception {
        // A file where the folder should be.
        Files.writeString(home.resolve("data"), "in the way");
        EaselProcess easel = easel("history");
        assertThat(easel.await()).isEqualTo(3);
        assertThat(easel.err()).startsWith("easel: ").doesNotContain("Exception");
    }

    @Test
    void modelsListsWhatCanBeAskedAndWhyTheRestCannot() throws Exception {
        EaselProcess easel = easel("models");
        assertThat(easel.await()).isZero();
        assertThat(easel.out()).contains("samples\twindows-98").contains("gemini\t-\t");
    }

    @Test
    void withoutADisplayAndArgumentsTheMainJobIsDoneAllTheSame() throws Exception {
        EaselProcess easel = easel();
        assertThat(easel.await()).isZero();
        assertThat(home.resolve("easel-demo/index.html")).isNotEmptyFile();
        assertThat(ImageIO.read(home.resolve("easel-demo/screenshot.png").toFile())).isNotNull();
        assertThat(easel.err()).contains("no display").contains("writing index.html");
    }

    private EaselProcess easel(String... arguments) throws Exception {
        return EaselProcess.start(home, Map.of(), arguments);
    }
}
