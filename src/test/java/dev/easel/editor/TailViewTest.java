package dev.easel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.ui.FxExecutor;
import dev.easel.ui.ScrollEvents;
import dev.easel.ui.Theme;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A file of which the end is drawn while it grows.
@ExtendWith(ApplicationExtension.class)
class TailViewTest {
    private final CodeDocument document = new CodeDocument("index.html", "");
    private DocumentView view;

    @Start
    void start(Stage stage) {
        view =
                new DocumentView(
                        document,
                        true,
                        Executors.newVirtualThreadPerTaskExecutor(),
                        new FxExecutor());
        StackPane root = new StackPane(view);
        root.getStyleClass().add("code-view");
        Scene scene = new Scene(root, 600, 300);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theEndLooksAsInTheCodeArea(FxRobot robot) throws Exception {
        robot.interact(() -> document.text().append(page(200)));
        until(() -> tail(robot).getStyleClass().contains("code-tail"));
        WritableImage tail = picture(robot);
        end(robot);
        WritableImage area = picture(robot);

        assertThat(different(tail, area)).isLessThan(0.002);
    }

    @Test
    void aShortTextBeginsAtTheTop(FxRobot robot) throws Exception {
        robot.interact(() -> document.text().append("<p>one</p>\n<p>two</p>"));
        WritableImage tail = picture(robot);
        end(robot);

        assertThat(different(tail, picture(robot))).isLessThan(0.002);
        assertThat(numbers(robot)).containsExactlyInAnyOrder("   1", "   2");
    }

    @Test
    void piecesOfLinesBecomeTheSameAsLines(FxRobot robot) {
        String page = page(120);
        robot.interact(() -> {
            for (int i = 0; i < page.length(); i += 7) {
                document.text().append(page.substring(i, Math.min(page.length(), i + 7)));
            }
        });

        assertThat(texts(robot)).contains("<p class=\"a\">Line 120</p>");
        assertThat(view.linesProperty().get()).isEqualTo(120);
    }

    @Test
    void lineEndsOfTwoCharactersMayArriveInTwoPieces(FxRobot robot) {
        String page = page(120).replace("\n", "\r\n");
        robot.interact(() -> {
            for (int i = 0; i < page.length(); i += 7) {
                document.text().append(page.substring(i, Math.min(page.length(), i + 7)));
            }
        });
        assertThat(view.linesProperty().get()).isEqualTo(120);
        robot.interact(() -> document.text().append("<!-- \r"));
        robot.interact(() -> document.text().append("\n end --><p>x\r"));
        assertThat(texts(robot)).contains("<!-- ", " end --><p>x");
        assertThat(fills(robot)).isGreaterThan(3);
        robot.interact(() -> view.end());

        assertThat(view.linesProperty().get()).isEqualTo(122);
        robot.interact(() -> assertThat(view.area().getParagraphs()).hasSize(123));
    }

    @Test
    void scrollingUpOpensTheCodeAreaWhereItWas(FxRobot robot) throws Exception {
        robot.interact(() -> document.text().append(page(200)));
        robot.interact(() -> Event.fireEvent(tail(robot), ScrollEvents.at(9, 9, 60)));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(view.followingProperty().get()).isFalse();
        assertThat(lastVisible()).isBetween(195, 198);
        int before = lastVisible();
        robot.interact(() -> document.text().append(page(50)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lastVisible()).isEqualTo(before);
        robot.interact(() -> view.followingProperty().set(true));
        assertThat(texts(robot)).contains("<p class=\"a\">Line 50</p>");
    }

    @Test
    void whatIsSelectedInTheLineThatGrowsStaysSelected(FxRobot robot) {
        robot.interact(() -> {
            document.text().append("<p class=\"a\">one</p>\n<p class=\"b");
            view.area().selectRange(24, 29);
        });
        robot.interact(() -> document.text().append("\">two</p>\n<p>three"));

        robot.interact(() -> {
            assertThat(view.area().getSelectedText()).isEqualTo("class");
            assertThat(view.area().getText(1)).isEqualTo("<p class=\"b\">two</p>");
            assertThat(view.area().getStyleSpans(1))
                    .isEqualTo(
                            new Highlighter(Syntax.of("a.html"))
                                    .read(0, List.of("<p class=\"b\">two</p>")));
        });
    }

    @Test
    void aClickOpensTheCodeArea(FxRobot robot) {
        robot.interact(() -> document.text().append(page(200)));
        robot.clickOn(view);

        assertThat(view.getChildrenUnmodifiable()).noneMatch(TailView.class::isInstance);
        robot.interact(() -> assertThat(view.area().getText()).isEqualTo(page(200)));
    }

    @Test
    void coloursOfATextThatCameWholeAreFoundInTheBackground(FxRobot robot) throws Exception {
        robot.interact(() -> document.text().append("<script>\n" + "let a = 1;\n".repeat(3_000)));
        until(() -> fills(robot) > 2);
        robot.interact(() -> document.text().append("/* end"));

        assertThat(fills(robot)).isGreaterThan(3);
    }

    @Test
    void aLineWithoutEndIsCutForTheEyeOnly(FxRobot robot) throws Exception {
        robot.interact(() -> {
            for (int i = 0; i < 400; i++) {
                document.text().append("let a = 1;".repeat(100));
            }
        });
        assertThat(texts(robot)).anySatisfy(t -> assertThat(t).hasSizeBetween(500, 1_000));
        robot.interact(() -> assertThat(view.area().getLength()).isEqualTo(400_000));
    }

    @Test
    void anotherThemeIsShownAtOnce(FxRobot robot) throws Exception {
        robot.interact(() -> document.text().append(page(3)));
        WritableImage light = picture(robot);
        robot.interact(() -> Theme.DARK.apply(view.getScene()));
        WritableImage dark = picture(robot);
        end(robot);

        assertThat(different(light, dark)).isGreaterThan(0.01);
        assertThat(different(dark, picture(robot))).isLessThan(0.002);
    }

    @Test
    void theAreaComesBehindTheRowsUnlessItIsAskedFor(FxRobot robot) throws Exception {
        robot.interact(() -> document.text().append(page(200)));
        robot.interact(() -> {
            view.end();
            assertThat(view.getChildrenUnmodifiable())
                    .hasSize(2)
                    .last()
                    .isInstanceOf(TailView.class);
            view.area();
            assertThat(view.getChildrenUnmodifiable()).hasSize(1);
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(lastVisible()).isEqualTo(200);
        assertThat(robot.lookup(VirtualizedScrollPane.class::isInstance).<Region>query())
                .extracting(Region::getHeight, Node::isManaged)
                .containsExactly(view.getHeight(), true);
    }

    // The area is there, and nothing else.
    private void end(FxRobot robot) throws Exception {
        robot.interact(() -> view.end());
        until(() -> view.getChildrenUnmodifiable().size() == 1);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String page(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(i -> "<p class=\"a\">Line " + i + "</p>\n")
                .reduce("", String::concat);
    }

    private Node tail(FxRobot robot) {
        return robot.from(view).lookup(".code-area").query();
    }

    private CodeArea area() {
        return (CodeArea) view.lookup(".styled-text-area");
    }

    private int lastVisible() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> view.area().lastVisibleParToAllParIndex()).get();
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".paragraph-box").<TailRowView>queryAll().stream()
                .filter(Node::isVisible)
                .map(TailRowView::text)
                .toList();
    }

    private static List<String> numbers(FxRobot robot) {
        return robot.lookup(".lineno").<Label>queryAll().stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }

    private static long fills(FxRobot robot) {
        return robot
                .lookup(n -> n instanceof Text && n.getParent() instanceof TextFlow)
                .<Text>queryAll()
                .stream()
                .filter(t -> !t.getText().isEmpty())
                .map(Text::getFill)
                .distinct()
                .count();
    }

    private WritableImage picture(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.asyncFx(() -> view.snapshot(null, null)).get();
    }

    // The part of the pixels that are another colour, without the right edge and its scroll bar.
    private static double different(WritableImage one, WritableImage other) {
        PixelReader a = one.getPixelReader();
        PixelReader b = other.getPixelReader();
        int width = (int) one.getWidth() - 20;
        int height = (int) one.getHeight();
        long count = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                count += a.getArgb(x, y) == b.getArgb(x, y) ? 0 : 1;
            }
        }
        return (double) count / width / height;
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
