package dev.easel.preview.dialog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that is there only when it is whole: its parts are collected beside it. The parts come
/// one after another, on whatever threads.
final class FileInParts {
    private final Path target;
    private final long whole;
    private @Nullable Path parts;
    private long length;

    /// @param whole bytes that it will have
    FileInParts(Path target, long whole) {
        this.target = target;
        this.whole = whole;
    }

    String name() {
        return target.getFileName().toString();
    }

    /// Bytes so far.
    synchronized long length() {
        return length;
    }

    boolean isWhole() {
        return length() == whole;
    }

    boolean fits(int bytes) {
        return length() + bytes <= whole;
    }

    void append(byte[] bytes) throws IOException {
        Files.write(parts(), bytes, StandardOpenOption.APPEND);
        synchronized (this) {
            length += bytes.length;
        }
    }

    private synchronized Path parts() throws IOException {
        if (parts == null) {
            // A temporary file's permissions would stay with it.
            parts = target.resolveSibling(name() + "." + UUID.randomUUID() + ".part");
            Files.createFile(parts);
        }
        return parts;
    }

    /// Puts it into its place.
    void finish() throws IOException {
        Path made = parts();
        try {
            Files.move(made, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard();
            throw e;
        }
    }

    /// Leaves nothing behind.
    synchronized void discard() {
        try {
            if (parts != null) {
                Files.deleteIfExists(parts);
            }
        } catch (IOException e) {
            System.getLogger(FileInParts.class.getName())
                    .log(System.Logger.Level.WARNING, "A partial file remains: " + parts, e);
        }
    }
}
