package dev.easel.preview.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/// The headers of every answer.
final class AnswerHeaders {
    /// All of https may be asked for, because the asking ends in [PreviewNetwork], which lists and
    /// refuses it. What does not pass there is refused here: WebSockets (WebView opens a socket of
    /// its own for them), media of other hosts (its player would ask again and again), and workers
    /// made from `data:` addresses, which would have no policy at all.
    private static final String POLICY =
            "default-src 'self' https: data: blob: 'unsafe-inline' 'unsafe-eval';"
                    + " connect-src 'self' https: data: blob:;"
                    + " media-src 'self' data: blob:;"
                    + " worker-src 'self' blob:;"
                    + " upgrade-insecure-requests";

    private AnswerHeaders() {}

    static Map<String, String> of(PageRequest request, String contentType) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", contentType);
        headers.put("content-security-policy", POLICY);
        headers.put("cache-control", "no-store");
        headers.put("x-content-type-options", "nosniff");
        headers.put("x-dns-prefetch-control", "off");
        allow(request, headers);
        return headers;
    }

    /// A CDN lets every page read its files, and so do we.
    private static void allow(PageRequest request, Map<String, String> headers) {
        String origin = request.header("origin");
        headers.put("access-control-allow-origin", origin.isEmpty() ? "*" : origin);
        headers.put("access-control-allow-credentials", "true");
        headers.put("access-control-allow-methods", "GET, HEAD, OPTIONS");
        headers.put("cross-origin-resource-policy", "cross-origin");
        String asked = request.header("access-control-request-headers");
        if (!asked.isEmpty()) {
            headers.put("access-control-allow-headers", asked);
        }
    }
}
