package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.ImageReading;
import dev.easel.project.Prompt;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

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
}
