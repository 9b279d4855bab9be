package dev.easel.app;

import dev.easel.history.HistoryRepository;
import dev.easel.history.SqliteHistoryRepository;
import dev.easel.project.Run;
import dev.easel.provider.fake.FakeGeminiServer;
import dev.easel.provider.samples.Pace;
import dev.easel.settings.DataDirectories;
import dev.easel.settings.FakeSecretStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The real window with a real history on disk, and what every test of it does. A restart is
/// another one with the same home.
final class OpenWindow implements AutoCloseable {
    private static final long LIMIT_SECONDS = 30;

    private final FxRobot robot = new FxRobot();
    private final Services services;
    private EaselWindow window;
    private Stage stage;

    /// What is behind the window; [#show()] opens it.
    ///
    /// @param home where everything is kept
    /// @param server answers for Google
    /// @param more of the environment, e.g. a key
    OpenWindow(Path home, FakeGeminiServer server, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("EASEL_HOME", home.toString());
        environment.put("GOOGLE_GEMINI_BASE_URL", server.url());
        // Whatever runs on the developer's computer is none of a test's.
        environment.putIfAbsent("EASEL_LOCAL_SERVERS", "");
        services = new Services(environment, Pace.instant(), new FakeSecretStore());
        services.runs();
    }

    OpenWindow show() {
        return show(stage -> {});
    }

    /// @param prepare makes the stage ready, before the window is on it
    OpenWindow show(Consumer<Stage> prepare) {
        robot.interact(() -> {
            stage = new Stage();
            prepare.accept(stage);
            window = new EaselWindow(services, stage);
            window.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /// As the user closes it; a second time does nothing.
    @Override
    public void close() {
        if (stage != null) {
            robot.interact(() -> {
                window.save();
                stage.hide();
            });
            stage = null;
            services.close();
        }
    }

    Services services() {
        return services;
    }

    Stage stage() {
        return stage;
    }

    MainViewModel model() {
        return window.model();
    }

    TextInputControl prompt() {
        return robot.lookup("#promptEditor").queryTextInputControl();
    }

    /// Types at the caret.
    void type(String text) {
        robot.interact(() -> prompt().requestFocus());
        robot.write(text);
    }

    void ask(String text) {
        type(text);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    }

    /// What the status line says of the run, e.g. `Done`.
    String state() {
        return robot.lookup("#statusState").queryLabeled().getText();
    }

    /// Waits for a condition, which is looked at on the JavaFX thread.
    static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                LIMIT_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    static DataDirectories directories(Path home) {
        return DataDirectories.of(Map.of("EASEL_HOME", home.toString()));
    }

    /// Opened beside whatever the window has open.
    static HistoryRepository history(Path home) {
        return SqliteHistoryRepository.open(directories(home).database());
    }

    /// All that are on disk.
    static List<Run> runs(Path home) {
        try (HistoryRepository history = history(home)) {
            return history.projects().stream().flatMap(p -> history.runs(p.id()).stream()).toList();
        }
    }
}
