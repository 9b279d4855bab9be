package dev.easel.preview;

import dev.easel.preview.sandbox.PageSource;
import dev.easel.project.Artifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What to render, and what to find out about it.
///
/// @param entry path of the page inside the source
/// @param width of the page's viewport in pixels, 1 to 8,192
/// @param height likewise
/// @param delay how long the page runs after its load, before anything is looked at
/// @param timeout for the load, for each expression and for the picture
/// @param expressions JavaScript to evaluate, in this order; promises are awaited
/// @param screenshot PNG file to write, when a picture is wanted
public record RenderRequest(
        PageSource source,
        String entry,
        int width,
        int height,
        Duration delay,
        Duration timeout,
        List<String> expressions,
        Optional<Path> screenshot) {
    private static final int LARGEST = 8_192;

    public RenderRequest {
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException(
                    "A page can be 1 to 8192 pixels wide and high, not " + width + "x" + height);
        }
        expressions = List.copyOf(expressions);
    }

    /// A file with what lies beside it, or the page of a directory.
    ///
    /// @throws RenderException when there is nothing that a page could be
    public static RenderRequest of(Path path) throws RenderException {
        if (!Files.exists(path)) {
            throw new RenderException("There is no file or directory " + path, null);
        }
        if (Files.isDirectory(path)) {
            return of(PageSource.directory(path), "No .html or .svg file is in " + path);
        }
        return of(PageSource.page(path), "No file: " + path);
    }

    /// The page of an artifact.
    ///
    /// @throws RenderException when it has no page
    public static RenderRequest of(Artifact artifact) throws RenderException {
        return of(PageSource.of(artifact), "The project has no .html or .svg file to show");
    }

    private static RenderRequest of(PageSource source, String otherwise) throws RenderException {
        String entry = source.entry().orElseThrow(() -> new RenderException(otherwise, null));
        return new RenderRequest(
                source,
                entry,
                1280,
                800,
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                List.of(),
                Optional.empty());
    }

    /// This request with another viewport.
    public RenderRequest withSize(int newWidth, int newHeight) {
        return new RenderRequest(
                source, entry, newWidth, newHeight, delay, timeout, expressions, screenshot);
    }

    /// This request with another delay.
    public RenderRequest withDelay(Duration newDelay) {
        return new RenderRequest(
                source, entry, width, height, newDelay, timeout, expressions, screenshot);
    }

    /// This request with another timeout.
    public RenderRequest withTimeout(Duration newTimeout) {
        return new RenderRequest(
                source, entry, width, height, delay, newTimeout, expressions, screenshot);
    }

    /// This request with these expressions.
    public RenderRequest withExpressions(List<String> newExpressions) {
        return new RenderRequest(
                source, entry, width, height, delay, timeout, newExpressions, screenshot);
    }

    /// This request with a picture.
    public RenderRequest withScreenshot(Path file) {
        return new RenderRequest(
                source, entry, width, height, delay, timeout, expressions, Optional.of(file));
    }
}
