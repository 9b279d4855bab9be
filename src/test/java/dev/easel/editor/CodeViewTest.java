package dev.easel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import dev.easel.ui.FxExecutor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CodeViewTest {
    private final CodeViewModel model = new CodeViewModel();
    private final Executor background = Executors.newVirtualThreadPerTaskExecutor();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new CodeView(model, background, new FxExecutor()), 600, 400));
        stage.show();
    }

    @Test
    void anEmptyPaneSaysWhatWillBeHere(FxRobot robot) {
        assertThat(robot.lookup("#codeEmpty").queryLabeled().isVisible()).isTrue();
    }

    @Test
    void streamedCodeIsShownColouredAndCounted(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.beginStream();
            model.startFile("app.js");
            model.append("app.js", "const a");
            model.append("app.js", " = 1;\n// done\n");
        });
        CodeArea area = area(robot);
        assertThat(area.getText()).isEqualTo("const a = 1;\n// done\n");
        assertThat(area.getStyleAtPosition(2)).containsExactly("code-keyword");
        assertThat(area.getStyleAtPosition(15)).containsExactly("code-comment");
        Label lines = robot.lookup("#codeLines").queryAs(Label.class);
        until(() -> lines.getText().equals("2 lines"));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    @Test
    void aLongTextIsColouredInTheBackgroundAndGoesOnStreaming(FxRobot robot) throws Exception {
        String much = "const a = 1;\n".repeat(3_000);
        robot.interact(() -> {
            model.beginStream();
            model.startFile("app.js");
            model.append("app.js", much);
            model.append("app.js", "/* end");
        });
        CodeArea area = area(robot);
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> area.getStyleAtPosition(much.length() + 2).contains("code-comment"));
        assertThat(area.getStyleAtPosition(2)).containsExactly("code-keyword");
        robot.interact(() -> model.append("app.js", " still */ let b;"));
        assertThat(area.getStyleAtPosition(area.getLength() - 5)).containsExactly("code-keyword");
    }

    @Test
    void findSelectsAndCountsMatches(FxRobot robot) {
        robot.interact(() -> {
            model.beginStream();
            model.startFile("a.txt");
            model.append("a.txt", "One two\none");
            ((CodeView) robot.window(0).getScene().getRoot()).openFind();
        });
        robot.interact(() -> robot.lookup("#codeFind").queryTextInputControl().setText("ONE"));
        assertThat(area(robot).getSelectedText()).isEqualTo("One");
        robot.type(javafx.scene.input.KeyCode.ENTER);
        assertThat(area(robot).getSelection().getStart()).isEqualTo(8);
    }

    @Test
    void theLinesOfAFileThatIsShownAreCounted(FxRobot robot) throws Exception {
        show(robot);
        Label lines = robot.lookup("#codeLines").queryAs(Label.class);
        until(() -> lines.getText().equals("1 line"));
        robot.interact(() -> view(robot).showPlace("app.js", 1, 1));
        until(() -> lines.getText().equals("3 lines"));
    }

    private static CodeArea area(FxRobot robot) {
        TabPane tabs = robot.lookup("#codeTabs").queryAs(TabPane.class);
        DocumentView view = (DocumentView) tabs.getSelectionModel().getSelectedItem().getContent();
        return WaitForAsyncUtils.waitForAsyncFx(10_000, view::area);
    }

    @Test
    void aPlaceIsShownInItsFile(FxRobot robot) {
        show(robot);
        robot.interact(() -> view(robot).showPlace("app.js", 2, 3));

        assertThat(model.selectedProperty().get().path()).isEqualTo("app.js");
        assertThat(area(robot).getSelectedText()).isEqualTo("fail();");
    }

    @Test
    void aPlaceOfAFileThatIsNotThereChangesNothing(FxRobot robot) {
        show(robot);
        robot.interact(() -> view(robot).showPlace("gone.js", 2, 3));

        assertThat(model.selectedProperty().get().path()).isEqualTo("index.html");
    }

    @Test
    void aPlaceBelowTheEndIsTheLastLine(FxRobot robot) {
        show(robot);
        robot.interact(() -> view(robot).showPlace("app.js", 99, 500));

        assertThat(area(robot).getCurrentParagraph()).isEqualTo(2);
    }

    @Test
    void linesWithErrorsAreMarkedUntilTheMarksGo(FxRobot robot) {
        show(robot);
        robot.interact(() -> {
            model.marks()
                    .setAll(
                            new CodeMark("app.js", 2, "Error: no"),
                            new CodeMark("app.js", 77, "beyond the end"),
                            new CodeMark("index.html", 1, "elsewhere"));
            view(robot).showPlace("app.js", 1, 1);
        });
        assertThat(area(robot).getParagraph(1).getParagraphStyle()).contains("marked-line");
        assertThat(area(robot).getParagraph(0).getParagraphStyle()).doesNotContain("marked-line");
        assertThat(robot.lookup(".lineno.marked").<Node>queryAll())
                .extracting(Node::getAccessibleText)
                .contains("Error: no");
        robot.interact(() -> model.marks().clear());

        assertThat(area(robot).getParagraph(1).getParagraphStyle()).isEmpty();
    }

    @Test
    void newCodeHasNoMarks(FxRobot robot) {
        show(robot);
        robot.interact(() -> {
            model.marks().setAll(new CodeMark("app.js", 2, "Error: no"));
            model.beginStream();
        });

        assertThat(model.marks()).isEmpty();
    }

    private void show(FxRobot robot) {
        robot.interact(() ->
                model.show(
                        new Artifact(
                                List.of(
                                        new ProjectFile("index.html", "<p>"),
                                        new ProjectFile("app.js", "one();\nfail();\nthree();")))));
    }

    private static CodeView view(FxRobot robot) {
        return (CodeView) robot.window(0).getScene().getRoot();
    }
}
