package dev.easel.preview.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the system says of this process's memory.
final class MappedMemory {
    private static final Path MAPS = Path.of("/proc/self/maps");

    private MappedMemory() {}

    /// Whether all of a range may be read and written. False where the system does not say.
    static boolean holds(long address, long length) {
        if (address == 0 || address % Integer.BYTES != 0 || length <= 0) {
            return false;
        }
        try {
            long at = address;
            for (String line : Files.readAllLines(MAPS)) {
                String[] words = line.split("[- ]", 4);
                long from = Long.parseUnsignedLong(words[0], 16);
                long to = Long.parseUnsignedLong(words[1], 16);
                if (from <= at && at < to && words[2].startsWith("rw")) {
                    at = to;
                }
            }
            return at >= address + length;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
