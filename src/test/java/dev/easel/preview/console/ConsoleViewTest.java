package dev.easel.preview.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.console.ConsoleSource.Evaluated;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.preview.sandbox.PageValue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ConsoleViewTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final FakePage page = new FakePage();
    private TabPane tabs;

    @Start
    void start(Stage stage) {
        tabs = new TabPane(new ConsoleView(page, Runnable::run, NOON));
        stage.setScene(new Scene(tabs, 700, 400));
        stage.show();
    }

    private void say(FxRobot robot, ConsoleEntry... lines) {
        robot.interact(() -> page.entries.addAll(lines));
    }

    private <T extends Node> T node(FxRobot robot, String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    @SuppressWarnings("unchecked")
    private ListView<ConsoleRow> list(FxRobot robot) {
        return node(robot, "consoleList", ListView.class);
    }

    private List<String> rows(FxRobot robot) throws Exception {
        return WaitForAsyncUtils.asyncFx(
                        () -> list(robot).getItems().stream().map(ConsoleRow::toString).toList())
                .get();
    }

    private void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    }

    private void waitForRows(FxRobot robot, String... expected) throws Exception {
        waitFor(() -> rows(robot).equals(List.of(expected)));
    }

    private void type(FxRobot robot, String line) {
        TextArea input = node(robot, "consoleInput", TextArea.class);
        robot.interact(() -> {
            input.requestFocus();
            input.setText(line);
            input.positionCaret(line.length());
        });
        robot.type(KeyCode.ENTER);
    }

    @Test
    void linesOfALevelCanBeHidden(FxRobot robot) throws Exception {
        say(robot, FakePage.line(Level.ERROR, "bad"), FakePage.line(Level.LOG, "fine"));
        waitForRows(robot, "ERROR: bad", "LOG: fine");
        ToggleButton errors = node(robot, "consoleErrors", ToggleButton.class);
        assertThat(errors.getText()).isEqualTo("1");
        robot.interact(errors::fire);

        assertThat(rows(robot)).containsExactly("LOG: fine");
    }

    @Test
    void whenNothingPassesTheFilterThePaneSaysSo(FxRobot robot) throws Exception {
        Label placeholder = (Label) list(robot).getPlaceholder();
        assertThat(placeholder.getText()).isEqualTo("The page has written nothing.");
        say(robot, FakePage.line(Level.LOG, "fine"));
        waitForRows(robot, "LOG: fine");
        robot.interact(() -> node(robot, "consoleSearch", TextField.class).setText("nothing"));

        assertThat(placeholder.getText()).isEqualTo("No line passes the filter.");
        assertThat(node(robot, "consoleFound", Label.class).getText()).isEqualTo("no matches");
    }

    @Test
    void theTabCountsErrors(FxRobot robot) throws Exception {
        say(robot, FakePage.line(Level.ERROR, "a"), FakePage.line(Level.ERROR, "b"));

        waitFor(() -> tabs.getTabs().getFirst().getText().equals("Console  (2 errors)"));
    }

    @Test
    void ctrlFSearchesAndEscGoesBackToAll(FxRobot robot) throws Exception {
        say(robot, FakePage.line(Level.LOG, "one"), FakePage.line(Level.LOG, "two"));
        robot.interact(() -> list(robot).requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("tw");
        waitForRows(robot, "LOG: two");
        robot.type(KeyCode.ESCAPE);

        waitForRows(robot, "LOG: one", "LOG: two");
    }

    @Test
    void ctrlLEmptiesTheConsole(FxRobot robot) throws Exception {
        say(robot, FakePage.line(Level.LOG, "one"));
        waitForRows(robot, "LOG: one");
        robot.interact(() -> list(robot).requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);

        waitForRows(robot);
        assertThat(page.entries).isEmpty();
    }

    @Test
    void anotherLoadEmptiesTheConsole(FxRobot robot) throws Exception {
        say(robot, FakePage.line(Level.LOG, "one"));
        waitForRows(robot, "LOG: one");
        robot.interact(page.entries::clear);

        assertThat(rows(robot)).isEmpty();
    }

    @Test
    void keptLinesStayAboveADivider(FxRobot robot) throws Exception {
        robot.interact(() -> node(robot, "consoleKeep", ToggleButton.class).fire());
        say(robot, FakePage.line(Level.LOG, "one"));
        robot.interact(page.entries::clear);
        say(robot, FakePage.line(Level.LOG, "two"));

        waitForRows(robot, "LOG: one", "--- 12:00 ---", "LOG: two");
    }

    @Test
    void keptLinesGoWhenTheUserEmptiesTheConsole(FxRobot robot) throws Exception {
        robot.interact(() -> node(robot, "consoleKeep", ToggleButton.class).fire());
        say(robot, FakePage.line(Level.LOG, "one"));
        waitForRows(robot, "LOG: one");
        robot.interact(() -> node(robot, "consoleClear", Button.class).fire());

        assertThat(rows(robot)).isEmpty();
    }

    @Test
    void droppedLinesAreCounted(FxRobot robot) {
        robot.interact(() -> page.dropped.set(1_234));

        assertThat(node(robot, "consoleDropped", Label.class).getText())
                .isEqualTo("1,234 lines dropped");
    }

    @Test
    void aValueIsOpenedByTheKeyboard(FxRobot robot) throws Exception {
        say(robot, FakePage.with(page.object(1, FakePage.property("a", FakePage.number(1)))));
        waitForRows(robot, "LOG: {…}");
        robot.interact(() -> {
            list(robot).requestFocus();
            list(robot).getSelectionModel().clearAndSelect(0);
        });
        robot.type(KeyCode.RIGHT);
        assertThat(rows(robot)).containsExactly("LOG: {…}", "  a: 1");
        robot.type(KeyCode.DOWN, KeyCode.LEFT, KeyCode.LEFT);

        assertThat(rows(robot)).containsExactly("LOG: {…}");
    }

    @Test
    void enterOnAFrameShowsItInTheCode(FxRobot robot) throws Exception {
        say(
                robot,
                FakePage.at(
                        Level.ERROR,
                        "bad",
                        "a.js",
                        3,
                        "f@a.js:3:1\ng@https://cdn.example/l.js:1:1"));
        waitFor(() -> !list(robot).getItems().isEmpty());
        robot.interact(() -> {
            list(robot).requestFocus();
            list(robot).getSelectionModel().clearAndSelect(0);
        });
        robot.type(KeyCode.ENTER, KeyCode.DOWN, KeyCode.ENTER, KeyCode.DOWN, KeyCode.ENTER);

        assertThat(page.opened).containsExactly("a.js:3");
    }

    @Test
    void thePlaceOfALineIsALink(FxRobot robot) throws Exception {
        say(robot, FakePage.at(Level.LOG, "here", "js/a.js", 7, ""));
        waitFor(() -> places(robot).findAny().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(places(robot).findFirst().get());

        assertThat(page.opened).containsExactly("js/a.js:7");
    }

    /// Those of the rows that are seen; a list keeps cells for measuring, too.
    private static Stream<Label> places(FxRobot robot) {
        return robot.lookup(".place.link").queryAllAs(Label.class).stream()
                .filter(label -> label.getScene() != null && label.getText().equals("a.js:7"));
    }

    @Test
    void selectedLinesAreCopied(FxRobot robot) throws Exception {
        say(
                robot,
                FakePage.line(Level.LOG, "one"),
                FakePage.at(Level.WARN, "two", "a.js", 2, "f@a.js:2:1"),
                FakePage.line(Level.LOG, "three"));
        waitFor(() -> list(robot).getItems().size() == 3);
        robot.interact(() -> {
            list(robot).requestFocus();
            list(robot).getSelectionModel().clearSelection();
            list(robot).getSelectionModel().selectIndices(0, 1);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);

        assertThat(clipboard(robot)).isEqualTo("LOG: one\nWARN a.js:2: two\n    f@a.js:2:1");
    }

    private static String clipboard(FxRobot robot) {
        CompletableFuture<String> text = new CompletableFuture<>();
        robot.interact(() -> text.complete(Clipboard.getSystemClipboard().getString()));
        return text.join();
    }

    @Test
    void aTypedLineIsRunAndItsValueShown(FxRobot robot) throws Exception {
        say(robot, FakePage.line(Level.LOG, "before"));
        type(robot, "1 + 1");
        assertThat(page.evaluated).containsExactly("1 + 1");
        assertThat(rows(robot)).containsExactly("LOG: before", "> 1 + 1", "…");
        robot.interact(() -> page.answer.complete(new Evaluated(FakePage.number(2), false)));

        assertThat(rows(robot)).containsExactly("LOG: before", "> 1 + 1", "< 2");
    }

    @Test
    void whatALineThrowsIsShownAndCanBeOpened(FxRobot robot) throws Exception {
        type(robot, "fail()");
        PageValue error = new PageValue(PageValue.Kind.ERROR, "Error: no", 5);
        robot.interact(() -> page.answer.complete(new Evaluated(error, true)));

        assertThat(rows(robot)).containsExactly("> fail()", "< Error: no");
        assertThat(list(robot).getItems().getLast().node().opens()).isTrue();
    }

    @Test
    void withoutAPageALineSaysWhy(FxRobot robot) throws Exception {
        type(robot, "1");
        robot.interact(() ->
                page.answer.completeExceptionally(new IllegalStateException("No page is shown")));

        assertThat(rows(robot)).containsExactly("> 1", "< No page is shown");
    }

    @Test
    void upBringsBackWhatWasTyped(FxRobot robot) {
        type(robot, "one");
        type(robot, "two");
        robot.type(KeyCode.UP, KeyCode.UP);
        TextArea input = node(robot, "consoleInput", TextArea.class);
        assertThat(input.getText()).isEqualTo("one");
        robot.type(KeyCode.DOWN, KeyCode.DOWN);

        assertThat(input.getText()).isEmpty();
    }

    @Test
    void shiftEnterMakesALine(FxRobot robot) {
        TextArea input = node(robot, "consoleInput", TextArea.class);
        robot.interact(input::requestFocus);
        robot.write("a");
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        robot.write("b");

        assertThat(input.getText()).isEqualTo("a\nb");
        assertThat(page.evaluated).isEmpty();
    }

    @Test
    void tabCompletesAName(FxRobot robot) {
        page.names = List.of("level", "levelName");
        TextArea input = node(robot, "consoleInput", TextArea.class);
        robot.interact(() -> {
            input.requestFocus();
            input.setText("game.le");
            input.positionCaret(7);
        });
        robot.type(KeyCode.TAB);

        assertThat(input.getText()).isEqualTo("game.level");
    }

    @Test
    void theListStaysWhereTheUserScrolledTo(FxRobot robot) throws Exception {
        say(robot, lines(0, 200));
        waitFor(() -> list(robot).getItems().size() == 200);
        robot.interact(() -> list(robot).scrollTo(0));
        WaitForAsyncUtils.waitForFxEvents();
        say(robot, lines(200, 220));
        waitFor(() -> list(robot).getItems().size() == 220);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".console-cell").queryAll())
                .anySatisfy(cell ->
                        assertThat(((ConsoleCell) cell).getItem())
                                .asString()
                                .isEqualTo("LOG: line 0"));
    }

    private static ConsoleEntry[] lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> FakePage.line(Level.LOG, "line " + i))
                .toArray(ConsoleEntry[]::new);
    }
}
