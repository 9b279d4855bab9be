package dev.easel.preview;

/// Sizes as people read them.
final class ByteCount {
    private ByteCount() {}

    /// @return `812 B`, `34 kB`, `1.2 MB`
    static String of(long bytes) {
        return bytes < 1_000
                ? bytes + " B"
                : bytes < 1_000_000
                        ? Math.round(bytes / 1_000.0) + " kB"
                        : Math.round(bytes / 100_000.0) / 10.0 + " MB";
    }
}
