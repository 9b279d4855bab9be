package dev.easel.preview;

import dev.easel.preview.sandbox.PreviewNetwork;
import dev.easel.ui.FxExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import javafx.application.Platform;

/// Renders pages for the command line, in exactly the preview that the window has.
///
/// ```java
/// try (PageRenderer renderer = PageRenderer.start(new PreviewNetwork(new Library()))) {
///     RenderReport report = renderer.render(RenderRequest.of(path).withSize(1000, 700));
///     System.out.println(report.toJson());
/// }
/// ```
///
/// Nothing that a page stores outlives the renderer.
public final class PageRenderer implements AutoCloseable {
    private final PreviewNetwork network;
    private final Path storage;

    private PageRenderer(PreviewNetwork network, Path storage) {
        this.network = network;
        this.storage = storage;
    }

    /// Starts the toolkit if it does not run, without a display unless `glass.platform` is set.
    ///
    /// @param network is installed here, if it is not yet
    /// @throws RenderException when the toolkit cannot start
    public static PageRenderer start(PreviewNetwork network) throws RenderException {
        if (System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // It runs already.
        } catch (UnsupportedOperationException | LinkageError e) {
            throw new RenderException("JavaFX cannot start here: " + e.getMessage(), e);
        }
        Platform.setImplicitExit(false);
        network.install();
        try {
            return new PageRenderer(network, Files.createTempDirectory("easel-render"));
        } catch (IOException e) {
            throw new RenderException("No temporary directory can be made: " + e.getMessage(), e);
        }
    }

    /// Renders one page. Blocks; not for the UI thread.
    ///
    /// @throws RenderException when the page cannot be loaded or does not answer in time, or the
    ///   picture cannot be written. A page that loops endlessly keeps the UI thread: nothing more
    ///   can be rendered in this process.
    public RenderReport render(RenderRequest request) throws RenderException, InterruptedException {
        try (Rendering rendering = new Rendering(request, network, storage, new FxExecutor())) {
            return rendering.run();
        }
    }

    /// Ends the toolkit, and with it every window of the process. Waits two seconds at most: a page
    /// in an endless loop keeps the UI thread for good, and only `System.exit` ends it then.
    @Override
    public void close() {
        Thread exit = Thread.ofPlatform().daemon().name("toolkit-exit").start(Platform::exit);
        try {
            exit.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(storage)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // WebKit may still be writing; the system clears its temporary directory.
            System.getLogger(PageRenderer.class.getName())
                    .log(System.Logger.Level.DEBUG, "Temporary files remain", e);
        }
    }
}
