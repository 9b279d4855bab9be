package dev.easel.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.ProviderException;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ConnectViewTest {
    private static final String KEY = "AIza-typed";

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final ConnectViewModel gemini = model();
    private final ConnectViewModel server = model();

    private ConnectViewModel model() {
        return new ConnectViewModel(
                (value, secret, remember) -> {
                    if (value.equals("wrong")) {
                        throw new ProviderException(
                                ProviderException.Kind.KEY, "Google does not know it.", null);
                    }
                    return "Connected: 3 models.";
                },
                background::add,
                Runnable::run);
    }

    @Start
    void start(Stage stage) {
        stage.setScene(
                new Scene(
                        new VBox(
                                ConnectView.gemini(gemini),
                                ConnectView.server(server, FXCollections.observableArrayList())),
                        400,
                        500));
        stage.show();
    }

    @Test
    void aKeyIsNeverReadable(FxRobot robot) {
        robot.clickOn("#geminiField").write(KEY);

        assertThat(gemini.valueProperty().get()).isEqualTo(KEY);
        assertThat(robot.lookup("#geminiField .text").<javafx.scene.text.Text>queryAll())
                .noneMatch(text -> text.getText().contains("AIza"));
        assertThat(robot.lookup("#geminiField").queryAs(TextField.class).getAccessibleText())
                .isEqualTo("API key");
    }

    @Test
    void whoPressesConnectKeepsTheFocusAndConnectsOnce(FxRobot robot) {
        robot.clickOn("#geminiField").write(KEY).push(KeyCode.TAB);
        Button connect = robot.lookup("#geminiConnect").queryButton();
        assertThat(connect.isFocused()).isTrue();

        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.SPACE);
        assertThat(connect.getText()).isEqualTo("Connecting ...");
        assertThat(connect.isFocused()).isTrue();
        assertThat(background).hasSize(1);

        robot.interact(background.remove());
        assertThat(connect.getText()).isEqualTo("Connect");
        assertThat(state(robot).getText()).isEqualTo("Connected: 3 models.");
        assertThat(state(robot).getStyleClass()).contains("connected");
    }

    @Test
    void aRefusalIsSaidAndTheKeyStaysToBeMended(FxRobot robot) {
        assertThat(state(robot).isManaged()).isFalse();
        robot.clickOn("#geminiField").write("wrong").push(KeyCode.ENTER);
        robot.interact(background.remove());

        assertThat(state(robot).getText()).isEqualTo("Google does not know it.");
        assertThat(state(robot).getStyleClass()).contains("failed").doesNotContain("connected");
        assertThat(gemini.valueProperty().get()).isEqualTo("wrong");
    }

    @Test
    void theServersKeyComesWhenItIsAskedFor(FxRobot robot) {
        TextField key = robot.lookup("#serverKey").queryAs(TextField.class);
        assertThat(key.getParent().isVisible()).isFalse();

        robot.clickOn("#serverWantsKey");

        assertThat(key.getParent().isVisible()).isTrue();
        assertThat(key.isFocused()).isTrue();
        robot.write("s3cret");
        assertThat(server.secretProperty().get()).isEqualTo("s3cret");
    }

    private static Labeled state(FxRobot robot) {
        return robot.lookup("#geminiState").queryLabeled();
    }
}
