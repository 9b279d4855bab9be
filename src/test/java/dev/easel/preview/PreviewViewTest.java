package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.easel.preview.sandbox.PageMessage.Moment;
import dev.easel.preview.sandbox.PageSource;
import dev.easel.ui.FxExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewViewTest {
    private static final String PAGE =
            """
            <!doctype html><title>Demo</title>
            <body style="font-family:sans-serif;background:linear-gradient(#cdf,#fed);margin:0">
            <h1 style="padding:1em">A page</h1><img src="https://example.org/a.png"><script>
            console.info('ready'); console.log({ a: 1, list: [1, 2, 3] });
            for (let i = 0; i < 3; i++) console.warn('slow frame');
            console.debug('detail');
            function start() { throw new TypeError('board is undefined'); }
            (function f() { requestAnimationFrame(f); })();
            fetch('scores.json'); start();
            </script><script src="https://unpkg.com/three@0.160.0/build/three.min.js"></script>
            """;

    @TempDir Path storage;
    private final String project = UUID.randomUUID().toString();
    private Preview preview;
    private Stage stage;

    @BeforeEach
    void open() {
        var network = PageFixture.NETWORK;
        FxThread.run(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            preview = new Preview(network, storage, new FxExecutor());
            stage = new Stage();
            stage.setScene(
                    new Scene(new PreviewView(preview, Runnable::run, new FxExecutor()), 900, 760));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        FxThread.run(() -> {
            preview.stop();
            stage.close();
        });
    }

    private void show(PageSource source) {
        FxThread.run(() -> preview.show(project, source, "index.html"));
        FxThread.waitUntil(
                "loaded",
                () ->
                        preview.timingsProperty().get().at(Moment.LOAD).isPresent()
                                || preview.stateProperty().get() == Preview.State.FAILED);
    }

    private void showPage() {
        show(PageFixture.source("index.html", PAGE));
    }

    private <T extends Node> T node(Class<T> type, String id) {
        return type.cast(stage.getScene().lookup("#" + id));
    }

    private String text(String id) {
        return FxThread.call(() -> node(Label.class, id).getText());
    }

    private String eval(String expression) {
        return FxThread.await(() -> preview.evaluate(expression));
    }

    @Test
    void withoutAPageThePaneSaysSo() {
        assertThat(FxThread.call(() -> node(Node.class, "previewPlaceholder").isVisible()))
                .isTrue();
        assertThat(text("previewMessage")).startsWith("Generate a demo");
        assertThat(FxThread.call(() -> node(Button.class, "previewReload").isDisabled())).isTrue();
    }

    @Test
    void aFailureIsExplainedAndCanBeRetried() {
        show(PageFixture.source("other.txt", ""));

        assertThat(text("previewMessage")).contains("no file index.html");
        assertThat(FxThread.call(() -> node(Button.class, "previewRetry").isVisible())).isTrue();
    }

    @Test
    void repeatedLinesAreFolded() {
        showPage();
        FxThread.waitUntil("the last line", () -> preview.console().size() >= 8);

        FxThread.waitUntil(
                "the folded line",
                () ->
                        node(ListView.class, "consoleList").getItems().stream()
                                .anyMatch(row -> row.toString().contains("(3 times): slow frame")));
        // The page's three, and one that three.js writes about itself.
        FxThread.waitUntil(
                "the counts",
                () ->
                        node(ToggleButton.class, "consoleErrors").getText().equals("2")
                                && node(ToggleButton.class, "consoleWarnings")
                                        .getText()
                                        .equals("4"));
    }

    @Test
    void theTabCountsErrors() {
        showPage();
        FxThread.waitUntil(
                "the count",
                () ->
                        node(TabPane.class, "previewTabs")
                                .getTabs()
                                .getFirst()
                                .getText()
                                .equals("Console  (2 errors)"));
    }

    @Test
    void clearingEmptiesTheConsoleOnly() {
        showPage();
        FxThread.run(() -> node(Button.class, "consoleClear").fire());

        assertThat(FxThread.call(() -> node(ListView.class, "consoleList").getItems())).isEmpty();
        assertThat(eval("document.title")).isEqualTo("\"Demo\"");
    }

    @Test
    void theNetworkIsSummedUp() {
        showPage();
        FxThread.waitUntil("all requests", () -> preview.requests().size() >= 4);
        FxThread.run(() -> node(TabPane.class, "previewTabs").getSelectionModel().select(1));
        FxThread.waitUntil("the tab", () -> node(Node.class, "networkSummary") != null);

        // WebKit may ask for the picture twice: when it looks ahead, and when it gets there.
        String sum = "[45] requests, 1 from the library, [12] denied, 1 missing .*";
        FxThread.waitUntil(
                "the sum", () -> node(Label.class, "networkSummary").getText().matches(sum));
        assertThat(text("networkSummary")).endsWith("0 left this computer");
        assertThat(FxThread.call(() -> node(TableView.class, "networkTable").getItems().size()))
                .isEqualTo(4);
    }

    @Test
    void f5Reloads() {
        showPage();
        eval("window.old = true");
        FxThread.run(() ->
                stage.getScene()
                        .lookup("#previewWebView")
                        .fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        KeyCode.F5,
                                        false,
                                        false,
                                        false,
                                        false)));
        FxThread.waitUntil(
                "loaded again", () -> preview.timingsProperty().get().at(Moment.LOAD).isPresent());

        assertThat(eval("typeof old")).isEqualTo("\"undefined\"");
    }

    @Test
    void aStoppedPageIsShownWithoutItsScriptsUntilItIsRun() {
        showPage();
        FxThread.run(() -> node(Button.class, "previewStop").fire());
        FxThread.waitUntil("the banner", () -> node(Node.class, "guardBanner").isVisible());
        FxThread.waitUntil("shown", () -> preview.stateProperty().get() == Preview.State.SHOWN);
        assertThat(FxThread.call(() -> List.copyOf(preview.console()))).isEmpty();

        FxThread.run(() -> node(Button.class, "guardRun").fire());
        FxThread.waitUntil("the page has spoken", () -> !preview.console().isEmpty());
        assertThat(FxThread.call(() -> node(Node.class, "guardBanner").isVisible())).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aDeviceGivesThePageItsViewportAtAnyZoom() {
        showPage();
        for (int zoom : new int[] {0, 1, 3}) {
            FxThread.run(() -> {
                ComboBox<Object> device = node(ComboBox.class, "previewDevice");
                device.getSelectionModel().select(1);
                node(ComboBox.class, "previewZoom").getSelectionModel().select(zoom);
            });
            FxThread.waitUntil(
                    "the viewport",
                    () ->
                            String.valueOf(
                                            preview.viewProperty()
                                                    .get()
                                                    .getEngine()
                                                    .executeScript("innerWidth+','+innerHeight"))
                                    .matches("(374|375|376),6(6[4-9]|70)"));
            assertThat(FxThread.call(() -> node(TextField.class, "previewSize").getText()))
                    .isEqualTo("375 × 667");
        }
    }

    @Test
    void thePanelCanBeHiddenAndComesBack() {
        FxThread.run(() -> node(ToggleButton.class, "previewPanel").fire());
        assertThat(FxThread.call(() -> node(Node.class, "previewTabs"))).isNull();

        FxThread.run(() -> node(ToggleButton.class, "previewPanel").fire());
        assertThat(FxThread.call(() -> node(Node.class, "previewTabs"))).isNotNull();
    }

    @Test
    void anotherProjectHasAnotherView() {
        showPage();
        Node first = FxThread.call(() -> node(Node.class, "previewWebView"));
        FxThread.run(() ->
                preview.show(
                        UUID.randomUUID().toString(),
                        PageFixture.source("index.html", "<!doctype html>"),
                        "index.html"));
        FxThread.waitUntil("shown", () -> preview.stateProperty().get() == Preview.State.SHOWN);

        assertThat(FxThread.call(() -> node(Node.class, "previewWebView"))).isNotSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void thePaneIsDrawnInBothThemes(String theme) throws Exception {
        FxThread.run(() ->
                Application.setUserAgentStylesheet(
                        theme.equals("dark")
                                ? new PrimerDark().getUserAgentStylesheet()
                                : new PrimerLight().getUserAgentStylesheet()));
        showPage();
        FxThread.waitUntil("frames", () -> preview.frames().frames() > 30);
        Path png = Path.of("target/preview-" + theme + ".png");
        PngFile.write(FxThread.call(() -> stage.getScene().snapshot(null)), png);

        assertThat(Files.size(png)).isGreaterThan(20_000);
    }
}
