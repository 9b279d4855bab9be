package dev.easel.preview.sandbox;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The cookies of pages: a jar for each project, so that none can leave something in another's by
/// naming the domain above both. They last as long as Easel runs. Thread-safe.
///
/// Connections that are not a page's have whatever jar the program had before.
final class PageCookies extends CookieHandler {
    private final @Nullable CookieHandler others;
    private final Map<String, CookieManager> jars = new ConcurrentHashMap<>();

    PageCookies(@Nullable CookieHandler others) {
        this.others = others;
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers)
            throws IOException {
        if (isPages(uri)) {
            return Map.of("Cookie", List.of(text(uri)));
        }
        return others == null ? Map.of() : others.get(uri, headers);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        if (isPages(uri)) {
            jar(uri).put(https(uri), headers);
        } else if (others != null) {
            others.put(uri, headers);
        }
    }

    /// As `document.cookie` has it. The JDK's own text is that of RFC 2965, which no page reads.
    private String text(URI uri) throws IOException {
        String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
        return jar(uri).getCookieStore().get(https(uri)).stream()
                .filter(c -> c.getPath() == null || path.startsWith(c.getPath()))
                .map(c -> c.getName() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }

    void forget(String host) {
        jars.remove(host);
    }

    private CookieManager jar(URI uri) {
        return jars.computeIfAbsent(
                host(uri), h -> new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER));
    }

    private static boolean isPages(URI uri) {
        return host(uri).endsWith(OpenPage.DOMAIN);
    }

    private static String host(URI uri) {
        return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    }

    /// WebKit asks with a scheme of its own when a script asks.
    private static URI https(URI uri) throws IOException {
        try {
            return new URI("https", uri.getRawAuthority(), uri.getPath(), uri.getQuery(), null);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
