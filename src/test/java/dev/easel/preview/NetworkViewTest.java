package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.easel.library.Library;
import dev.easel.library.cache.CachedFiles;
import dev.easel.library.cache.FetchRules;
import dev.easel.library.cache.HttpsSite;
import dev.easel.library.cache.MemoryKeeper;
import dev.easel.library.cache.OutsideFiles;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.PreviewNetwork;
import dev.easel.ui.FxExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The network tab and the banner in a real window, with a real server.
class NetworkViewTest {
    @TempDir static Path keys;
    @TempDir Path directory;

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final String project = UUID.randomUUID().toString();
    private HttpsSite site;
    private Preview preview;
    private PreviewView view;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxThread.start();
        site = new HttpsSite(keys);
        site.file("/a.js", "text/javascript", "document.title = 'A'");
        OutsideFiles outside =
                site.outside(
                        new CachedFiles(directory.resolve("cache")),
                        new MemoryKeeper(FetchRules.USUAL));
        PreviewNetwork network = new PreviewNetwork(new Library(), outside);
        network.install();
        FxThread.run(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            FxExecutor ui = new FxExecutor();
            preview = new Preview(network, directory.resolve("storage"), ui);
            view =
                    new PreviewView(
                            preview,
                            Optional.of(new FetchViewModel(preview, outside, background, ui)),
                            background,
                            ui);
            stage = new Stage();
            stage.setScene(new Scene(view, 980, 860));
            stage.show();
            view.showNetwork();
        });
        FxThread.run(() ->
                preview.show(
                        project,
                        PageFixture.source(
                                "index.html",
                                "<!doctype html><script src='"
                                        + site.url("/a.js")
                                        + "'></script><script src=\"https://unpkg.com/three@0.157.0/build/three.min.js\"></script>"
                                        + "<script>for (let i = 0; i < 3; i++) fetch('none.json');"
                                        + "fetch('https://b.test/', {method: 'POST'}).catch(() => 0)</script>"),
                        "index.html"));
        FxThread.waitUntil("all are listed", () -> preview.requests().size() >= 7);
    }

    @AfterEach
    void close() {
        FxThread.run(() -> {
            preview.stop();
            stage.close();
        });
        site.close();
        background.shutdownNow();
    }

    private <T extends Node> T node(Class<T> type, String id) {
        return type.cast(stage.getScene().lookup("#" + id));
    }

    @SuppressWarnings("unchecked")
    private List<NetworkRow> rows() {
        return FxThread.call(() ->
                List.copyOf(
                        ((TableView<NetworkRow>) node(TableView.class, "networkTable"))
                                .getItems()));
    }

    private NetworkRow row(String part) {
        return rows().stream()
                .filter(r -> r.entry().url().contains(part))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private void select(String part) {
        NetworkRow row = row(part);
        FxThread.run(() ->
                ((TableView<NetworkRow>) node(TableView.class, "networkTable"))
                        .getSelectionModel()
                        .select(row));
    }

    private void fire(String id) {
        FxThread.run(() -> node(Button.class, id).fire());
    }

    private String detail() {
        return FxThread.call(() ->
                String.join(
                        "\n",
                        stage.getScene().getRoot().lookupAll("#networkDetail .label").stream()
                                .map(n -> ((Labeled) n).getText())
                                .toList()));
    }

    private String banner() {
        return FxThread.call(() -> node(Labeled.class, "fetchBannerText").getText());
    }

    @Test
    void repeatsAreFoldedAndCounted() {
        assertThat(row("none.json").count()).isEqualTo(3);
        assertThat(rows()).hasSizeLessThan(preview.requests().size());
    }

    @Test
    void theSummaryCountsAndProves() {
        FxThread.waitUntil(
                "the summary is there",
                () -> node(Labeled.class, "networkSummary").getText().contains("3 missing"));

        assertThat(FxThread.call(() -> node(Labeled.class, "networkSummary").getText()))
                .contains("1 from the library")
                .contains("denied")
                .endsWith("0 left this computer");
    }

    @Test
    @SuppressWarnings("unchecked")
    void filterAndSearchNarrowTheList() {
        FxThread.run(() ->
                ((ComboBox<NetworkFilter>) node(ComboBox.class, "networkFilter"))
                        .setValue(NetworkFilter.DENIED));
        assertThat(rows()).allMatch(r -> r.entry().outcome() == NetworkEntry.Outcome.DENIED);
        int all = rows().size();
        FxThread.run(() -> node(TextField.class, "networkSearch").setText("A.JS"));
        assertThat(rows()).hasSize(1);
        assertThat(all).isGreaterThan(1);
    }

    @Test
    void theSelectedRequestIsShownWhole() {
        select("three");

        assertThat(detail())
                .contains("https://unpkg.com/three@0.157.0/build/three.min.js")
                .contains("0.157.0")
                .contains("other version");
    }

    @Test
    void aDeniedFileIsFetchedFromItsRowAndUsedAfterTheReload() {
        select("a.js");
        fire("fetchOnceButton");
        FxThread.waitUntil("fetched", () -> node(Node.class, "fetchReload").isVisible());
        assertThat(banner()).startsWith("1 file is fetched and kept");
        assertThat(detail()).contains("kept, reload");
        fire("fetchReload");
        FxThread.waitUntil("the script has run", () -> preview.titleProperty().get().equals("A"));

        assertThat(row("a.js").entry().outcome()).isEqualTo(NetworkEntry.Outcome.CACHED);
        assertThat(FxThread.call(() -> node(Node.class, "fetchBanner").isVisible())).isFalse();
        FxThread.waitUntil(
                "the count",
                () ->
                        node(Labeled.class, "networkSummary")
                                .getText()
                                .endsWith("1 left this computer"));
    }

    @Test
    void whatCannotBeFetchedHasNoButtons() {
        FxThread.run(() -> node(TextField.class, "networkSearch").setText("b.test"));
        select("b.test");

        assertThat(FxThread.call(() -> node(Node.class, "fetchOnceButton"))).isNull();
    }

    @Test
    void theBannerOffersAndOpensTheList() {
        FxThread.waitUntil("offered", () -> node(Node.class, "fetchBanner").isVisible());
        assertThat(banner()).startsWith("1 file this page names is not in Easel's library");
        FxThread.run(() -> node(TabPane.class, "previewTabs").getSelectionModel().select(0));
        fire("fetchReview");

        assertThat(
                        FxThread.call(() ->
                                node(TabPane.class, "previewTabs")
                                        .getSelectionModel()
                                        .getSelectedIndex()))
                .isEqualTo(1);
        assertThat(rows()).allMatch(r -> r.entry().outcome() == NetworkEntry.Outcome.DENIED);
    }

    @Test
    void allRequestsAreCopiedAsJson() {
        fire("networkCopy");

        assertThat(FxThread.call(() -> Clipboard.getSystemClipboard().getString()))
                .contains("\"outcome\" : \"denied\"")
                .contains(site.url("/a.js"));
    }
}
