package dev.easel.preview.share;

import dev.easel.library.MediaTypes;
import dev.easel.preview.sandbox.PageSource;
import dev.easel.preview.sandbox.TextCharset;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds the file that a path names. Directories are not listed.
record SharedFiles(PageSource source) {
    /// @param rawPath below the token, still encoded; anything may be in it
    SharedAnswer answer(String rawPath) {
        try {
            Optional<String> path = decoded(rawPath).flatMap(this::file);
            Optional<byte[]> bytes =
                    path.isPresent() ? source.read(path.get()) : Optional.<byte[]>empty();
            return bytes.map(b -> SharedAnswer.file(type(path.orElseThrow(), b), b))
                    .orElseGet(() -> SharedAnswer.text(404, "The project has no such file."));
        } catch (IOException e) {
            return SharedAnswer.text(500, "The file cannot be read: " + e.getMessage());
        }
    }

    private static String type(String path, byte[] bytes) {
        return TextCharset.contentType(MediaTypes.of(path), bytes);
    }

    private static Optional<String> decoded(String rawPath) {
        try {
            // A plus is a plus in a path.
            String plain = rawPath.replace("+", "%2B");
            return Optional.of(URLDecoder.decode(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// `` is the entry, `folder/` its index page.
    private Optional<String> file(String path) {
        if (path.isEmpty()) {
            return source.entry();
        }
        return Optional.of(path.endsWith("/") ? path + "index.html" : path)
                .filter(p -> !p.contains("\0") && !p.startsWith("/") && !isClimbing(p));
    }

    private static boolean isClimbing(String path) {
        return ("/" + path.replace('\\', '/') + "/").contains("/../");
    }
}
