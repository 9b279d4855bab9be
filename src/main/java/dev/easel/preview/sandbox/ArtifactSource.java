package dev.easel.preview.sandbox;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Files in memory.
record ArtifactSource(Artifact artifact) implements PageSource {
    @Override
    public Optional<byte[]> read(String path) {
        return artifact.file(path).map(f -> f.text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> entry() {
        return artifact.entry().map(ProjectFile::path);
    }
}
