package dev.easel.preview.share;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the browser gets; a class because an array has no value semantics.
final class SharedAnswer {
    /// Nothing is kept, nothing is guessed, no other origin may read, embed or learn the address.
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Cache-Control", "no-store",
                    "Referrer-Policy", "no-referrer",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "SAMEORIGIN",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "X-Robots-Tag", "noindex");

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers;

    SharedAnswer(int status, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.body = body;
        this.headers = Map.copyOf(headers);
    }

    static SharedAnswer file(String contentType, byte[] body) {
        return new SharedAnswer(200, body, ALWAYS).with("Content-Type", contentType);
    }

    static SharedAnswer text(int status, String text) {
        return new SharedAnswer(status, text.getBytes(StandardCharsets.UTF_8), ALWAYS)
                .with("Content-Type", "text/plain; charset=utf-8");
    }

    SharedAnswer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new SharedAnswer(status, body, more);
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
