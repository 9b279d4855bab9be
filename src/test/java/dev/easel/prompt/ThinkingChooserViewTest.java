package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ThinkingLevels;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// With the levels of real models, as far as Easel knows them.
@ExtendWith(ApplicationExtension.class)
class ThinkingChooserViewTest {
    private static final ThinkingLevels LEVELS = ThinkingLevels.bundled();

    private record Levels(String id, Function<String, ThinkingLevels.Offer> offer)
            implements ModelProvider {
        @Override
        public List<ModelInfo> models() {
            return List.of();
        }

        @Override
        public ThinkingLevels.Offer thinkingLevels(String model) {
            return offer.apply(model);
        }

        @Override
        public void generate(
                GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation) {}
    }

    private final ModelChooserViewModel model =
            new ModelChooserViewModel(
                    List.of(
                            new Levels("gemini", LEVELS::offer),
                            new Levels("samples", id -> ThinkingLevels.NONE)),
                    Runnable::run,
                    Runnable::run);

    @Start
    void start(Stage stage) {
        VBox chooser = new VBox(new ModelChooserView(model), new Button("other"));
        stage.setScene(new Scene(chooser, 900, 400));
        stage.show();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> box(FxRobot robot) {
        return robot.lookup("#thinking").queryAs(ComboBox.class);
    }

    private void ask(FxRobot robot, String id) {
        robot.interact(() -> model.modelProperty().set(id));
    }

    private void choose(FxRobot robot, String level) {
        robot.interact(() -> box(robot).setValue(level));
    }

    private static String shown(FxRobot robot) {
        ComboBox<String> box = box(robot);
        robot.interact(box::layout);
        return box.isEditable()
                ? box.getEditor().getText()
                : ((ListCell<?>) robot.lookup("#thinking > .list-cell").query()).getText();
    }

    /// The list as it drops down.
    private static List<String> offered(FxRobot robot) {
        robot.interact(() -> box(robot).show());
        List<String> texts =
                robot.lookup(".combo-box-popup .list-cell").queryAllAs(ListCell.class).stream()
                        .map(cell -> cell.getText())
                        .filter(text -> text != null)
                        .toList();
        robot.interact(() -> box(robot).hide());
        return texts;
    }

    private static void type(FxRobot robot, String text) {
        robot.interact(() -> {
            box(robot).getEditor().requestFocus();
            box(robot).getEditor().selectAll();
        });
        robot.push(KeyCode.DELETE);
        robot.write(text);
    }

    @Test
    void onlyTheLevelsOfTheModelAreOffered(FxRobot robot) {
        ask(robot, "gemini-3-pro-preview");

        assertThat(offered(robot))
                .containsExactly("Thinking: default", "Thinking: low", "Thinking: high");
        assertThat(box(robot).isEditable()).isFalse();
        assertThat(box(robot).isDisabled()).isFalse();
    }

    @Test
    void aModelWithABudgetIsOfferedNamesInsteadOfNumbers(FxRobot robot) {
        ask(robot, "gemini-2.5-flash");

        assertThat(offered(robot))
                .containsExactly(
                        "Thinking: default",
                        "Thinking: off",
                        "Thinking: low",
                        "Thinking: medium",
                        "Thinking: high");
    }

    @Test
    void aModelThatCannotStopThinkingIsNotOfferedOff(FxRobot robot) {
        ask(robot, "gemini-2.5-pro");
        assertThat(offered(robot)).hasSize(4).doesNotContain("Thinking: off");
    }

    @Test
    void forAModelThatDoesNotThinkThereIsNothingToChoose(FxRobot robot) {
        ask(robot, "gemini-3-pro-preview");
        choose(robot, "high");
        ask(robot, "gemini-2.0-flash");

        assertThat(box(robot).isDisabled()).isTrue();
        assertThat(shown(robot)).isEqualTo("Thinking: default");
        assertThat(model.thinkingProperty().get()).isEmpty();
    }

    @Test
    void whatIsChosenInTheListIsAskedFor(FxRobot robot) {
        ask(robot, "gemini-3-pro-preview");
        robot.clickOn("#thinking");
        robot.clickOn("Thinking: high");

        assertThat(model.thinkingProperty().get()).isEqualTo("high");
        assertThat(shown(robot)).isEqualTo("Thinking: high");
    }

    @Test
    void theKeyboardChooses(FxRobot robot) {
        ask(robot, "gemini-3-pro-preview");
        robot.interact(() -> box(robot).requestFocus());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);

        assertThat(model.thinkingProperty().get()).isEqualTo("high");
    }

    @Test
    void aLevelThatBothModelsTakeStays(FxRobot robot) {
        ask(robot, "gemini-3-pro-preview");
        choose(robot, "high");
        ask(robot, "gemini-2.5-flash");

        assertThat(shown(robot)).isEqualTo("Thinking: high");
        assertThat(model.thinkingProperty().get()).isEqualTo("high");
    }

    @Test
    void theNearestIsShownWhereTheLevelIsMissingAndTheChoiceComesBack(FxRobot robot) {
        ask(robot, "gemini-2.5-flash");
        choose(robot, "off");
        ask(robot, "gemini-3-pro-preview");
        assertThat(shown(robot)).isEqualTo("Thinking: low");
        ask(robot, "gemini-2.5-flash");

        assertThat(shown(robot)).isEqualTo("Thinking: off");
        assertThat(model.thinkingProperty().get()).isEqualTo("off");
    }

    @Test
    void anotherProviderDoesNotTakeTheChoiceAway(FxRobot robot) {
        ask(robot, "gemini-3-pro-preview");
        choose(robot, "high");
        robot.interact(() -> model.choose("samples", "any"));
        assertThat(box(robot).isDisabled()).isTrue();
        assertThat(shown(robot)).isEqualTo("Thinking: default");
        robot.interact(() -> model.choose("gemini", ""));

        assertThat(box(robot).isDisabled()).isFalse();
        assertThat(shown(robot)).isEqualTo("Thinking: high");
    }

    @Test
    void typingAnIdLetterByLetterDoesNotTakeTheChoiceAway(FxRobot robot) {
        ask(robot, "gemini-3-pro-preview");
        choose(robot, "high");
        robot.interact(() -> {
            ComboBox<?> models = robot.lookup("#model").queryAs(ComboBox.class);
            models.getEditor().requestFocus();
            models.getEditor().selectAll();
        });
        robot.write("gemini-2.0-flash");
        assertThat(shown(robot)).isEqualTo("Thinking: default");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("gemini-3.1-pro-preview");

        assertThat(shown(robot)).isEqualTo("Thinking: high");
        assertThat(model.thinkingProperty().get()).isEqualTo("high");
        assertThat(model.modelProperty().get()).isEqualTo("gemini-3.1-pro-preview");
    }

    @Test
    void aModelThatNobodyKnowsTakesEveryLevel(FxRobot robot) {
        ask(robot, "brand-new-model");

        assertThat(offered(robot)).hasSize(ThinkingLevels.NAMES.size() + 1);
        assertThat(box(robot).isEditable()).isTrue();
        assertThat(shown(robot)).isEqualTo("Thinking: default");
    }

    @Test
    void aLevelOfAnUnknownModelCanBeTyped(FxRobot robot) {
        ask(robot, "brand-new-model");
        type(robot, "ultra");
        robot.push(KeyCode.ENTER);

        assertThat(model.thinkingProperty().get()).isEqualTo("ultra");
        assertThat(shown(robot)).isEqualTo("Thinking: ultra");
    }

    @Test
    void aTypedLevelIsTakenWhenTheFieldIsLeft(FxRobot robot) {
        ask(robot, "brand-new-model");
        type(robot, "ultra");
        robot.interact(() -> robot.lookup("other").queryButton().requestFocus());

        assertThat(model.thinkingProperty().get()).isEqualTo("ultra");
    }

    @Test
    void theEndOfTheLabelCanBeTypedOver(FxRobot robot) {
        ask(robot, "brand-new-model");
        choose(robot, "low");
        robot.interact(() -> {
            box(robot).getEditor().requestFocus();
            box(robot).getEditor().end();
        });
        robot.push(KeyCode.CONTROL, KeyCode.BACK_SPACE);
        robot.write("HIGH");
        robot.push(KeyCode.ENTER);

        assertThat(model.thinkingProperty().get()).isEqualTo("high");
    }

    @Test
    void aKnownLevelMayBeTypedInCapitals(FxRobot robot) {
        ask(robot, "brand-new-model");
        type(robot, " High ");
        robot.push(KeyCode.ENTER);

        assertThat(model.thinkingProperty().get()).isEqualTo("high");
        assertThat(shown(robot)).isEqualTo("Thinking: high");
    }

    @Test
    void defaultCanBeTyped(FxRobot robot) {
        ask(robot, "brand-new-model");
        choose(robot, "high");
        type(robot, "default");
        robot.push(KeyCode.ENTER);

        assertThat(model.thinkingProperty().get()).isEmpty();
        assertThat(shown(robot)).isEqualTo("Thinking: default");
    }

    @Test
    void anEmptiedFieldIsTheDefault(FxRobot robot) {
        ask(robot, "brand-new-model");
        choose(robot, "high");
        type(robot, "");
        robot.push(KeyCode.ENTER);
        assertThat(model.thinkingProperty().get()).isEmpty();
        assertThat(shown(robot)).isEqualTo("Thinking: default");

        type(robot, "");
        robot.push(KeyCode.ENTER);
        assertThat(shown(robot)).isEqualTo("Thinking: default");
    }

    @Test
    void aTypedLevelIsBackWithTheModelThatTakesIt(FxRobot robot) {
        ask(robot, "brand-new-model");
        type(robot, "ultra");
        robot.push(KeyCode.ENTER);
        ask(robot, "gemini-3-pro-preview");
        assertThat(shown(robot)).isEqualTo("Thinking: default");
        ask(robot, "brand-new-model");

        assertThat(shown(robot)).isEqualTo("Thinking: ultra");
        assertThat(model.thinkingProperty().get()).isEqualTo("ultra");
    }

    @Test
    void theTooltipSaysWhetherNamesCanBeTyped(FxRobot robot) {
        ask(robot, "brand-new-model");
        assertThat(box(robot).getTooltip().getText()).contains("type its name");
        ask(robot, "gemini-3-pro-preview");
        assertThat(box(robot).getTooltip().getText()).doesNotContain("type its name");
    }
}
