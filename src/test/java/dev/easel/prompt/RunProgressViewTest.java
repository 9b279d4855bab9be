package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Asked;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.project.Timings;
import dev.easel.provider.ProviderException;
import dev.easel.provider.Retry;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RunProgressViewTest {
    private static final Instant BEGIN = Instant.parse("2026-11-24T10:00:00Z");

    private final RunCard card =
            new RunCard(
                    Run.begin("r", "p", BEGIN, Asked.prompt("gemini", "m", "", "a page")),
                    "",
                    Optional.empty());
    private volatile Instant now = BEGIN;
    private RunProgressView view;

    @Start
    void start(Stage stage) {
        view = new RunProgressView(card, () -> now);
        stage.setScene(new Scene(new StackPane(view), 300, 100));
        stage.show();
    }

    @Test
    void tellsWhatTheRunIsAt(FxRobot robot) {
        assertThat(text(robot)).isEqualTo("Waiting for the first word ...");
        robot.interact(() -> card.soFar(of -> of.with(new Timings(300, -1, -1))));
        assertThat(text(robot)).isEqualTo("Thinking ...");
        robot.interact(() -> card.soFar(of -> of.with(new Timings(300, 900, -1))));
        assertThat(text(robot)).isEqualTo("Writing ...");
    }

    @Test
    void countsTheSecondsOfALongSilence(FxRobot robot) throws Exception {
        now = BEGIN.plusSeconds(42);
        until(robot, "Waiting for the first word ...  \u00b7  42 s");
        now = BEGIN.plusSeconds(63);
        until(robot, "Waiting for the first word ...  \u00b7  1 min 3 s");
        now = BEGIN.plusSeconds(1_200);
        until(robot, "Waiting for the first word ...  \u00b7  20 min 0 s");
    }

    @Test
    void isGoneWhileAnotherAttemptIsWaitedForAndAtTheEnd(FxRobot robot) {
        ProviderException reason =
                new ProviderException(ProviderException.Kind.SERVER, "Busy.", null);
        robot.interact(() -> card.retrying(Optional.of(new Retry(2, 5, reason, BEGIN))));
        assertThat(view.isVisible()).isFalse();
        assertThat(view.isManaged()).isFalse();
        robot.interact(() -> card.retrying(Optional.empty()));
        assertThat(view.isVisible()).isTrue();
        robot.interact(() ->
                card.ended(card.run().end(RunResult.of(RunStatus.COMPLETE, "")), Optional.empty()));
        assertThat(view.isVisible()).isFalse();
    }

    private static void until(FxRobot robot, String text) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> text(robot).equals(text));
    }

    private static String text(FxRobot robot) {
        return robot.lookup(".run-progress .label").queryAs(Label.class).getText();
    }
}
