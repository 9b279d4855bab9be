package dev.easel.preview;

import dev.easel.library.Library;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.PageSource;
import dev.easel.preview.sandbox.PreviewNetwork;
import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import dev.easel.ui.FxExecutor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import netscape.javascript.JSException;

/// A real preview in a window of the headless platform.
final class PageFixture implements AutoCloseable {
    static final PreviewNetwork NETWORK = network();

    final String project = UUID.randomUUID().toString();
    final Preview preview;
    private final Stage stage;

    PageFixture(Path storage) {
        this(storage, NETWORK);
    }

    PageFixture(Path storage, PreviewNetwork network) {
        preview = FxThread.call(() -> new Preview(network, storage, new FxExecutor()));
        stage = FxThread.call(() -> window(preview));
    }

    private static PreviewNetwork network() {
        FxThread.start();
        PreviewNetwork network = new PreviewNetwork(new Library());
        network.install();
        return network;
    }

    private static Stage window(Preview preview) {
        StackPane pane = new StackPane();
        preview.viewProperty().addListener((o, before, now) -> pane.getChildren().setAll(now));
        Stage stage = new Stage();
        stage.setScene(new Scene(pane, 800, 600));
        stage.show();
        return stage;
    }

    /// Gives the view that size.
    void resize(int width, int height) {
        FxThread.run(() -> {
            stage.setWidth(width + stage.getWidth() - stage.getScene().getWidth());
            stage.setHeight(height + stage.getHeight() - stage.getScene().getHeight());
        });
    }

    /// @param files path, text, path, text, ...; the first is shown
    void show(String... files) {
        show(source(files), files[0]);
    }

    /// Shows a page of one canvas, which the script finds as `c`.
    void showCanvas(int width, int height, String script) {
        show(
                "index.html",
                "<!doctype html><body style='margin:0'><canvas id=c width=%d height=%d></canvas>"
                                .formatted(width, height)
                        + "<script>var c = document.getElementById('c');"
                        + script
                        + "</script>");
    }

    void show(PageSource source, String entry) {
        FxThread.run(() -> preview.show(project, source, entry));
        waitFor(
                "the page has loaded",
                () ->
                        preview.stateProperty().get() == Preview.State.FAILED
                                || preview.timingsProperty()
                                        .get()
                                        .at(dev.easel.preview.sandbox.PageMessage.Moment.LOAD)
                                        .isPresent());
    }

    static PageSource source(String... files) {
        List<ProjectFile> list = new ArrayList<>();
        for (int i = 0; i < files.length; i += 2) {
            list.add(new ProjectFile(files[i], files[i + 1]));
        }
        return PageSource.of(new Artifact(list));
    }

    String eval(String javaScript) {
        return FxThread.await(() -> preview.evaluate(javaScript));
    }

    /// As it is at this moment, for conditions; those are looked at on the UI thread, which cannot
    /// wait for a promise.
    String evalNow(String javaScript) {
        return FxThread.call(() -> {
            WebView view = preview.viewProperty().get();
            try {
                return view == null
                        ? ""
                        : String.valueOf(view.getEngine().executeScript(javaScript));
            } catch (JSException e) {
                return String.valueOf(e.getMessage());
            }
        });
    }

    void waitFor(String what, java.util.function.BooleanSupplier condition) {
        FxThread.waitUntil(what, condition);
    }

    List<ConsoleEntry> console() {
        return FxThread.call(() -> List.copyOf(preview.console()));
    }

    List<NetworkEntry> requests() {
        return FxThread.call(() -> List.copyOf(preview.requests()));
    }

    @Override
    public void close() {
        FxThread.run(() -> {
            preview.stop();
            stage.close();
        });
    }
}
