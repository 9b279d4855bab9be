package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.easel.generate.ArtifactCollector;
import dev.easel.generate.ArtifactParser;
import dev.easel.preview.sandbox.PageSource;
import dev.easel.project.Artifact;
import dev.easel.provider.samples.Sample;
import dev.easel.provider.samples.SampleCatalog;
import dev.easel.ui.FxExecutor;
import dev.easel.ui.ScrollEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Polygon;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The picker over real pages.
class ElementPickerTest {
    private static final String STYLE =
            "<!doctype html><style>*{margin:0;padding:0;border:0}body{height:2000px}</style>";

    @TempDir Path storage;
    private final List<String> words = new ArrayList<>();
    private Preview preview;
    private PreviewView view;
    private Stage stage;

    @BeforeEach
    void open() {
        var network = PageFixture.NETWORK;
        FxThread.run(() -> {
            preview = new Preview(network, storage, new FxExecutor());
            view = new PreviewView(preview, Runnable::run, new FxExecutor());
            view.setOnReference(words::add);
            stage = new Stage();
            stage.setScene(new Scene(view, 700, 900));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        FxThread.run(() -> {
            preview.stop();
            view.servers().close();
            stage.close();
        });
    }

    private void show(String body) {
        show(PageFixture.source("index.html", STYLE + body));
    }

    private void show(PageSource source) {
        FxThread.run(() -> preview.show(UUID.randomUUID().toString(), source, "index.html"));
        FxThread.waitUntil(
                "loaded",
                () ->
                        preview.timingsProperty()
                                .get()
                                .at(dev.easel.preview.sandbox.PageMessage.Moment.LOAD)
                                .isPresent());
        FxThread.waitUntil("shown", () -> preview.stateProperty().get() == Preview.State.SHOWN);
    }

    private <T extends Node> T node(Class<T> type, String id) {
        return type.cast(stage.getScene().lookup("#" + id));
    }

    private String text(String id) {
        return FxThread.call(() -> node(Label.class, id).getText());
    }

    private String eval(String javaScript) {
        return FxThread.await(() -> preview.evaluate(javaScript));
    }

    private void aim() {
        FxThread.run(() -> node(ToggleButton.class, "previewPick").fire());
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        FxThread.run(() -> {
            Node overlay = node(Node.class, "pickOverlay");
            var scene = overlay.localToScene(x, y);
            overlay.fireEvent(
                    new MouseEvent(
                            type,
                            scene.getX(),
                            scene.getY(),
                            scene.getX(),
                            scene.getY(),
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            true,
                            false,
                            true,
                            null));
        });
    }

    private void point(double x, double y, String name) {
        mouse(MouseEvent.MOUSE_MOVED, x, y);
        FxThread.waitUntil(
                name + " is highlighted",
                () -> {
                    Label label = (Label) stage.getScene().lookup(".pick-label .name");
                    return label != null && label.isVisible() && label.getText().equals(name);
                });
    }

    private void pick(double x, double y) {
        aim();
        mouse(MouseEvent.MOUSE_CLICKED, x, y);
    }

    private List<Double> corners(String part) {
        return FxThread.call(() ->
                List.copyOf(
                        ((Polygon) stage.getScene().lookup(".pick-" + part))
                                .getPoints()
                                .subList(0, 8)));
    }

    private static void assertNear(List<Double> corners, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(corners.get(i)).as("corner number " + i).isCloseTo(expected[i], within(1.2));
        }
    }

    private static void assertBox(
            List<Double> corners, double left, double top, double right, double bottom) {
        assertNear(corners, left, top, right, top, right, bottom, left, bottom);
    }

    @Test
    void theBoxesOfTheElementAreShown() {
        show(
                "<div id=a class='card big' style='margin:10px 20px;border:5px solid;padding:7px;width:200px;height:50px'>x");
        aim();
        point(60, 40, "div#a.card.big");

        assertBox(corners("margin"), 0, 0, 264, 94);
        assertBox(corners("border"), 20, 10, 244, 84);
        assertBox(corners("padding"), 25, 15, 239, 79);
        assertBox(corners("content"), 32, 22, 232, 72);
        assertThat(
                        FxThread.call(() ->
                                ((Label) stage.getScene().lookup(".pick-label .size")).getText()))
                .isEqualTo("224 × 74");
    }

    @Test
    void aTurnedElementHasATurnedHighlight() {
        show(
                "<div style='width:300px;transform-origin:0 0;transform:translate(100px,100px) scale(2)'><p style='width:100px;height:40px;margin-left:50px;rotate:90deg'>x</p></div>");
        String rect =
                eval(
                        "(r => [r.left, r.top, r.right, r.bottom].join())(document.querySelector('p').getBoundingClientRect())");
        double[] at =
                Stream.of(rect.replace("\"", "").split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        aim();
        point((at[0] + at[2]) / 2, (at[1] + at[3]) / 2, "p");

        // A quarter turn: the first corner, top left, is now at the top right.
        assertNear(corners("border"), at[2], at[1], at[2], at[3], at[0], at[3], at[0], at[1]);
        assertThat(
                        FxThread.call(() ->
                                ((Label) stage.getScene().lookup(".pick-label .size")).getText()))
                .isEqualTo("100 × 40");
    }

    @Test
    void shapesOfAPictureArePicked() {
        show(
                "<svg width=300 height=300><g transform='translate(100 100) rotate(45)'><rect id=r width=60 height=60 fill=red /></g></svg>");
        pick(100, 140);

        assertThat(text("pickSelector")).isEqualTo("#r");
        assertThat(text("pickSize")).isEqualTo("60 × 60 px");
    }

    @Test
    void elementsInFramesArePicked() {
        show(
                PageFixture.source(
                        "index.html",
                        STYLE
                                + "<iframe id=f src=inner.html style='margin:30px;border:10px solid;padding:5px;width:300px;height:200px'></iframe>",
                        "inner.html",
                        STYLE
                                + "<button style='position:absolute;left:20px;top:40px;width:80px;height:30px'>ok</button>"));
        aim();
        // 30 margin, 10 border, 5 padding.
        point(45 + 30, 45 + 50, "button");

        assertBox(corners("border"), 65, 85, 145, 115);
        mouse(MouseEvent.MOUSE_CLICKED, 75, 95);
        assertThat(text("pickSelector")).isEqualTo("#f >>> button");
    }

    @Test
    void elementsInShadowTreesArePicked() {
        show(
                "<my-card></my-card><script>document.querySelector('my-card').attachShadow({mode:'open'}).innerHTML='<b style=\"display:block;width:90px;height:40px\">in</b>'</script>");
        pick(20, 20);

        assertThat(text("pickSelector")).isEqualTo("my-card >>> b");
    }

    @Test
    void aClosedFrameIsPickedItself() {
        show("<iframe sandbox srcdoc='<p>inside' style='width:200px;height:100px'></iframe>");
        pick(50, 50);

        assertThat(text("pickSelector")).isEqualTo("iframe");
    }

    @Test
    void fieldsThatAreCalledLikePropertiesDoNotMislead() {
        show(
                "<form class=login style='width:300px;height:100px'><input name=id><input name=className><input name=parentElement><input name=childNodes><input name=getAttribute></form>");
        pick(280, 90);

        assertThat(text("pickName")).isEqualTo("<form>");
        assertThat(text("pickSelector")).isEqualTo(".login");
    }

    @Test
    void aPageThatReplacesTheDomIsReadAllTheSame() {
        show(
                "<div id=real style='height:80px'></div><script>Document.prototype.elementFromPoint = () => document.body; Element.prototype.getBoundingClientRect = () => ({}); window.getComputedStyle = () => null;</script>");
        pick(20, 20);

        assertThat(FxThread.call(() -> node(Node.class, "pickCard").isVisible())).isTrue();
        assertThat(text("pickSelector")).isEqualTo("#real");
    }

    @Test
    void thePageGetsNothingOfThePick() {
        show(
                "<button id=b style='width:200px;height:80px'>no</button><script>window.heard = []; for (const t of ['mousedown','mouseup','click','mousemove','pointerdown','contextmenu']) addEventListener(t, e => heard.push(t), true)</script>");
        aim();
        mouse(MouseEvent.MOUSE_MOVED, 50, 40);
        mouse(MouseEvent.MOUSE_PRESSED, 50, 40);
        mouse(MouseEvent.MOUSE_RELEASED, 50, 40);
        mouse(MouseEvent.MOUSE_CLICKED, 50, 40);

        assertThat(text("pickSelector")).isEqualTo("#b");
        assertThat(eval("heard")).isEqualTo("[]");
        assertThat(FxThread.call(() -> node(ToggleButton.class, "previewPick").isSelected()))
                .isFalse();
    }

    @Test
    void thePageCannotSeeTheHighlight() {
        show(
                "<p>text</p><script>window.changes = 0; new MutationObserver(m => changes++).observe(document, {subtree:true, childList:true, attributes:true})</script>");
        String before = eval("document.documentElement.outerHTML");
        aim();
        point(5, 5, "p");
        mouse(MouseEvent.MOUSE_CLICKED, 5, 5);

        assertThat(eval("document.documentElement.outerHTML")).isEqualTo(before);
        assertThat(eval("changes")).isEqualTo("0");
    }

    @Test
    void thePageScrollsUnderTheHighlightWhichFollows() {
        show("<div id=one style='height:400px'></div><div id=two style='height:900px'></div>");
        aim();
        point(50, 300, "div#one");
        FxThread.run(() -> {
            Node overlay = node(Node.class, "pickOverlay");
            var scene = overlay.localToScene(50, 300);
            overlay.fireEvent(ScrollEvents.at(scene.getX(), scene.getY(), -240));
        });
        FxThread.waitUntil(
                "scrolled",
                () -> !preview.viewProperty().get().getEngine().executeScript("scrollY").equals(0));

        point(50, 300, "div#two");
    }

    @Test
    void thePickedElementIsFollowedUntilItIsGone() {
        show("<div id=a style='height:40px'></div>");
        pick(20, 20);
        eval("a.style.marginTop = '100px'");
        FxThread.waitUntil(
                "followed",
                () -> ((Polygon) stage.getScene().lookup(".pick-border")).getPoints().get(1) > 90);
        eval("a.remove()");
        FxThread.waitUntil("gone", () -> !stage.getScene().lookup(".pick-border").isVisible());
    }

    @Test
    void zoomIsTakenIntoAccount() {
        show(
                "<div id=a style='width:100px;height:100px'></div><div id=b style='height:100px'></div>");
        FxThread.run(() -> view.device().zoomProperty().set(2.0));
        aim();
        point(100, 150, "div#a");

        assertBox(corners("border"), 0, 0, 200, 200);
        mouse(MouseEvent.MOUSE_CLICKED, 100, 250);
        assertThat(text("pickSelector")).isEqualTo("#b");
    }

    @Test
    void escapeLeaves() {
        show("<p>text");
        aim();
        FxThread.run(() ->
                node(Node.class, "previewWebView")
                        .fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        KeyCode.ESCAPE,
                                        false,
                                        false,
                                        false,
                                        false)));

        assertThat(FxThread.call(() -> node(ToggleButton.class, "previewPick").isSelected()))
                .isFalse();
        assertThat(FxThread.call(() -> node(Node.class, "pickOverlay").isMouseTransparent()))
                .isTrue();
        assertThat(FxThread.call(view::leavePicking)).isFalse();
    }

    @Test
    void theShortcutWorksInThePage() {
        show("<p>text");
        FxThread.run(() ->
                node(Node.class, "previewWebView")
                        .fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        KeyCode.C,
                                        true,
                                        true,
                                        false,
                                        false)));

        assertThat(FxThread.call(() -> node(ToggleButton.class, "previewPick").isSelected()))
                .isTrue();
    }

    @Test
    void aReloadTakesTheCardAway() {
        show("<p>text");
        pick(5, 5);
        assertThat(FxThread.call(() -> node(Node.class, "pickCard").isVisible())).isTrue();

        FxThread.run(preview::reload);
        assertThat(FxThread.call(() -> node(Node.class, "pickCard").isVisible())).isFalse();
    }

    @Test
    void thereIsNothingToPickWithoutAPage() {
        assertThat(FxThread.call(() -> node(ToggleButton.class, "previewPick").isDisabled()))
                .isTrue();
        FxThread.run(view::togglePicking);
        assertThat(FxThread.call(() -> node(ToggleButton.class, "previewPick").isSelected()))
                .isFalse();
    }

    @Test
    void theReferenceNamesTheElement() {
        show(
                "<main><p class=card style='width:320px;height:180px'></p><p class=card style='width:320px;height:180px'></p></main>");
        pick(50, 200);
        FxThread.run(() -> node(Button.class, "pickAdd").fire());

        assertThat(words).containsExactly("In the element `main > p:nth-of-type(2)` (320×180): ");
        assertThat(FxThread.call(() -> node(Node.class, "pickCard").isVisible())).isFalse();
    }

    @Test
    void theSelectorCanBeCopied() {
        show("<p id=x>text");
        pick(5, 5);
        FxThread.run(() -> node(Button.class, "pickCopy").fire());

        assertThat(FxThread.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("#x");
    }

    @Test
    void linesOfTheConsoleKnowTheElementByItsShortName() {
        show("<p id=x>text");
        pick(5, 5);

        assertThat(FxThread.await(() -> preview.ask("line", "$0.tagName + $0.id")))
                .contains("Px")
                .doesNotContain("thrown");
        assertThat(eval("typeof $0")).isEqualTo("\"undefined\"");
    }

    @Test
    void thePlaceInTheCodeIsOpened() {
        List<String> places = new ArrayList<>();
        FxThread.run(() ->
                preview.setOnOpenSource((file, line, column) -> places.add(file + ":" + line)));
        show("\n<main>\n<p class=one>1</p>\n<p class=two>2</p></main>");
        pick(5, 5);
        FxThread.waitUntil("found", () -> !node(Button.class, "pickCode").isDisabled());
        FxThread.run(() -> node(Button.class, "pickCode").fire());

        assertThat(places).containsExactly("index.html:3");
    }

    @Test
    void aHugeElementIsToldInPart() {
        show(
                "<p id=x></p><script>x.innerHTML = `<i title=${'z'.repeat(9000)}>word</i> `.repeat(20) + '<i>word</i>'.repeat(20000); x.title = 'y'.repeat(9000)</script>");

        String told = FxThread.call(() -> preview.call("pick(5, 5)").orElseThrow());
        assertThat(told).startsWith("{").hasSizeLessThan(12_000);
        pick(5, 5);
        assertThat(text("pickSelector")).isEqualTo("#x > i:nth-of-type(1)");
    }

    static Stream<Sample> samples() throws IOException {
        return SampleCatalog.read(SampleCatalog.BUILT_IN).samples().stream();
    }

    private static Artifact files(Sample sample) {
        ArtifactCollector collector = new ArtifactCollector();
        ArtifactParser parser = new ArtifactParser(collector::accept);
        parser.accept(sample.reply());
        parser.finish();
        return collector.artifact();
    }

    /// Every element of every sample, in the state in which it comes up.
    @ParameterizedTest
    @MethodSource("samples")
    void everySelectorNamesItsElementAlone(Sample sample) {
        show(PageSource.of(files(sample)));

        String result =
                eval(
                        """
                        (function () {
                          const key = Object.getOwnPropertySymbols(window)
                              .find(s => s.description.startsWith('easel:'));
                          const bad = [], all = [...document.querySelectorAll('*')];
                          for (const e of all) {
                            const s = window[key].selectorOf(e);
                            const found = document.querySelectorAll(s);
                            if (found.length !== 1 || found[0] !== e) bad.push(s);
                          }
                          return { count: all.length, bad };
                        })()
                        """);
        assertThat(result).endsWith("\"bad\":[]}").doesNotContain("\"count\":0");
    }
}
