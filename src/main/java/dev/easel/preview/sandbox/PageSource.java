package dev.easel.preview.sandbox;

import dev.easel.project.Artifact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The files of a page, wherever they are. Called on loader threads, and on the UI thread when a
/// page loads something synchronously; implementations are thread-safe.
public interface PageSource {
    /// The file that shows a page while it is written, without its scripts.
    String DRAFT = "easel-draft.html";

    /// Reads one file.
    ///
    /// @param path decoded, relative, with `/`; whatever a page asked for, so anything may be in it
    /// @return empty when there is no such file inside the source
    /// @throws IOException when the file is there but cannot be read
    Optional<byte[]> read(String path) throws IOException;

    /// The file that `/` shows; empty when the source has nothing a page could be.
    Optional<String> entry();

    /// The files of an artifact, in memory.
    static PageSource of(Artifact artifact) {
        return new ArtifactSource(artifact);
    }

    /// All files below a directory, and nothing outside it, not even through a symbolic link. Files
    /// are read anew for every request, so a reload shows what an editor saved.
    static PageSource directory(Path directory) {
        return new DirectorySource(directory);
    }

    /// A file and what lies beside and below it, with the file as the entry.
    static PageSource page(Path file) {
        Path absolute = file.toAbsolutePath();
        Path parent = absolute.getParent();
        return new DirectorySource(
                parent == null ? absolute : parent, Optional.of(absolute.getFileName().toString()));
    }

    /// One file alone.
    static PageSource file(Path file) {
        return new FileSource(file);
    }
}
