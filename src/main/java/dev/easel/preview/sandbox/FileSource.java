package dev.easel.preview.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One file of the disk, and nothing beside it.
record FileSource(Path file) implements PageSource {
    @Override
    public Optional<byte[]> read(String path) throws IOException {
        return path.equals(name()) && Files.isRegularFile(file)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    @Override
    public Optional<String> entry() {
        return Optional.of(name());
    }

    private String name() {
        return file.getFileName().toString();
    }
}
