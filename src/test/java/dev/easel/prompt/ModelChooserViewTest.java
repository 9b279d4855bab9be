package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
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
        public List<ModelInfo> models() {
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
                            new Listing("two", List.of(ModelInfo.of("c"), ModelInfo.of("d")))),
                    Runnable::run,
                    Runnable::run);

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new ModelChooserView(model), 700, 60));
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
        robot.interact(() -> models(robot).getEditor().requestFocus());
        robot.interact(() -> models(robot).getEditor().selectAll());
        robot.write("hidden-id");
        assertThat(model.modelProperty().get()).isEqualTo("hidden-id");
        robot.type(KeyCode.ENTER);
        assertThat(model.modelProperty().get()).isEqualTo("hidden-id");
        robot.interact(model::refresh);
        assertThat(model.modelProperty().get()).isEqualTo("hidden-id");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<ModelInfo> models(FxRobot robot) {
        return robot.lookup("#model").queryAs(ComboBox.class);
    }
}
