package dev.easel.preview;

import dev.easel.preview.engine.EngineConsole;
import dev.easel.preview.engine.PageDesk;
import dev.easel.preview.webgl.WebGlPrompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.web.WebErrorEvent;
import javafx.scene.web.WebEvent;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/// One WebView, set up for one project: its storage, and nothing that a page could open, block or
/// leave by. A WebView takes its storage directory once, so each project needs its own.
final class PageView {
    private final String projectId;
    private final WebView view;
    private final WebGlPrompts webGl;
    private boolean isBlank;

    /// @param storage made when it is not there; the page's localStorage
    /// @param listener hears of alerts (all messages of the bridge are), of WebKit's own console,
    ///   and of trouble with the storage
    PageView(String projectId, Path storage, Listener listener) {
        this.projectId = projectId;
        PageWebGl.prepare();
        view = new WebView();
        view.setId("previewWebView");
        view.setContextMenuEnabled(false);
        view.setPageFill(Color.WHITE);
        view.getEngine().setCreatePopupHandler(features -> null);
        view.getEngine().setConfirmHandler(listener::confirm);
        webGl =
                PageWebGl.give(
                        view,
                        listener::waited,
                        p -> listener.prompt(p.getMessage(), p.getDefaultValue()));
        PageDesk.attend(view.getEngine(), listener, address -> isBlank || listener.mayGo(address));
        view.getEngine().setOnAlert((WebEvent<String> e) -> listener.alert(e.getData()));
        view.getEngine().setOnError((WebErrorEvent e) -> listener.trouble(e.getMessage()));
        EngineConsole.listen(view, listener::fromEngine);
        useStorage(storage, listener::trouble);
    }

    private void useStorage(Path storage, Consumer<String> trouble) {
        try {
            Files.createDirectories(storage);
            view.getEngine().setUserDataDirectory(storage.toFile());
        } catch (IOException e) {
            trouble.accept(e.toString());
        }
    }

    /// What the page has of WebGL; empty when it never asked for any.
    Optional<WebGlReport> webGl() {
        return webGl.use().map(use -> new WebGlReport(PageWebGl.info(), use));
    }

    String projectId() {
        return projectId;
    }

    WebView node() {
        return view;
    }

    void load(String address) {
        isBlank = false;
        view.getEngine().load(address);
    }

    /// Whether pages that are loaded from now on run their scripts.
    void setRunning(boolean runs) {
        view.getEngine().setJavaScriptEnabled(runs);
    }

    /// Why the page could not be loaded.
    String failure() {
        Throwable exception = view.getEngine().getLoadWorker().getException();
        return exception == null ? "no reason was given" : String.valueOf(exception.getMessage());
    }

    /// What is to be seen, in the size that the view has; completes after the next frame.
    CompletionStage<WritableImage> picture() {
        CompletableFuture<WritableImage> result = new CompletableFuture<>();
        view.snapshot(
                snapshot -> {
                    result.complete(snapshot.getImage());
                    return null;
                },
                new SnapshotParameters(),
                null);
        return result;
    }

    /// Stops the page's scripts for good.
    void blank() {
        isBlank = true;
        webGl.closeAll();
        view.getEngine().load("about:blank");
    }

    /// What happens in the view; UI thread, inside the page's script.
    interface Listener extends PageDesk.Asked {
        /// Whether the page may be replaced by what is at an address.
        boolean mayGo(String address);

        void alert(String text);

        boolean confirm(String text);

        /// The page's script has waited so long for the graphics driver, until now.
        void waited(long nanos);

        /// @return null when it was cancelled
        @Nullable String prompt(String text, String initial);

        void fromEngine(String text, int line, String file);

        void trouble(String message);
    }
}
