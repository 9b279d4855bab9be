package dev.easel.preview.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request of a page.
///
/// @param headers names in lower case
record PageRequest(String method, URL url, Map<String, String> headers) {
    String host() {
        return url.getHost().toLowerCase(Locale.ROOT);
    }

    /// Whether the address is of a project's made-up origin.
    boolean isOwn() {
        return host().endsWith(OpenPage.DOMAIN)
                && url.getProtocol().equals("https")
                && url.getUserInfo() == null
                && (url.getPort() == -1 || url.getPort() == 443);
    }

    /// Whether the answer would replace the page itself.
    boolean isNavigation() {
        return kind().equals("document");
    }

    /// What the page wants it for: `script`, `style`, `empty` for fetch and XHR, ...
    String kind() {
        return header("sec-fetch-dest");
    }

    boolean isGet() {
        return method.equals("GET") || method.equals("HEAD");
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /// The host of the page that asks; empty when it does not say.
    String refererHost() {
        String referer = header("referer").isEmpty() ? header("origin") : header("referer");
        return uri(referer).map(URI::getHost).orElse("").toLowerCase(Locale.ROOT);
    }

    /// Whether another project's page asks for this project's file.
    boolean isFromElsewhere() {
        return header("sec-fetch-site").equals("same-site")
                || (!refererHost().isEmpty() && !refererHost().equals(host()));
    }

    /// Browsers leave some characters of a query as they are which Java's addresses do not have,
    /// such as the `|` of `css?family=Lato|Oswald`.
    Optional<URI> uri() {
        return uri(
                url.toExternalForm().replace("|", "%7C").replace("^", "%5E").replace(" ", "%20"));
    }

    /// The decoded path without its leading slash; empty when it cannot be decoded.
    Optional<String> path() {
        String raw = url.getPath();
        try {
            String plain = raw.startsWith("/") ? raw.substring(1) : raw;
            return Optional.of(
                    URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
