package dev.easel.app;

import static dev.easel.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Asked;
import dev.easel.project.Cost;
import dev.easel.project.Project;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import dev.easel.provider.fake.FakeGeminiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Costs and the daily limit in the real window.
class LimitWindowTest {
    private static final String PAGE =
            "```html index.html\n<!DOCTYPE html>\n<p>x</p>\n</html>\n```\n";
    private static final String BROKEN =
            "```html index.html\n<!DOCTYPE html>\n<script>missing();</script>\n</html>\n```\n";
    // 1,000 in at 500 and 10,000 out at 3,000 billionths: 0.0305 dollars.
    private static final Usage USAGE = new Usage(1_000, 0, 10_000, 0, false);

    @TempDir Path home;

    private final FxRobot robot = new FxRobot();
    private FakeGeminiServer server;
    private OpenWindow window;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        server = new FakeGeminiServer();
        server.answer(reply -> reply.text(PAGE).finish("STOP", USAGE));
    }

    @AfterEach
    void stop() {
        window.close();
        server.close();
    }

    private void open(String limit, String model) throws Exception {
        Path file = OpenWindow.directories(home).settingsFile();
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"dailyLimit\": \"%s\", \"provider\": \"gemini\", \"models\": {\"gemini\": \"%s\"}}"
                        .formatted(limit, model));
        window = new OpenWindow(home, server, Map.of("GEMINI_API_KEY", "k")).show();
    }

    private void open(String limit) throws Exception {
        open(limit, "gemini-3-flash-preview");
    }

    private void spend(long nanoUsd) {
        Project project = window.services().history().createProject("earlier");
        Run run =
                window.services()
                        .history()
                        .startRun(project.id(), Asked.prompt("gemini", "m", "", "x"));
        window.services()
                .history()
                .finishRun(
                        run.id(),
                        new RunResult(
                                RunStatus.COMPLETE,
                                "",
                                "",
                                USAGE,
                                Timings.NONE,
                                1,
                                Optional.of(new Cost(nanoUsd, "x"))));
    }

    private void press(String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }

    private boolean isThere(String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    private String text(String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    private boolean isDone() {
        return window.state().equals("Done");
    }

    private long asked() {
        return server.http().requests().stream()
                .filter(r -> r.path().contains("GenerateContent"))
                .count();
    }

    @Test
    void theCardTheStatusLineAndTheSettingsTellWhatARunCost() throws Exception {
        open("");
        window.ask("draw");
        until(() -> isDone() && isThere(".revision-badge"));
        until(() -> text("#statusSpent").equals("today $0.0305  \u00b7  project $0.0305"));
        assertThat(text("#statusFigures")).endsWith("$0.0305");

        // The dialog lasts until it is closed.
        WaitForAsyncUtils.asyncFx(
                () -> robot.lookup("#statusSpent").queryAs(Hyperlink.class).fire());
        until(() -> isThere("#costDays"));
        assertThat(robot.lookup("#costDays .cost-amount").queryLabeled().getText())
                .isEqualTo("$0.0305");
        assertThat(robot.lookup("#costProjects .label").queryLabeled().getText()).isEqualTo("Draw");
        robot.interact(() -> robot.lookup("#dailyLimit").queryTextInputControl().setText("3"));
        assertThat(window.services().settings().dailyLimit).isEqualTo("3");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void cancelSendsNothingAndKeepsWhatWasTyped() throws Exception {
        open("0.01");
        window.ask("draw");
        until(() -> isThere("#limitQuestion"));
        assertThat(text("#limitText")).contains("would pass today's limit of $0.01");
        press("#limitCancel");

        assertThat(isThere("#limitQuestion")).isFalse();
        assertThat(window.prompt().getText()).isEqualTo("draw");
        assertThat(window.prompt().isFocused()).isTrue();
        assertThat(asked()).isZero();
        assertThat(window.services().history().projects()).isEmpty();
    }

    @Test
    void runAnywayRunsOnceAndTheLimitStays() throws Exception {
        open("0.01");
        window.ask("draw");
        until(() -> isThere("#limitQuestion"));
        press("#limitRun");
        until(() -> isDone() && isThere(".revision-badge"));

        assertThat(window.prompt().getText()).isEmpty();
        assertThat(asked()).isEqualTo(1);
        window.ask("more");
        until(() -> isThere("#limitQuestion"));
        assertThat(text("#limitText")).contains("is reached: $0.0305 spent");
    }

    @Test
    void raisingTheLimitIsKeptAndRuns() throws Exception {
        open("0.01");
        window.ask("draw");
        until(() -> isThere("#limitQuestion"));
        assertThat(text("#limitRaise")).isEqualTo("Raise limit to $0.05");
        press("#limitRaise");
        until(() -> isDone() && isThere(".revision-badge"));

        assertThat(window.services().settings().dailyLimit).isEqualTo("0.05");
    }

    @Test
    void anotherProjectDropsTheQuestion() throws Exception {
        open("0.01");
        window.ask("draw");
        until(() -> isThere("#limitQuestion"));
        robot.interact(() -> window.model().newProject());

        assertThat(isThere("#limitQuestion")).isFalse();
        assertThat(window.prompt().getText()).isEqualTo("draw");
    }

    @Test
    void aPromptThatWaitsStaysInTheQueueUntilItIsAllowed() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.answer(reply -> reply.text("Here.\n").await(gate).text(PAGE).finish("STOP", USAGE));
        open("0.04");
        window.ask("first");
        until(() -> isThere(".run-card"));
        window.ask("second");
        until(() -> isThere(".queue-row"));
        window.ask("typed");
        robot.interact(() -> window.model().prompt().queue().edit(1));
        robot.interact(() -> window.prompt().requestFocus());
        gate.countDown();
        until(() -> isThere("#limitQuestion"));

        assertThat(window.prompt().isFocused()).isTrue();
        assertThat(robot.lookup(".queue-row").queryAll()).hasSize(1);
        Project project = window.services().history().projects().getFirst();
        assertThat(window.services().history().queue(project.id()))
                .extracting(p -> p.text())
                .containsExactly("second");
        press("#limitRun");
        until(() -> robot.lookup(".run-card").queryAll().size() == 2 && isDone());
        assertThat(isThere(".queue-row")).isFalse();
        assertThat(window.prompt().getText()).isEqualTo("typed");
    }

    @Test
    void aRepairThatNobodyAskedForStopsAtTheLimitAndFixAsks() throws Exception {
        server.answer(reply -> reply.text(BROKEN).finish("STOP", USAGE));
        open("0.04");
        robot.interact(() -> window.model().conversation().repairsProperty().set(true));
        window.ask("draw");
        until(() -> isThere("#repairStopped"));

        assertThat(text("#repairStopped"))
                .contains("today's limit of $0.04")
                .endsWith("So Easel did not repair this by itself; Fix asks.");
        assertThat(asked()).isEqualTo(1);
        assertThat(robot.lookup("#fixAlways").queryAs(CheckBox.class).isSelected()).isTrue();
        press("#fix");
        until(() -> isThere("#limitQuestion"));
    }

    @Test
    void anUnknownPriceIsSaidOnceAndRuns() throws Exception {
        open("0.04", "gemini-3.2-pro");
        window.ask("draw");
        until(() -> isDone() && isThere(".revision-badge"));
        assertThat(robot.lookup("#problem .label").queryLabeled().getText())
                .startsWith("The price of gemini-3.2-pro is unknown");
        assertThat(text("#statusFigures")).endsWith("unknown price");
        until(() -> text("#statusSpent").startsWith("today 1 unknown"));
        robot.interact(() -> window.model().status().problemProperty().set(""));

        window.ask("more");
        until(() -> robot.lookup(".run-card").queryAll().size() == 2 && isDone());
        assertThat(window.model().status().problemProperty().get()).isEmpty();
    }

    @Test
    void samplesAreFreeWhateverWasSpent() throws Exception {
        open("1");
        spend(2_000_000_000);
        robot.interact(() -> robot.lookup("#sample-balloons").queryButton().fire());
        until(() -> isDone());

        assertThat(text("#statusFigures")).endsWith("free");
        assertThat(isThere("#limitQuestion")).isFalse();
    }

    @Test
    void theLastCardOfAnExchangeTellsTheSum() throws Exception {
        server.answer(reply ->
                reply.text(
                                "```html index.html\n<<<<<<< SEARCH\nnowhere\n"
                                        + "=======\nx\n>>>>>>> REPLACE\n```\n")
                        .finish("STOP", USAGE));
        open("");
        window.ask("draw");
        until(() -> robot.lookup(".run-card").queryAll().size() == 3 && !isBusy());

        List<String> texts =
                robot
                        .lookup(".run-card > .text-muted")
                        .queryAllAs(javafx.scene.control.Label.class)
                        .stream()
                        .map(l -> l.getText())
                        .filter(t -> t.contains("$"))
                        .toList();
        assertThat(texts).hasSize(3);
        assertThat(texts.subList(0, 2)).allMatch(t -> t.endsWith("$0.0305"));
        assertThat(texts.getLast()).endsWith("$0.0305\n3 runs together: $0.0915");
    }

    private boolean isBusy() {
        return window.model().status().busyProperty().get();
    }
}
