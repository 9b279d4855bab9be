package dev.easel.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that a run produced, or that a revision holds. Paths are unique; order is the model's.
public record Artifact(List<ProjectFile> files) {
    public static final Artifact EMPTY = new Artifact(List.of());

    public Artifact {
        files = List.copyOf(files);
        if (files.stream().map(ProjectFile::path).distinct().count() != files.size()) {
            throw new IllegalArgumentException("Two files of an artifact have one path");
        }
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    public Optional<ProjectFile> file(String path) {
        return files.stream().filter(f -> f.path().equals(path)).findFirst();
    }

    /// The file that the preview opens: `index.html`, else the first HTML file, else the first SVG.
    ///
    /// @return empty when there is nothing a preview could show
    public Optional<ProjectFile> entry() {
        return file("index.html")
                .or(() -> firstEndingWith(".html", ".htm"))
                .or(() -> firstEndingWith(".svg"));
    }

    private Optional<ProjectFile> firstEndingWith(String... endings) {
        return files.stream()
                .filter(f -> {
                    String path = f.path().toLowerCase(Locale.ROOT);
                    return Stream.of(endings).anyMatch(path::endsWith);
                })
                .findFirst();
    }

    /// Lines of all files together.
    public int lines() {
        return files.stream().mapToInt(ProjectFile::lines).sum();
    }
}
