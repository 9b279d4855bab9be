package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generate.Preset;
import dev.easel.image.ImageReading;
import dev.easel.image.Pixels;
import dev.easel.image.TestImages;
import dev.easel.project.Prompt;
import dev.easel.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PromptViewTest {
    private final FxRobot robot = new FxRobot();
    private final AttachmentsViewModel images =
            new AttachmentsViewModel(new ImageReading(), Runnable::run, Runnable::run);
    private final PromptViewModel model =
            new PromptViewModel(prompt -> {}, () -> {}, waiting -> {}, images);
    private final List<Prompt> improved = new ArrayList<>();
    private final EnhanceViewModel enhance = new EnhanceViewModel(model, improved::add, () -> {});
    private final GuidanceViewModel guidance = new GuidanceViewModel(now -> {});
    private PromptView view;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            view = new PromptView(model, enhance, guidance);
            stage = new Stage();
            stage.setScene(new Scene(view, 400, 300));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        robot.interact(stage::close);
    }

    private TextArea editor() {
        return robot.lookup("#promptEditor").queryAs(TextArea.class);
    }

    private void insert(String typed, int anchor, int caret, String words) {
        robot.interact(() -> {
            editor().insertText(0, typed);
            editor().selectRange(anchor, caret);
            view.insert(words);
        });
    }

    @Test
    void wordsGoWhereTheCaretIs() {
        insert("make it blue", 4, 4, "(here) ");

        assertThat(model.textProperty().get()).isEqualTo("make (here)  it blue");
    }

    @Test
    void whatIsSelectedStays() {
        insert("make it blue", 5, 7, "now");

        assertThat(model.textProperty().get()).isEqualTo("make it now blue");
    }

    @Test
    void typingGoesOnAfterTheWords() {
        insert("", 0, 0, "In `p`: ");

        assertThat(robot.lookup("#promptEditor").query().isFocused()).isTrue();
        assertThat(editor().getCaretPosition()).isEqualTo("In `p`: ".length());
    }

    @Test
    void oneUndoTakesTheWordsBack() {
        insert("make it blue", 12, 12, "In `p`: ");
        robot.interact(() -> editor().undo());

        assertThat(model.textProperty().get()).isEqualTo("make it blue");
    }

    private void attach(String name) {
        robot.interact(() -> images.add(name, () -> new Pixels(1, 1, new int[] {0xff00ff00})));
    }

    private List<String> chips() {
        return robot.lookup(".attachment-image").queryAllAs(Button.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void aPastedImageIsAttached() {
        robot.interact(() -> {
            WritableImage image = new WritableImage(3, 2);
            image.getPixelWriter().setColor(1, 1, Color.RED);
            ClipboardContent content = new ClipboardContent();
            content.putImage(image);
            Clipboard.getSystemClipboard().setContent(content);
            editor().requestFocus();
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);

        assertThat(chips()).containsExactly("Pasted image");
        assertThat(images.images().getFirst().note().width()).isEqualTo(3);
        assertThat(editor().getText()).isEmpty();
    }

    @Test
    void pastedImageFilesAreAttachedAndTextIsPasted(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.png"), TestImages.file("png", 4, 4));
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            Clipboard.getSystemClipboard().setContent(content);
            editor().requestFocus();
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertThat(chips()).containsExactly("a.png");

        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("words");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertThat(chips()).hasSize(1);
        assertThat(editor().getText()).isEqualTo("words");
    }

    @Test
    void deleteTakesTheImageAwayThatHasTheFocus() {
        attach("one");
        attach("two");
        robot.interact(() ->
                robot.lookup(".attachment-image")
                        .queryAllAs(Button.class)
                        .iterator()
                        .next()
                        .requestFocus());
        robot.push(KeyCode.DELETE);

        assertThat(chips()).containsExactly("two");
        assertThat(robot.lookup(".attachment-image").queryButton().isFocused()).isTrue();
    }

    @Test
    void theButtonOfAnImageTakesItAway() {
        attach("one");
        robot.interact(() -> robot.lookup(".attachment-remove").queryButton().fire());

        assertThat(chips()).isEmpty();
        assertThat(robot.lookup("#attachments").query().isManaged()).isFalse();
    }

    @Test
    void aProblemIsSaidAboveTheEditor() {
        robot.interact(() -> images.addFiles(List.of(Path.of("gone.png"))));

        assertThat(robot.lookup("#attachmentProblem").queryLabeled().getText())
                .contains("There is no file gone.png");
    }

    @Test
    void thePresetIsShownAndChosen() {
        MenuButton presets = robot.lookup("#preset").queryAs(MenuButton.class);
        assertThat(presets.getText()).isEqualTo("Free");
        robot.interact(() ->
                presets.getItems().stream()
                        .filter(i -> "preset-game".equals(i.getId()))
                        .forEach(MenuItem::fire));

        assertThat(presets.getText()).isEqualTo("Game");
        assertThat(guidance.guidanceProperty().get().preset()).isEqualTo(Preset.GAME);
    }

    @Test
    void ctrlZTakesAnImprovementBack() {
        robot.interact(() -> {
            editor().requestFocus();
            editor().replaceText(0, 0, "a cat");
            robot.lookup("#improve").queryButton().fire();
        });
        assertThat(improved).containsExactly(Prompt.of("a cat"));
        robot.interact(() -> enhance.ended("A ginger cat", "2 s"));
        assertThat(editor().getText()).isEqualTo("A ginger cat");
        assertThat(robot.lookup("#enhanceText").queryLabeled().getText())
                .isEqualTo("Prompt improved  \u00b7  2 s");

        robot.interact(() -> editor().undo());

        assertThat(model.textProperty().get()).isEqualTo("a cat");
        assertThat(robot.lookup("#enhance").query().isVisible()).isFalse();
    }

    @Test
    void aNarrowPaneHasRoomForEveryButton() {
        robot.interact(() -> {
            guidance.choose(Preset.THREE);
            model.running();
            Theme.LIGHT.apply(stage.getScene());
            stage.setWidth(300);
        });
        attach("a long name of an image that somebody gave.png");
        WaitForAsyncUtils.waitForFxEvents();

        for (String id : List.of("#attach", "#improve", "#preset", "#enqueue", "#generate")) {
            Bounds at =
                    robot.from(view)
                            .lookup(id)
                            .query()
                            .localToScene(robot.lookup(id).query().getLayoutBounds());
            assertThat(at.getMinX()).as(id).isNotNegative();
            assertThat(at.getMaxX()).as(id).isLessThanOrEqualTo(view.getScene().getWidth());
        }
    }
}
