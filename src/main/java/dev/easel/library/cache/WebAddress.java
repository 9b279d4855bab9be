package dev.easel.library.cache;

import java.util.Optional;
import okhttp3.HttpUrl;

/// An https address that could be fetched, spelled in the one way that everything here compares.
///
/// ```java
/// WebAddress.parse("http://Example.org:80/a b.js#x")  // https://example.org/a%20b.js
/// ```
///
/// @param text absolute, https, without fragment, encoded as browsers do it
/// @param host lower case; without brackets when it is an IPv6 address
public record WebAddress(String text, String host) {
    /// Data rather than a name.
    private static final int LONGEST = 2_000;

    /// Reads an address as a browser does; plain http is taken for https.
    ///
    /// @return empty for other schemes, http on a port of its own, addresses with a user name, and
    ///   addresses of more than 2,000 characters
    public static Optional<WebAddress> parse(String url) {
        HttpUrl parsed = url.length() > LONGEST ? null : HttpUrl.parse(url);
        if (parsed == null || !parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            return Optional.empty();
        }
        if (!parsed.isHttps() && parsed.port() != 80) {
            return Optional.empty();
        }
        int port = parsed.isHttps() ? parsed.port() : 443;
        return Optional.of(
                of(parsed.newBuilder().scheme("https").port(port).fragment(null).build()));
    }

    /// This address followed by a relative one, as a link in the file would be.
    Optional<WebAddress> resolve(String link) {
        HttpUrl base = HttpUrl.parse(text);
        HttpUrl target = base == null ? null : base.resolve(link);
        return target == null ? Optional.empty() : parse(target.toString());
    }

    private static WebAddress of(HttpUrl url) {
        return new WebAddress(url.toString(), url.host());
    }

    /// The last part of the path, by which people know a file; the host when there is none.
    public String name() {
        String path = text.replaceFirst("[?].*", "").replaceFirst("^https://[^/]*/?", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? host : name;
    }
}
