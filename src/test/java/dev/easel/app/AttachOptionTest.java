package dev.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.image.TestImages;
import dev.easel.project.Usage;
import dev.easel.provider.fake.FakeGeminiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `easel generate --attach` and `--preset` as processes of their own.
class AttachOptionTest {
    private static final String PAGE =
            "```html index.html\n<!DOCTYPE html>\n<p>hi</p>\n</html>\n```\n";

    @TempDir Path folder;

    private FakeGeminiServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FakeGeminiServer();
        server.answer(reply -> reply.text(PAGE).finish("STOP", Usage.NONE));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private EaselProcess easel(String... arguments) throws Exception {
        return EaselProcess.start(
                folder.resolve("home"),
                Map.of("GOOGLE_GEMINI_BASE_URL", server.url(), "GEMINI_API_KEY", "k"),
                arguments);
    }

    private EaselProcess generate(String... options) throws Exception {
        List<String> all =
                new ArrayList<>(
                        List.of("generate", "like these", "--provider", "gemini", "--json"));
        all.addAll(List.of(options));
        return easel(all.toArray(String[]::new));
    }

    @Test
    void imagesAreScaledSentStoredAndNamed() throws Exception {
        Path photo = Files.write(folder.resolve("photo.jpg"), TestImages.file("jpeg", 4000, 1000));
        Path logo = Files.writeString(folder.resolve("logo.svg"), "<svg id='logo'></svg>");
        EaselProcess made =
                generate(
                        "--attach",
                        photo.toString(),
                        "--attach",
                        logo.toString(),
                        "--preset",
                        "svg");

        assertThat(made.await()).as(made.err()).isZero();
        JsonNode request = server.lastBody();
        assertThat(request.at("/systemInstruction/parts/0/text").asText())
                .contains("# This project: an SVG picture");
        JsonNode parts = request.at("/contents/0/parts");
        assertThat(parts.findValuesAsText("text").getFirst())
                .isEqualTo("like these\n\n```svg logo.svg\n<svg id='logo'></svg>\n```");
        assertThat(parts.findValuesAsText("mimeType")).hasSize(1);
        JsonNode json = new ObjectMapper().readTree(made.out());

        EaselProcess show = easel("history", "show", json.path("project").asText());

        assertThat(show.await()).isZero();
        assertThat(show.out()).contains("with photo.jpg (2048 \u00d7 512, ");
    }

    @Test
    void theReportListsTheImagesAsTheyWereSent() throws Exception {
        Path photo = Files.write(folder.resolve("photo.jpg"), TestImages.file("jpeg", 4000, 1000));
        Path icon = Files.write(folder.resolve("icon.png"), TestImages.file("png", 20, 10));
        EaselProcess made = generate("--attach", photo.toString(), "--attach", icon.toString());

        assertThat(made.await()).as(made.err()).isZero();
        JsonNode images = new ObjectMapper().readTree(made.out()).path("images");
        JsonNode sent = server.lastBody().at("/contents/0/parts");
        List<String> data = sent.findValuesAsText("data");
        assertThat(images)
                .extracting(i -> i.path("name").asText())
                .containsExactly("photo.jpg", "icon.png");
        assertThat(images.findValuesAsText("mediaType"))
                .isEqualTo(sent.findValuesAsText("mimeType"));
        assertThat(images)
                .extracting(i -> i.path("width").asInt() + " x " + i.path("height").asInt())
                .containsExactly("2048 x 512", "20 x 10");
        assertThat(images)
                .extracting(i -> i.path("bytes").asInt())
                .containsExactlyElementsOf(
                        data.stream().map(d -> Base64.getDecoder().decode(d).length).toList());
    }

    @Test
    void aReportWithoutImagesNamesNone() throws Exception {
        EaselProcess made = generate();

        assertThat(made.await()).as(made.err()).isZero();
        assertThat(new ObjectMapper().readTree(made.out()).has("images")).isFalse();
    }

    @Test
    void whatCannotBeAttachedIsSaidBeforeAnythingIsSent() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.png"), "hello");
        EaselProcess easel = generate("--attach", text.toString());

        assertThat(easel.await()).isEqualTo(EaselCommand.FAILED);
        assertThat(easel.err()).contains("notes.png is not an image that Easel can read");
        EaselProcess history = easel("history");
        assertThat(history.await()).isZero();
        assertThat(history.out()).contains("Nothing yet.");
    }

    @Test
    void anUnknownPresetNamesThoseThatAreThere() throws Exception {
        EaselProcess easel = generate("--preset", "spreadsheet");

        assertThat(easel.await()).isEqualTo(EaselCommand.FAILED);
        assertThat(easel.err())
                .contains(
                        "There is no preset spreadsheet",
                        "free, page, svg, three, game, dashboard");
    }
}
