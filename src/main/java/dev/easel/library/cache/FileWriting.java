package dev.easel.library.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// How files come to the disk: whole, or not at all.
interface FileWriting {
    /// Replaces or makes a file.
    void write(Path file, byte[] content) throws IOException;

    /// Writes beside the target's folder, waits for the disk, then moves in one step: a killed
    /// process or a full disk leaves at most a file in `temporary`.
    static FileWriting by(Path temporary) {
        return (file, content) -> {
            Files.createDirectories(temporary);
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(temporary, "fetched", ".tmp");
            try {
                force(fresh, content);
                Files.move(
                        fresh,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        };
    }

    private static void force(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
