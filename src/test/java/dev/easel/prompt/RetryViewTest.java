package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.ProviderException;
import dev.easel.provider.Retry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class RetryViewTest {
    private static final Instant BEGIN = Instant.parse("2026-11-24T12:00:00Z");
    private static final String REASON =
            "Google's server has too much to do (503). Wait a little, or choose another model.";

    private final FxRobot robot = new FxRobot();
    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final ObjectProperty<Optional<Retry>> retry =
            new SimpleObjectProperty<>(Optional.empty());
    private final List<String> pressed = new ArrayList<>();
    private RetryView view;
    private Stage stage;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        robot.interact(stage::close);
    }

    private void open(boolean told, double width) {
        robot.interact(() -> {
            RetryView.Actions actions =
                    new RetryView.Actions(() -> pressed.add("now"), () -> pressed.add("stop"));
            view = new RetryView(retry, actions, told, now::get);
            stage = new Stage();
            stage.setScene(new Scene(new VBox(view, new Button("other")), width, 300));
            stage.show();
        });
    }

    private static Retry retry(int attempt, long millis, String reason) {
        ProviderException failure =
                new ProviderException(ProviderException.Kind.SERVER, reason, null);
        return new Retry(attempt, 4, failure, BEGIN.plusMillis(millis));
    }

    private void wait(Retry next) {
        robot.interact(() -> retry.set(Optional.of(next)));
    }

    private void until(String count) throws Exception {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> count().getText().equals(count)).get());
    }

    private Label count() {
        return robot.lookup(".retry-count").queryAs(Label.class);
    }

    private boolean isSeen(Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }

    private void layOut() {
        robot.interact(stage.getScene().getRoot()::layout);
    }

    private boolean areButtonsSeen() {
        return isSeen(robot.lookup("#tryNow").query())
                && isSeen(robot.lookup("#stopTrying").query());
    }

    /// Every text as it is drawn: one that lacks room ends in dots.
    private String drawn() {
        layOut();
        return robot.from(view).lookup(".text").queryAllAs(Text.class).stream()
                .filter(this::isSeen)
                .map(Text::getText)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void nothingIsSeenWhileNothingIsWaitedFor() {
        open(true, 400);

        assertThat(view.isVisible()).isFalse();
        layOut();
        assertThat(robot.lookup("other").queryButton().getLayoutY()).isZero();
    }

    @Test
    void theCardSaysWhyWhichAttemptAndWhen() {
        open(true, 400);
        wait(retry(2, 3_000, REASON));

        assertThat(drawn()).isEqualTo(REASON + "\nAttempt 2 of 4 in 3 s\nTry now\nStop");
    }

    @Test
    void aSecondThatHasBegunIsCountedAsWhole() {
        open(true, 400);
        wait(retry(2, 2_001, REASON));

        assertThat(count().getText()).isEqualTo("Attempt 2 of 4 in 3 s");
    }

    @Test
    void theSecondsGoByWithoutAnybodysDoing() throws Exception {
        open(true, 400);
        wait(retry(2, 3_000, REASON));
        now.set(BEGIN.plusMillis(1_500));
        until("Attempt 2 of 4 in 2 s");

        now.set(BEGIN.plusMillis(2_999));
        until("Attempt 2 of 4 in 1 s");
        assertThat(areButtonsSeen()).isTrue();
    }

    @Test
    void whenItsTimeHasComeThereIsNothingToPressButTheReasonStays() throws Exception {
        open(true, 400);
        wait(retry(2, 3_000, REASON));
        now.set(BEGIN.plusMillis(3_000));
        until("Attempt 2 of 4 ...");

        assertThat(areButtonsSeen()).isFalse();
        assertThat(drawn()).isEqualTo(REASON + "\nAttempt 2 of 4 ...");
    }

    @Test
    void theNextFailureCountsAgain() throws Exception {
        open(true, 400);
        wait(retry(2, 1_000, REASON));
        now.set(BEGIN.plusMillis(1_000));
        until("Attempt 2 of 4 ...");
        wait(retry(3, 5_000, "The connection broke."));

        assertThat(drawn())
                .isEqualTo("The connection broke.\nAttempt 3 of 4 in 4 s\nTry now\nStop");
        now.set(BEGIN.plusMillis(4_500));
        until("Attempt 3 of 4 in 1 s");
    }

    @Test
    void anAttemptThatTheUserBeganIsNotCountedDownTo() {
        open(true, 400);
        Retry next = retry(2, 30_000, REASON);
        wait(next);
        wait(next.at(BEGIN));

        assertThat(count().getText()).isEqualTo("Attempt 2 of 4 ...");
        assertThat(areButtonsSeen()).isFalse();
    }

    @Test
    void itGoesWithTheWaiting() {
        open(true, 400);
        wait(retry(2, 3_000, REASON));
        robot.interact(() -> retry.set(Optional.empty()));

        assertThat(view.isVisible()).isFalse();
        layOut();
        assertThat(robot.lookup("other").queryButton().getLayoutY()).isZero();
    }

    @Test
    void eachButtonDoesWhatItSays() {
        open(true, 400);
        wait(retry(2, 3_000, REASON));
        robot.clickOn("#tryNow");
        robot.clickOn("#stopTrying");

        assertThat(pressed).containsExactly("now", "stop");
    }

    @Test
    void theButtonsAreReachedAndPressedByKeys() {
        open(true, 400);
        wait(retry(2, 3_000, REASON));
        robot.interact(() -> robot.lookup("other").queryButton().requestFocus());
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SPACE);

        assertThat(pressed).containsExactly("now", "stop");
    }

    @Test
    void aReasonIsWrittenOutHoweverNarrowTheCard() {
        open(true, 260);
        wait(retry(2, 3_000, REASON));

        assertThat(drawn().replace('\n', ' ')).startsWith(REASON);
        assertThat(view.getWidth()).isEqualTo(260);
    }

    @Test
    void theLineHasTheReasonInItsTooltip() {
        open(false, 400);
        wait(retry(2, 3_000, REASON));

        assertThat(drawn()).isEqualTo("Attempt 2 of 4 in 3 s\nTry now\nStop");
        assertThat(count().getTooltip().getText()).isEqualTo(REASON);
        wait(retry(3, 3_000, "The connection broke."));
        assertThat(count().getTooltip().getText()).isEqualTo("The connection broke.");
    }

    @Test
    void theLineCutsNothingOffWhereThereIsLittleRoom() {
        open(false, 120);
        wait(retry(2, 3_000, REASON));

        assertThat(drawn()).isEqualTo("Attempt 2 of 4 in 3 s\nTry now\nStop");
    }
}
