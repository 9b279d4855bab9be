package dev.easel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import dev.easel.history.HistoryRow.RevisionRow;
import dev.easel.history.HistoryViewModel.State;
import dev.easel.project.Artifact;
import dev.easel.project.Asked;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Run;
import dev.easel.ui.FxExecutor;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class HistoryViewTest extends ApplicationTest {
    private final InMemoryHistoryRepository history = new InMemoryHistoryRepository();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private HistoryViewModel viewModel;
    private HistoryView view;

    @Override
    public void start(Stage stage) {
        project("Clock", "a clock", "in red");
        project("Balloons", "transparent balloons");
        viewModel =
                new HistoryViewModel(
                        history, background, new FxExecutor(), Clock.systemDefaultZone());
        view = new HistoryView(viewModel);
        viewModel.refresh();
        stage.setScene(new Scene(view, 240, 500));
        stage.show();
    }

    @AfterEach
    void stopBackground() {
        background.shutdownNow();
    }

    private void project(String title, String... prompts) {
        Project project = history.createProject(title);
        for (String prompt : prompts) {
            Run run = history.startRun(project.id(), Asked.prompt("g", "m", "", prompt));
            Artifact page = new Artifact(List.of(new ProjectFile("index.html", prompt)));
            history.addRevision(project.id(), run.id(), prompt.equals("in red"), page);
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        waitFor(20, TimeUnit.SECONDS, condition);
    }

    private boolean shows(String text) {
        return lookup((Node n) -> n instanceof Label l && l.getText().equals(text) && l.isVisible())
                .tryQuery()
                .isPresent();
    }

    private void untilShown(String text) throws Exception {
        until(() -> shows(text));
    }

    private ListView<HistoryRow> list() {
        return lookup("#historyList").queryListView();
    }

    @Test
    void aClickOnAProjectUnfoldsItAndAClickOnARevisionSelectsIt() throws Exception {
        untilShown("Clock");

        clickOn("Clock");
        untilShown("r2");
        assertThat(viewModel.selectedRevision().get().number()).isEqualTo(1);
        assertThat(lookup(".history-partial").tryQuery()).isPresent();

        clickOn("r2");
        until(() -> viewModel.selectedRevision().get().number() == 2);
        assertThat(list().getSelectionModel().getSelectedItem()).isInstanceOf(RevisionRow.class);
    }

    @Test
    void theKeyboardPassesOverHeadingsAndEnterOpens() throws Exception {
        untilShown("Clock");

        clickOn("#historySearch").type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.UP);
        type(KeyCode.ENTER);

        until(() -> viewModel.selectedProject().get() != null);
        assertThat(viewModel.selectedProject().get().title()).isEqualTo("Balloons");
    }

    @Test
    void typingSearchesAndTheClearButtonEndsIt() throws Exception {
        untilShown("Clock");

        clickOn("#historySearch").write("transp");
        untilShown("1 project found");
        until(() -> !shows("Clock"));
        assertThat(lookup(".history-match").tryQuery()).isPresent();

        clickOn("#historySearchClear");
        untilShown("Clock");
    }

    @Test
    void whatIsNotFoundIsSaid() throws Exception {
        untilShown("Clock");

        clickOn("#historySearch").write("zebra");

        until(() -> lookup("#historyNothingFound").query().isVisible());
        assertThat(list().isVisible()).isFalse();
        type(KeyCode.ESCAPE);
        untilShown("Clock");
    }

    @Test
    void f2RenamesAndEnterKeepsTheNewTitle() throws Exception {
        untilShown("Clock");
        clickOn("Clock");
        untilShown("r1");

        type(KeyCode.F2);
        TextField field = lookup("#historyRename").query();
        interact(field::clear);
        write("Sundial").type(KeyCode.ENTER);

        untilShown("Sundial");
        assertThat(history.projects()).extracting(Project::title).contains("Sundial");
    }

    @Test
    void escapeEndsARenameWithoutChange() throws Exception {
        untilShown("Clock");
        clickOn("Clock");
        untilShown("r1");

        type(KeyCode.F2).write("Sundial").type(KeyCode.ESCAPE);

        untilShown("Clock");
        assertThat(lookup("#historyRename").tryQuery()).isEmpty();
        assertThat(history.projects()).extracting(Project::title).contains("Clock");
    }

    @Test
    void deletingAsksFirst() throws Exception {
        untilShown("Clock");
        clickOn("Clock");
        untilShown("r1");

        type(KeyCode.DELETE);
        until(() -> lookup("#historyDeleteCancel").tryQuery().isPresent());
        clickOn("#historyDeleteCancel");
        assertThat(history.projects()).hasSize(2);

        interact(() -> list().requestFocus());
        type(KeyCode.DELETE);
        until(() -> lookup("#historyDeleteConfirm").tryQuery().isPresent());
        clickOn("#historyDeleteConfirm");

        until(() -> history.projects().size() == 1);
        until(() -> !shows("Clock"));
        assertThat(viewModel.selectedProject().get()).isNull();
    }

    @Test
    void theContextMenuDeletesToo() throws Exception {
        untilShown("Balloons");

        rightClickOn("Balloons");
        until(() -> lookup("#historyMenuDelete").tryQuery().isPresent());
        clickOn("#historyMenuDelete");
        until(() -> lookup("#historyDeleteConfirm").tryQuery().isPresent());
        clickOn("#historyDeleteConfirm");

        until(() -> !shows("Balloons"));
        assertThat(history.projects()).extracting(Project::title).containsExactly("Clock");
    }

    @Test
    void anErrorIsShownWithAWayToTryAgain() throws Exception {
        untilShown("Clock");
        history.failWith("The disk is full.");
        interact(viewModel::refresh);
        untilShown("The disk is full.");

        history.failWith("");
        clickOn("#historyRetry");

        until(() -> viewModel.state().get() == State.READY);
        untilShown("Clock");
    }

    @Test
    void thePlusButtonSelectsNothing() throws Exception {
        untilShown("Clock");
        clickOn("Clock");
        untilShown("r1");

        clickOn("#historyNew");

        until(() -> viewModel.selectedProject().get() == null);
        until(() -> !shows("r1"));
        assertThat(list().getSelectionModel().getSelectedItem()).isNull();
    }

    @Test
    void anEmptyHistorySaysWhatWillBeHere() throws Exception {
        untilShown("Clock");
        history.projects().forEach(p -> history.deleteProject(p.id()));

        interact(viewModel::refresh);

        until(() -> lookup("#historyEmpty").query().isVisible());
        assertThat(list().isVisible()).isFalse();
    }

    @Test
    void everyRowTellsAScreenReaderWhatItIs() throws Exception {
        untilShown("Clock");
        clickOn("Clock");
        untilShown("r2");

        assertThat(
                        lookup(".history-cell").queryAll().stream()
                                .map(Node::getAccessibleText)
                                .filter(t -> t != null))
                .anyMatch(t -> t.startsWith("Clock, 2 revisions"))
                .anyMatch(t -> t.startsWith("Revision 1, ") && t.endsWith(": a clock"))
                .anyMatch(t -> t.startsWith("Revision 2, incomplete, "));
    }
}
