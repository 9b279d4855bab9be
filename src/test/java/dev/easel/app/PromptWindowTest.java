package dev.easel.app;

import static dev.easel.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.easel.image.TestImages;
import dev.easel.project.Origin;
import dev.easel.project.Usage;
import dev.easel.provider.fake.FakeGeminiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// What goes along with a prompt, from the window to the wire and back after a restart.
class PromptWindowTest {
    private static final String PAGE =
            "```html index.html\n<!DOCTYPE html>\n<title>T</title>\n<p>hi</p>\n</html>\n```\n";

    @TempDir Path home;
    @TempDir Path files;

    private final FxRobot robot = new FxRobot();
    private FakeGeminiServer server;
    private OpenWindow window;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        server = new FakeGeminiServer();
        server.answer(reply -> reply.text(PAGE).finish("STOP", Usage.NONE));
        open();
    }

    @AfterEach
    void stop() throws Exception {
        window.close();
        server.close();
    }

    private void open() {
        window = new OpenWindow(home, server, Map.of("GEMINI_API_KEY", "k")).show();
    }

    private void reopen() {
        window.close();
        open();
    }

    private void type(String text) {
        robot.interact(() -> window.prompt().replaceText(0, window.prompt().getLength(), text));
    }

    private void generate(String text) throws Exception {
        type(text);
        robot.interact(() -> robot.lookup("#generate").queryButton().fire());
        until(() -> window.state().equals("Done"));
    }

    private void attach(String name) throws Exception {
        Path file = Files.write(files.resolve(name), TestImages.file("png", 3000, 600));
        robot.interact(() -> window.model().prompt().images().addFiles(List.of(file)));
        until(() -> !window.model().prompt().images().images().isEmpty());
    }

    private int count(String selector) {
        return robot.lookup(selector).queryAll().size();
    }

    private JsonNode lastRequest() throws Exception {
        return server.lastBody();
    }

    private String system() throws Exception {
        return lastRequest().at("/systemInstruction/parts/0/text").asText();
    }

    private void choose(String preset) {
        robot.interact(() ->
                robot.lookup("#preset").queryAs(MenuButton.class).getItems().stream()
                        .filter(i -> preset.equals(i.getId()))
                        .forEach(MenuItem::fire));
    }

    private String preset() {
        return robot.lookup("#preset").queryAs(MenuButton.class).getText();
    }

    @Test
    void anImageGoesToTheModelAndStaysWithItsPrompt() throws Exception {
        attach("sketch.png");
        generate("like this");
        JsonNode parts = lastRequest().at("/contents/0/parts");
        assertThat(parts.findValuesAsText("mimeType")).containsExactly("image/png");
        assertThat(count(".attachment")).isZero();
        assertThat(count(".run-image")).isEqualTo(1);

        reopen();
        until(() -> count(".run-image") == 1);
        assertThat(count(".attachment")).isZero();
        assertThat(robot.lookup(".run-image").queryButton().getAccessibleText())
                .startsWith("Show sketch.png\n2048 \u00d7 410");
        robot.interact(() -> robot.lookup(".run-image").queryButton().fire());
        until(() -> robot.lookup("#imageDialog").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#imageDialog").tryQuery().isEmpty());
    }

    @Test
    void aRefusedImageIsSaidAndSentAgainWithTheNextTry() throws Exception {
        server.answer(reply -> reply.refuse(400, "This model takes no images.", 0));
        attach("sketch.png");
        type("like this");
        robot.interact(() -> robot.lookup("#generate").queryButton().fire());
        until(() -> robot.lookup("#runMessage").tryQuery().isPresent());
        assertThat(robot.lookup("#runMessage").queryLabeled().getText())
                .contains("This model takes no images");

        server.answer(reply -> reply.text(PAGE).finish("STOP", Usage.NONE));
        robot.interact(() ->
                robot.lookup(".run-buttons .button").queryAllAs(Button.class).stream()
                        .filter(b -> b.getText().equals("Try again"))
                        .forEach(Button::fire));
        until(() -> window.state().equals("Done"));

        assertThat(lastRequest().at("/contents/0/parts").findValuesAsText("mimeType")).hasSize(1);
        assertThat(count(".run-image")).isEqualTo(2);
    }

    @Test
    void imagesBesideTheDraftAreThereAfterARestart() throws Exception {
        attach("sketch.png");
        type("not yet");

        reopen();

        until(() -> count(".attachment") == 1);
        assertThat(window.prompt().getText()).isEqualTo("not yet");
        assertThat(robot.lookup(".attachment-image").queryAs(Labeled.class).getText())
                .isEqualTo("sketch.png");
    }

    @Test
    void thePresetBelongsToTheProjectAndIsRemembered() throws Exception {
        choose("preset-game");
        assertThat(preset()).isEqualTo("Game");
        reopen();
        assertThat(preset()).isEqualTo("Game");

        generate("snake");
        assertThat(system()).contains("# This project: a game");
        choose("preset-svg");
        reopen();
        until(() -> preset().equals("SVG"));

        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until(() -> preset().equals("Free"));
    }

    @Test
    void editedInstructionsAreWhatTheModelIsToldFromThenOn() throws Exception {
        generate("a page");
        assertThat(system()).contains("You are the designer");
        robot.interact(() ->
                robot.lookup("#preset").queryAs(MenuButton.class).getItems().stream()
                        .filter(i -> "instructions".equals(i.getId()))
                        .forEach(MenuItem::fire));
        until(() -> robot.lookup("#instructionsText").tryQuery().isPresent());
        TextInputControl text = robot.lookup("#instructionsText").queryTextInputControl();
        until(() ->
                robot.lookup("#instructionsTokens").queryLabeled().getText().contains("tokens"));
        assertThat(robot.lookup("#instructionsState").queryLabeled().getText())
                .isEqualTo("Easel's own text");
        robot.interact(() -> text.setText("Only haiku. {{format}}"));
        until(() ->
                robot.lookup("#instructionsWarning")
                        .queryLabeled()
                        .getText()
                        .contains("{{edits}}, {{libraries}}"));
        assertThat(robot.lookup("#instructionsState").queryLabeled().getText())
                .isEqualTo("Changed for this project");
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#instructionsDialog").tryQuery().isEmpty());
        assertThat(preset()).isEqualTo("Free *");

        reopen();
        until(() -> preset().equals("Free *"));
        generate("another");

        assertThat(system()).startsWith("Only haiku. ```html index.html");
    }

    @Test
    void anImprovedPromptReplacesTheTextAndMakesNoRevision() throws Exception {
        server.answer(reply -> reply.text("A ginger ").text("cat.").finish("STOP", Usage.NONE));
        type("a cat");
        robot.interact(() -> robot.lookup("#improve").queryButton().fire());
        until(() -> window.prompt().getText().equals("A ginger cat."));
        assertThat(system()).contains("You improve the requests");
        until(() -> count(".run-card") == 1);

        robot.interact(() -> robot.lookup("#enhanceAction").queryButton().fire());
        assertThat(window.prompt().getText()).isEqualTo("a cat");
        server.answer(reply -> reply.text(PAGE).finish("STOP", Usage.NONE));
        generate("a cat");
        assertThat(count(".run-card")).isEqualTo(2);

        window.close();
        assertThat(OpenWindow.runs(home))
                .extracting(r -> r.origin().kind())
                .containsExactly(Origin.Kind.ENHANCE, Origin.Kind.PROMPT);
    }

    @Test
    void anImprovementThatFailsLeavesTheText() throws Exception {
        server.answer(reply -> reply.refuse(400, "No such model.", 0));
        type("a cat");
        robot.interact(() -> robot.lookup("#improve").queryButton().fire());
        until(() ->
                robot.lookup("#enhanceText")
                        .queryLabeled()
                        .getText()
                        .startsWith("Your prompt was not changed."));
        assertThat(robot.lookup("#enhanceText").queryLabeled().getText()).contains("No such model");
        assertThat(window.prompt().getText()).isEqualTo("a cat");
    }

    @Test
    void withoutAPageThereIsNothingToTakeAPictureOf() throws Exception {
        robot.interact(() ->
                robot.lookup("#attach").queryAs(MenuButton.class).getItems().stream()
                        .filter(i -> "attachScreenshot".equals(i.getId()))
                        .forEach(MenuItem::fire));
        until(() ->
                robot.lookup("#attachmentProblem")
                        .queryLabeled()
                        .getText()
                        .contains("no page in the preview"));
    }

    @Test
    void thePreviewsPictureIsAttached() throws Exception {
        generate("a page");
        robot.interact(() ->
                robot.lookup("#attach").queryAs(MenuButton.class).getItems().stream()
                        .filter(i -> "attachScreenshot".equals(i.getId()))
                        .forEach(MenuItem::fire));
        until(() -> window.model().prompt().images().images().size() == 1);
        assertThat(robot.lookup(".attachment-image").queryAs(Labeled.class).getText())
                .isEqualTo("Screenshot of the preview");
    }
}
