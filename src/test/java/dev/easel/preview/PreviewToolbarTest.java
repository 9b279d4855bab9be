package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.easel.text.Texts;
import dev.easel.ui.FxExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewToolbarTest {
    private static final Set<String> ACTIONS =
            Set.of(
                    "previewReload",
                    "previewStop",
                    "previewPick",
                    "previewScreenshot",
                    "previewBrowse",
                    "previewFull",
                    "previewPanel",
                    "previewRotate");

    @TempDir Path storage;
    private Preview preview;
    private PreviewView view;
    private Stage stage;
    private NoticeView notices;

    @BeforeEach
    void open() {
        var network = PageFixture.NETWORK;
        FxThread.run(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            notices = new NoticeView(Texts.of(PreviewView.class));
            preview = new Preview(network, storage, new FxExecutor());
            view = new PreviewView(preview, Runnable::run, new FxExecutor());
            stage = new Stage();
            stage.setScene(new Scene(view, 900, 760));
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

    private void show(String page) {
        FxThread.run(() ->
                preview.show(
                        UUID.randomUUID().toString(),
                        PageFixture.source("index.html", page),
                        "index.html"));
        FxThread.waitUntil(
                "loaded",
                () ->
                        preview.stateProperty().get() == Preview.State.SHOWN
                                && preview.timingsProperty()
                                        .get()
                                        .at(dev.easel.preview.sandbox.PageMessage.Moment.LOAD)
                                        .isPresent());
    }

    private <T extends Node> T node(Class<T> type, String id) {
        return type.cast(stage.getScene().lookup("#" + id));
    }

    private String eval(String javaScript) {
        return FxThread.await(() -> preview.evaluate(javaScript));
    }

    private void width(double width) {
        FxThread.run(() -> {
            stage.setWidth(width);
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        FxThread.waitUntil("as wide", () -> Math.abs(stage.getScene().getWidth() - width) < 1);
        FxThread.run(() -> {
            view.applyCss();
            view.layout();
        });
    }

    private void waitForViewport(int width, int height) {
        FxThread.waitUntil(
                "a viewport of " + width + " by " + height,
                () -> {
                    String size =
                            String.valueOf(
                                    preview.viewProperty()
                                            .get()
                                            .getEngine()
                                            .executeScript("innerWidth + ' ' + innerHeight"));
                    String[] is = size.split(" ");
                    // The height is rounded to a pixel of the pane.
                    double pixel = 1 / preview.viewProperty().get().getZoom();
                    return Math.abs(Double.parseDouble(is[0]) - width) <= 1
                            && Math.abs(Double.parseDouble(is[1]) - height) <= 1 + pixel;
                });
    }

    private Stream<Node> controls() {
        return ((javafx.scene.layout.Region) stage.getScene().lookup("#previewToolbar"))
                .getChildrenUnmodifiable().stream()
                        .flatMap(bar -> ((OverflowBar) bar).getChildrenUnmodifiable().stream());
    }

    @ParameterizedTest
    @ValueSource(ints = {260, 300, 360, 420, 520, 640, 900, 1400})
    void atAnyWidthNothingIsCutAndEveryActionIsToBeHad(int width) {
        width(width);

        List<Node> shown = FxThread.call(() -> controls().filter(Node::isVisible).toList());
        for (Node node : shown) {
            Bounds bounds = FxThread.call(() -> node.localToScene(node.getBoundsInLocal()));
            assertThat(bounds.getMinX()).as(node.getId()).isNotNegative();
            assertThat(bounds.getMaxX()).as(node.getId()).isLessThanOrEqualTo(width);
        }
        List<Node> inOrder =
                shown.stream()
                        .sorted(java.util.Comparator.comparingDouble(Node::getLayoutX))
                        .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            assertThat(inOrder.get(i).getBoundsInParent().getMinX())
                    .as(inOrder.get(i).getId())
                    .isGreaterThanOrEqualTo(inOrder.get(i - 1).getBoundsInParent().getMaxX() - 1);
        }
        Set<String> inMenu =
                FxThread.call(() -> node(MenuButton.class, "previewMore").getItems()).stream()
                        .map(MenuItem::getId)
                        .collect(Collectors.toSet());
        for (String action : ACTIONS) {
            boolean isShown = shown.stream().anyMatch(n -> action.equals(n.getId()));
            boolean isInMenu = inMenu.stream().anyMatch(id -> id.startsWith(action));
            assertThat(isShown || (isInMenu && node(Node.class, "previewMore").isVisible()))
                    .as(action)
                    .isTrue();
        }
    }

    @Test
    void everyControlSaysWhatItIs() {
        for (Node node : FxThread.call(() -> controls().toList())) {
            if (node instanceof Control control && !(node instanceof Label)) {
                assertThat(control.getTooltip()).as(node.getId()).isNotNull();
                assertThat(node.getAccessibleText()).as(node.getId()).isNotBlank();
            }
        }
    }

    @Test
    void withoutAPageThereIsNothingToDoWithIt() {
        for (String id :
                List.of(
                        "previewReload",
                        "previewStop",
                        "previewPick",
                        "previewBrowse",
                        "previewFull")) {
            assertThat(FxThread.call(() -> node(ButtonBase.class, id).isDisabled()))
                    .as(id)
                    .isTrue();
        }
        show("<!doctype html>");
        for (String id :
                List.of(
                        "previewReload",
                        "previewStop",
                        "previewPick",
                        "previewBrowse",
                        "previewFull")) {
            assertThat(FxThread.call(() -> node(ButtonBase.class, id).isDisabled()))
                    .as(id)
                    .isFalse();
        }
    }

    @Test
    void everyDeviceHasAName() {
        Texts texts = Texts.of(PreviewView.class);

        assertThat(DeviceSize.PRESETS).allSatisfy(d -> assertThat(d.longName(texts)).isNotBlank());
    }

    @Test
    void aDeviceCanBeTurned() {
        show("<!doctype html>");
        assertThat(FxThread.call(() -> node(ToggleButton.class, "previewRotate").isDisabled()))
                .isTrue();
        FxThread.run(() -> {
            view.device().restore("iphone");
            node(ToggleButton.class, "previewRotate").fire();
        });

        waitForViewport(874, 402);
        assertThat(FxThread.call(() -> node(TextField.class, "previewSize").getText()))
                .isEqualTo("874 × 402");
    }

    @Test
    void aLargeScreenFitsIntoThePane() {
        show("<!doctype html>");
        FxThread.run(() -> view.device().restore("desktop-4k 0"));

        waitForViewport(3840, 2160);
        assertThat(FxThread.call(() -> preview.viewProperty().get().getWidth())).isLessThan(900);
    }

    @Test
    void aSizeCanBeTyped() {
        show("<!doctype html>");
        FxThread.run(() -> {
            TextField field = node(TextField.class, "previewSize");
            field.setText("500x400");
            field.getOnAction().handle(new javafx.event.ActionEvent());
        });

        waitForViewport(500, 400);
        assertThat(FxThread.call(() -> node(ComboBox.class, "previewDevice").getValue()))
                .isEqualTo(DeviceSize.custom(500, 400));
    }

    @Test
    void whatIsNoSizeIsTakenBack() {
        show("<!doctype html>");
        String before = FxThread.call(() -> node(TextField.class, "previewSize").getText());
        FxThread.run(() -> {
            TextField field = node(TextField.class, "previewSize");
            field.setText("huge");
            field.getOnAction().handle(new javafx.event.ActionEvent());
        });

        assertThat(FxThread.call(() -> node(TextField.class, "previewSize").getText()))
                .isEqualTo(before);
    }

    @Test
    void theFrameCanBeDrawnLarger() {
        show("<!doctype html>");
        FxThread.run(() -> view.device().restore("300x300 1"));
        waitForViewport(300, 300);
        FxThread.run(() -> {
            Node corner = node(Node.class, "deviceCorner");
            var middle = corner.localToScene(7, 7);
            corner.fireEvent(
                    dragged(MouseEvent.MOUSE_DRAGGED, middle.getX() + 30, middle.getY() + 20));
            corner.fireEvent(
                    dragged(MouseEvent.MOUSE_RELEASED, middle.getX() + 30, middle.getY() + 20));
        });

        // The frame is centred: the other edges move, too.
        waitForViewport(360, 340);
    }

    private static MouseEvent dragged(javafx.event.EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
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
                null);
    }

    @Test
    void aPageThatFillsThePaneHasNoHandles() {
        show("<!doctype html>");
        assertThat(FxThread.call(() -> node(Node.class, "deviceCorner").isVisible())).isFalse();
    }

    @Test
    void inFullScreenThereIsOnlyThePageAndAHint() {
        show("<!doctype html>");
        FxThread.run(() -> {
            view.device().restore("iphone 0.5");
            view.showPageOnly(true);
        });

        waitForViewport(900, 760);
        assertThat(FxThread.call(() -> node(Node.class, "previewToolbar"))).isNull();
        assertThat(FxThread.call(() -> node(Node.class, "previewTabs"))).isNull();
        assertThat(FxThread.call(() -> node(Label.class, "previewNotice").getText()))
                .contains("Esc");

        FxThread.run(() -> view.showPageOnly(false));
        waitForViewport(402, 874);
        assertThat(FxThread.call(() -> node(Node.class, "previewToolbar"))).isNotNull();
        assertThat(FxThread.call(() -> node(Node.class, "previewTabs"))).isNotNull();
    }

    @Test
    void theHintGoesAway() {
        show("<!doctype html>");
        FxThread.run(() -> view.showPageOnly(true));
        FxThread.waitUntil("gone", () -> !node(Node.class, "previewNoticeBox").isVisible());
    }

    @Test
    void aPictureOfTheWholePageHasItsFootAndItsHeadOnce() throws Exception {
        show(
                """
                <!doctype html><style>*{margin:0}html{scroll-behavior:smooth}</style>
                <div style="position:fixed;top:0;left:0;width:100%;height:20px;background:#f00"></div>
                <section style="height:100vh;background:#0f0"></section>
                <section style="height:1500px;background:#00f"></section>
                <footer style="height:50px;background:#000"></footer>
                """);
        double window = Double.parseDouble(eval("innerHeight"));
        eval("scrollTo({top: 33, behavior: 'instant'})");
        Image image =
                FxThread.await(() -> new PageCapture(preview).take().thenApply(i -> (Image) i));

        assertThat(image.getHeight()).isBetween(window + 1549, window + 1551);
        assertThat(argb(image, 10)).isEqualTo(0xFFFF0000);
        assertThat(argb(image, 100)).isEqualTo(0xFF00FF00);
        // Where the second piece begins, the head is not seen again.
        assertThat(argb(image, (int) window + 10)).isEqualTo(0xFF0000FF);
        assertThat(argb(image, (int) window + 1400)).isEqualTo(0xFF0000FF);
        assertThat(argb(image, (int) window + 1530)).isEqualTo(0xFF000000);
        assertThat(eval("[scrollY, document.querySelector('div').style.visibility]"))
                .isEqualTo("[33,\"\"]");
    }

    private static int argb(Image image, int y) {
        return image.getPixelReader().getArgb(100, y);
    }

    @Test
    void aPictureThatIsSavedSaysWhere(@TempDir Path folder) throws Exception {
        show("<!doctype html><body style='background:#080'>");
        Path file = folder.resolve("shot");
        FxThread.run(() -> camera().save(file.toFile(), false));
        FxThread.waitUntil("told", () -> notice().startsWith("Saved"));

        assertThat(FxThread.call(this::notice)).isEqualTo("Saved shot.png");
        assertThat(Files.size(folder.resolve("shot.png"))).isPositive();
    }

    @Test
    void aPictureThatCannotBeSavedSaysWhatToDo(@TempDir Path folder) throws Exception {
        show("<!doctype html>");
        Path blocked = Files.createFile(folder.resolve("file"));
        FxThread.run(() -> camera().save(blocked.resolve("x.png").toFile(), false));
        FxThread.waitUntil("told", () -> notice().contains("Choose another place"));
    }

    @Test
    void withoutAPageThereIsNoPicture() {
        FxThread.run(() -> camera().save(new java.io.File("never.png"), true));
        FxThread.waitUntil("told", () -> notice().contains("no picture"));
    }

    private String notice() {
        return ((Label) notices.lookup("#previewNotice")).getText();
    }

    private PageCamera camera() {
        return new PageCamera(
                preview,
                notices,
                new dev.easel.preview.share.SystemBrowser(List.of("true")),
                Runnable::run,
                new FxExecutor(),
                Texts.of(PreviewView.class));
    }

    @Test
    void withoutABrowserTheAddressIsOffered() throws Exception {
        show("<!doctype html>");
        PageSharing sharing =
                new PageSharing(
                        preview,
                        view.servers(),
                        new dev.easel.preview.share.SystemBrowser(List.of("no-such-opener")),
                        notices,
                        Runnable::run,
                        new FxExecutor(),
                        Texts.of(PreviewView.class));
        FxThread.run(sharing::open);
        FxThread.waitUntil("told", () -> notice().contains("no-such-opener is not installed"));
        FxThread.run(() ->
                ((javafx.scene.control.Hyperlink) notices.lookup("#previewNoticeAction")).fire());

        assertThat(
                        FxThread.call(() ->
                                javafx.scene.input.Clipboard.getSystemClipboard().getString()))
                .matches("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{48}/index\\.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void itIsDrawnInBothThemesAtTwoWidths(String theme) throws Exception {
        FxThread.run(() ->
                Application.setUserAgentStylesheet(
                        theme.equals("dark")
                                ? new PrimerDark().getUserAgentStylesheet()
                                : new PrimerLight().getUserAgentStylesheet()));
        show("<!doctype html><h1>A page</h1><p>with text");
        FxThread.run(() -> view.device().restore("iphone"));
        for (int width : new int[] {360, 900}) {
            width(width);
            Path png = Path.of("target/toolbar-" + theme + "-" + width + ".png");
            PngFile.write(FxThread.call(() -> stage.getScene().snapshot(null)), png);
            assertThat(Files.size(png)).isGreaterThan(5_000);
        }
    }
}
