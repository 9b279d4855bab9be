package dev.easel.preview.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Files below a directory. The check is made on real paths, after all links are followed.
///
/// @param named the entry, when the caller knows it
record DirectorySource(Path directory, Optional<String> named) implements PageSource {
    /// A larger file would only fill the memory: no page of a demo has one.
    private static final long LARGEST = 256L << 20;

    DirectorySource(Path directory) {
        this(directory, Optional.empty());
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Optional<Path> file = inside(path);
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return Optional.empty();
        }
        if (Files.size(file.get()) > LARGEST) {
            throw new IOException(path + " is larger than 256 MB, more than the preview loads");
        }
        return Optional.of(Files.readAllBytes(file.get()));
    }

    private Optional<Path> inside(String path) throws IOException {
        try {
            Path candidate = directory.resolve(path);
            if (!Files.exists(candidate)) {
                return Optional.empty();
            }
            Path real = candidate.toRealPath();
            return real.startsWith(directory.toRealPath()) ? Optional.of(real) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> entry() {
        return named.or(() ->
                Files.isRegularFile(directory.resolve("index.html"))
                        ? Optional.of("index.html")
                        : firstPage());
    }

    private Optional<String> firstPage() {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
            return firstEndingWith(names, ".html")
                    .or(() -> firstEndingWith(names, ".htm"))
                    .or(() -> firstEndingWith(names, ".svg"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstEndingWith(List<String> names, String ending) {
        return names.stream().filter(n -> n.toLowerCase(Locale.ROOT).endsWith(ending)).findFirst();
    }
}
