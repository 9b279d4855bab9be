package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Asked;
import dev.easel.project.Attachment;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.Timings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ConversationViewTest {
    private final FxRobot robot = new FxRobot();
    private final ConversationViewModel model = new ConversationViewModel(new NoActions());
    private Stage stage;

    private record NoActions() implements ConversationViewModel.Actions {
        @Override
        public void tryAgain(RunCard card) {}

        @Override
        public void tryNow(RunCard card) {}

        @Override
        public void stop(RunCard card) {}

        @Override
        public void continueReply(RunCard card) {}

        @Override
        public void fix(RunCard card) {}

        @Override
        public void open(Revision revision) {}

        @Override
        public void showChanges(Revision revision) {}

        @Override
        public void images(RunCard card, Consumer<List<Attachment>> then) {}
    }

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new ConversationView(model), 400, 300));
            stage.show();
            model.show(IntStream.range(0, 8).mapToObj(ConversationViewTest::card).toList());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        robot.interact(stage::close);
    }

    private static RunCard card(int number) {
        Asked asked = Asked.prompt("p", "m", "", "prompt " + number);
        Run run = Run.begin("run" + number, "project", Instant.EPOCH, asked);
        return new RunCard(run, "Some words about the page.", Optional.empty());
    }

    private ScrollPane scroll() {
        return robot.lookup(n -> n instanceof ScrollPane p && p.getContent() != null)
                .queryAs(ScrollPane.class);
    }

    private void grow() {
        robot.interact(
                () -> model.cards().getLast().prose().append("\n\nAnd more of it.".repeat(20)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theEndIsSeenAndFollowed() {
        assertThat(scroll().getVvalue()).isEqualTo(1);
        grow();
        assertThat(scroll().getVvalue()).isEqualTo(1);
    }

    @Test
    void whoReadsFurtherUpIsLeftThereUntilTheNextCard() {
        robot.interact(scroll()::requestFocus);
        robot.push(KeyCode.PAGE_UP);
        robot.push(KeyCode.PAGE_UP);
        double read = scroll().getVvalue();
        assertThat(read).isLessThan(1);
        grow();
        assertThat(scroll().getVvalue()).isLessThanOrEqualTo(read);

        robot.interact(() -> model.add(card(9)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(scroll().getVvalue()).isEqualTo(1);
    }

    @Test
    void theThoughtsSayHowLongTheyTookAsSoonAsTheModelWrites() {
        RunCard last = model.cards().getLast();
        robot.interact(() -> {
            last.thoughts().append("First the clock.");
            last.soFar(of -> of.with(new Timings(200, -1, -1)));
        });
        assertThat(title()).isEqualTo("Thinking ...");
        robot.interact(() -> last.soFar(of -> of.with(new Timings(200, 4_700, -1))));
        assertThat(title()).isEqualTo("Thought for 4.5 s");
    }

    private String title() {
        return robot.lookup(".run-thinking").<TitledPane>queryAll().stream()
                .filter(Node::isVisible)
                .map(TitledPane::getText)
                .findFirst()
                .orElseThrow();
    }
}
