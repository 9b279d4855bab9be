package dev.easel.library.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/// Puts files into a cache as if they had been fetched.
public final class Kept {
    private Kept() {}

    public static CachedFile file(Path directory, String url, String type, String text)
            throws IOException {
        WebAddress address = WebAddress.parse(url).orElseThrow();
        return new CachedFiles(directory)
                .store(
                        address,
                        new Download(address, type, text.getBytes(StandardCharsets.UTF_8)),
                        Instant.parse("2026-11-20T10:00:00Z"));
    }
}
