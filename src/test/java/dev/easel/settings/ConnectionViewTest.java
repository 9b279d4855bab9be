package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.ConnectionCheck;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.fake.FakeGeminiServer;
import dev.easel.provider.fake.FakeHttpServer;
import dev.easel.provider.gemini.GeminiProvider;
import dev.easel.provider.openai.OpenAiProvider;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class ConnectionViewTest {
    private static final String SECRET = "very-secret-key";

    private final FxRobot robot = new FxRobot();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final FakeSecretStore store = new FakeSecretStore();
    private Supplier<ConnectionCheck> check =
            () -> new ConnectionCheck(true, "Works", "3 models, listed in 20 ms.");
    private ConnectionViewModel model;
    private KeptKey key;
    private Stage stage;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        robot.interact(stage::close);
    }

    private void open(Map<String, String> environment) {
        key = new ApiKeys(environment, store).gemini();
        open(Optional.of(key), 460);
    }

    private void open(Optional<KeptKey> kept, double width) {
        model = new ConnectionViewModel(connection(kept), background::add, robot::interact);
        robot.interact(() -> {
            stage = new Stage();
            ConnectionView view = new ConnectionView("gemini", model);
            stage.setScene(new Scene(new VBox(new Button("other"), view), width, 300));
            stage.show();
        });
        work();
    }

    private ConnectionViewModel.Connection connection(Optional<KeptKey> kept) {
        return new ConnectionViewModel.Connection() {
            @Override
            public Optional<KeptKey> key() {
                return kept;
            }

            @Override
            public Supplier<ConnectionCheck> check() {
                return check;
            }
        };
    }

    /// What was left to the background is done.
    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private void asks(ModelProvider provider) {
        check = () -> ConnectionCheck.of(provider, () -> 0);
    }

    private boolean isSeen(Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }

    private boolean isSeen(String query) {
        return isSeen(robot.lookup(query).query());
    }

    private Button test() {
        return robot.lookup("#geminiTest").queryButton();
    }

    /// As it is drawn: a text that lacks room ends in dots.
    private String drawn(String query) {
        robot.interact(stage.getScene().getRoot()::layout);
        Node inside = robot.lookup(query).query();
        return robot.from(inside).lookup(".text").queryAllAs(Text.class).stream()
                .filter(this::isSeen)
                .map(Text::getText)
                .collect(Collectors.joining(" "));
    }

    private String drawnAll() {
        robot.interact(stage.getScene().getRoot()::layout);
        Stream<String> texts =
                robot.lookup(".text").queryAllAs(Text.class).stream().map(Text::getText);
        Stream<String> tooltips =
                robot.lookup(n -> n instanceof Control).queryAllAs(Control.class).stream()
                        .map(Control::getTooltip)
                        .filter(t -> t != null)
                        .map(Tooltip::getText);
        return Stream.concat(texts, tooltips).collect(Collectors.joining("\n"));
    }

    private String icon() {
        return robot.lookup("#geminiHeadline .ikonli-font-icon")
                .queryAs(FontIcon.class)
                .getIconLiteral();
    }

    @Test
    void nothingIsSaidOfATestThatNobodyMade() {
        open(Map.of());

        assertThat(drawn("#geminiKey")).isEqualTo("No key is set.");
        assertThat(isSeen("#geminiForget")).isFalse();
        assertThat(isSeen("#geminiHeadline")).isFalse();
        assertThat(drawn("#geminiTest")).isEqualTo("Test connection");
        assertThat(test().isDisabled()).isFalse();
    }

    @Test
    void aTestUnderWayIsSeenAndNotBegunTwice() {
        open(Map.of());
        robot.clickOn("#geminiTest");

        assertThat(drawn("#geminiTest")).isEqualTo("Testing ...");
        robot.clickOn("#geminiTest");
        assertThat(background).hasSize(1);
        work();
        assertThat(drawn("#geminiTest")).isEqualTo("Test connection");
        assertThat(test().isDisabled()).isFalse();
    }

    @Test
    void aConnectionThatWorksSaysSo() throws Exception {
        try (FakeGeminiServer server = new FakeGeminiServer()) {
            open(Map.of("GEMINI_API_KEY", SECRET));
            asks(new GeminiProvider(key::get, Optional.of(server.url()), Optional.empty()));
            robot.clickOn("#geminiTest");
            work();
        }

        assertThat(drawn("#geminiHeadline")).startsWith("Works");
        assertThat(drawn("#geminiMessage")).isEqualTo("1 model, listed in 0 ms.");
        assertThat(icon()).isEqualTo("fth-check-circle");
        assertThat(robot.lookup(".connection-result.works").tryQuery()).isPresent();
    }

    @Test
    void withoutAKeyTheTestSaysWhatToDo() {
        open(Map.of());
        asks(new GeminiProvider(key::get, Optional.empty(), Optional.empty()));
        robot.clickOn("#geminiTest");
        work();

        assertThat(drawn("#geminiHeadline")).startsWith("No working key");
        assertThat(drawn("#geminiMessage")).contains("API key");
        assertThat(icon()).isEqualTo("fth-alert-circle");
        assertThat(robot.lookup(".connection-result.fails").tryQuery()).isPresent();
    }

    @Test
    void aWrongKeyIsSaidAndNotShownEvenIfTheServerQuotesIt() throws Exception {
        String quoting = "{\"error\":{\"message\":\"Incorrect API key: " + SECRET + "\"}}";
        try (FakeHttpServer http =
                new FakeHttpServer(0, (r, e) -> e.full(401, "application/json", quoting))) {
            open(Map.of("GEMINI_API_KEY", SECRET));
            asks(new OpenAiProvider(() -> http.url() + "/v1", at -> key.get()));
            robot.clickOn("#geminiTest");
            work();
        }

        assertThat(drawn("#geminiHeadline")).startsWith("No working key");
        assertThat(drawn("#geminiMessage")).contains("Incorrect API key");
        assertThat(drawnAll()).doesNotContain(SECRET);
    }

    @Test
    void aServerThatIsNotThereIsToldFromAWrongKey() throws Exception {
        String gone;
        try (FakeGeminiServer server = new FakeGeminiServer()) {
            gone = server.url();
        }
        open(Map.of("GEMINI_API_KEY", SECRET));
        asks(new GeminiProvider(key::get, Optional.of(gone), Optional.empty()));
        robot.clickOn("#geminiTest");
        work();

        assertThat(drawn("#geminiHeadline")).startsWith("Not reached");
        assertThat(robot.lookup(".connection-result.fails").tryQuery()).isPresent();
        assertThat(robot.lookup(".connection-result.works").tryQuery()).isEmpty();
    }

    @Test
    void whatTheLastTestSaidGoesWhenTheNextBegins() {
        open(Map.of());
        check = () -> new ConnectionCheck(false, "Not reached", "Start the server.");
        robot.clickOn("#geminiTest");
        work();
        check = () -> new ConnectionCheck(true, "Works", "3 models.");
        robot.clickOn("#geminiTest");

        assertThat(isSeen("#geminiHeadline")).isFalse();
        work();
        assertThat(drawn("#geminiHeadline")).startsWith("Works");
        assertThat(icon()).isEqualTo("fth-check-circle");
    }

    @Test
    void aLongMessageIsWrittenOutInANarrowWindow() {
        String message =
                "Nobody answers at http://localhost:11434/v1. Start the server. ".repeat(4);
        check = () -> new ConnectionCheck(false, "Not reached", message.strip());
        key = new ApiKeys(Map.of("GEMINI_API_KEY", SECRET), store).gemini();
        open(Optional.of(key), 300);
        robot.clickOn("#geminiTest");
        work();

        assertThat(drawn("#geminiMessage").replace('\n', ' ')).isEqualTo(message.strip());
        assertThat(drawn("#geminiKey").replace('\n', ' '))
                .startsWith("The key comes from the environment variable GEMINI_API_KEY.");
        assertThat(drawn("#geminiTest")).isEqualTo("Test connection");
    }

    @Test
    void aKeyOfTheEnvironmentIsNamedButNotShownAndCannotBeForgotten() {
        open(Map.of("GEMINI_API_KEY", SECRET));

        assertThat(drawn("#geminiKey"))
                .startsWith("The key comes from the environment variable GEMINI_API_KEY.");
        assertThat(isSeen("#geminiForget")).isFalse();
        assertThat(drawnAll()).doesNotContain(SECRET);
    }

    @Test
    void aKeyOfTheKeyStoreIsForgottenByAButton() throws Exception {
        store.write("gemini", SECRET);
        open(Map.of());
        assertThat(drawn("#geminiKey")).startsWith("The key is in this computer's key store.");
        assertThat(drawnAll()).doesNotContain(SECRET);
        robot.clickOn("#geminiForget");
        work();

        assertThat(store.secrets()).isEmpty();
        assertThat(drawn("#geminiKey")).startsWith("No key is set.");
        assertThat(isSeen("#geminiForget")).isFalse();
    }

    @Test
    void aKeyOfThisSessionSaysHowLongItIsKept() {
        open(Map.of());
        store.remove();
        key.keep(SECRET, true);
        robot.interact(model::refresh);
        work();
        assertThat(drawn("#geminiKey")).startsWith("The key is kept until Easel is closed.");
        assertThat(drawnAll()).doesNotContain(SECRET);
        robot.clickOn("#geminiForget");
        work();

        assertThat(key.get()).isEmpty();
        assertThat(drawn("#geminiKey")).startsWith("No key is set.");
    }

    @Test
    void aKeyThatTheKeyStoreDoesNotLetGoOfIsSaidToBeThere() throws Exception {
        store.write("gemini", SECRET);
        open(Map.of());
        store.remove();
        robot.clickOn("#geminiForget");
        work();

        assertThat(drawn("#geminiHeadline")).startsWith("Still there");
        assertThat(drawn("#geminiMessage").replace('\n', ' '))
                .contains("did not let go", "or try again");
        assertThat(drawn("#geminiKey")).startsWith("The key is in this computer's key store.");
        assertThat(isSeen("#geminiForget")).isTrue();
    }

    @Test
    void googlesCloudHasNoKeyToForget() {
        open(Optional.empty(), 460);

        assertThat(drawn("#geminiKey").replace('\n', ' ')).contains("Google Cloud", "no key");
        assertThat(isSeen("#geminiForget")).isFalse();
    }

    @Test
    void theButtonsAreReachedAndPressedByKeys() throws Exception {
        store.write("gemini", SECRET);
        open(Map.of());
        robot.interact(() -> robot.lookup("other").queryButton().requestFocus());
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        work();
        assertThat(store.secrets()).isEmpty();
        // The button that forgot is gone.
        assertThat(test().isFocused()).isTrue();
        robot.push(KeyCode.SPACE);
        work();

        assertThat(drawn("#geminiHeadline")).startsWith("Works");
    }

    @Test
    void whoTestsByKeysCanTestAgain() {
        open(Map.of());
        robot.interact(() -> test().requestFocus());
        robot.push(KeyCode.SPACE);
        work();

        assertThat(test().isFocused()).isTrue();
    }

    @Test
    void aTestOfAKeyThatIsForgottenMeanwhileSaysNothing() throws Exception {
        store.write("gemini", SECRET);
        open(Map.of());
        robot.clickOn("#geminiTest");
        Runnable testing = background.remove();
        robot.clickOn("#geminiForget");
        work();
        testing.run();

        assertThat(drawn("#geminiKey")).startsWith("No key is set.");
        assertThat(isSeen("#geminiHeadline")).isFalse();
        assertThat(drawn("#geminiTest")).isEqualTo("Test connection");
    }

    @Test
    void whatWasSaidOfAnotherKeyGoesWhenOneIsConnected() {
        open(Map.of());
        asks(new GeminiProvider(key::get, Optional.empty(), Optional.empty()));
        robot.clickOn("#geminiTest");
        work();
        assertThat(drawn("#geminiHeadline")).startsWith("No working key");
        key.keep(SECRET, true);
        robot.interact(model::refresh);
        work();

        assertThat(drawn("#geminiKey")).startsWith("The key is in this computer's key store.");
        assertThat(isSeen("#geminiHeadline")).isFalse();
    }
}
