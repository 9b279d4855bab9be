package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ModelChooserViewTest {
    private record Listing(String id, List<ModelInfo> listed) implements ModelProvider {
        @Override
        public List<ModelInfo> models() throws ProviderException {
            if (listed.isEmpty()) {
                throw new ProviderException(
                        ProviderException.Kind.UNREACHABLE, "No server there.", null);
            }
            return listed;
        }

        @Override
        public void generate(
                GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation) {}
    }

    private final ModelChooserViewModel model =
            new ModelChooserViewModel(
                    List.of(
                            new Listing("one", List.of(ModelInfo.of("a"), ModelInfo.of("b"))),
                            new Listing("two", List.of(ModelInfo.of("c"), ModelInfo.of("d"))),
                            new Listing("samples", List.of(ModelInfo.of("s"))),
                            new Listing("down", List.of())),
                    Runnable::run,
                    Runnable::run);

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new ModelChooserView(model), 900, 300));
        stage.show();
    }

    @Test
    void aChosenModelStaysChosenWhenTheListIsReadAgain(FxRobot robot) {
        robot.interact(model::refresh);
        robot.interact(() -> models(robot).getSelectionModel().select(1));
        assertThat(model.modelProperty().get()).isEqualTo("b");
        robot.interact(model::refresh);
        assertThat(model.modelProperty().get()).isEqualTo("b");
        assertThat(models(robot).getEditor().getText()).isEqualTo("b");
    }

    @Test
    void everyProviderComesBackWithItsOwnModel(FxRobot robot) {
        robot.interact(model::refresh);
        robot.interact(() -> models(robot).getSelectionModel().select(1));
        robot.interact(() -> model.choose("two", ""));
        robot.interact(() -> models(robot).getSelectionModel().select(1));
        robot.interact(() -> model.choose("one", ""));
        assertThat(model.modelProperty().get()).isEqualTo("b");
        robot.interact(() -> model.choose("two", ""));
        assertThat(model.modelProperty().get()).isEqualTo("d");
    }

    @Test
    void anyIdCanBeTyped(FxRobot robot) {
        robot.interact(model::refresh);
        type(robot, "hidden-id");
        assertThat(model.modelProperty().get()).isEqualTo("hidden-id");
        robot.type(KeyCode.ENTER);
        assertThat(model.modelProperty().get()).isEqualTo("hidden-id");
        robot.interact(model::refresh);
        assertThat(model.modelProperty().get()).isEqualTo("hidden-id");
    }

    @Test
    void aTypedIdIsTakenWithoutEnterAndStaysWhenTheFieldIsLeft(FxRobot robot) {
        robot.interact(model::refresh);
        type(robot, "hidden-id");
        robot.interact(() -> robot.lookup("#provider").query().requestFocus());

        assertThat(model.modelProperty().get()).isEqualTo("hidden-id");
        assertThat(models(robot).getEditor().getText()).isEqualTo("hidden-id");
    }

    @Test
    void anIdIsCorrectedInItsMiddle(FxRobot robot) {
        type(robot, "gemni");
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.LEFT);
        robot.write("i-");

        assertThat(models(robot).getEditor().getText()).isEqualTo("gemi-ni");
        assertThat(model.modelProperty().get()).isEqualTo("gemi-ni");
    }

    @Test
    void aListedIdCanBeTypedOnAndChosenAgain(FxRobot robot) {
        robot.interact(model::refresh);
        robot.clickOn("#model .arrow-button");
        robot.clickOn("b");
        type(robot, "b-preview");
        assertThat(model.modelProperty().get()).isEqualTo("b-preview");
        robot.clickOn("#model .arrow-button");
        robot.clickOn("b");

        assertThat(models(robot).getEditor().getText()).isEqualTo("b");
        assertThat(model.modelProperty().get()).isEqualTo("b");
    }

    @Test
    void aTypedIdIsThereAfterAVisitToAnotherProvider(FxRobot robot) {
        robot.interact(model::refresh);
        type(robot, "hidden-id");
        robot.interact(() -> providers(robot).getSelectionModel().select(1));
        assertThat(models(robot).getEditor().getText()).isEqualTo("c");
        robot.interact(() -> providers(robot).getSelectionModel().select(0));

        assertThat(models(robot).getEditor().getText()).isEqualTo("hidden-id");
        assertThat(model.modelProperty().get()).isEqualTo("hidden-id");
    }

    @Test
    void whyThereIsNoListIsInTheTooltipOfASignAndIdsCanStillBeTyped(FxRobot robot) {
        assertThat(robot.lookup("#modelsProblem").query().isVisible()).isFalse();
        robot.interact(() -> model.choose("down", ""));
        type(robot, "hidden-id");

        assertThat(robot.lookup("#modelsProblem").query().isVisible()).isTrue();
        assertThat(robot.lookup("#modelsProblem").queryLabeled().getTooltip().getText())
                .isEqualTo("No server there.");
        assertThat(robot.lookup("#modelsProblem").query().getAccessibleText())
                .isEqualTo("No server there.");
        assertThat(model.modelProperty().get()).isEqualTo("hidden-id");
    }

    @Test
    void aServerThatWasFoundIsUsedByAClick(FxRobot robot) {
        List<String> taken = new ArrayList<>();
        robot.interact(() -> {
            model.choose("samples", "");
            model.offer(
                    new ModelChooserViewModel.Offer(
                            "Ollama", "http://localhost:11434/v1", () -> taken.add("Ollama")));
        });
        assertThat(robot.lookup("#useFound").queryButton().getText()).isEqualTo("Use Ollama");
        assertThat(robot.lookup("#useFound").queryButton().getTooltip().getText())
                .contains("http://localhost:11434/v1");
        robot.clickOn("#useFound");

        assertThat(taken).containsExactly("Ollama");
        robot.interact(() -> model.choose("one", ""));
        assertThat(robot.lookup("#useFound").query().isVisible()).isFalse();
    }

    private static void type(FxRobot robot, String id) {
        robot.interact(() -> {
            models(robot).getEditor().requestFocus();
            models(robot).getEditor().selectAll();
        });
        robot.write(id);
    }

    private static ChoiceBox<?> providers(FxRobot robot) {
        return robot.lookup("#provider").queryAs(ChoiceBox.class);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<ModelInfo> models(FxRobot robot) {
        return robot.lookup("#model").queryAs(ComboBox.class);
    }
}
