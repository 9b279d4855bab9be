package dev.easel.preview.sandbox;

import dev.easel.preview.engine.PageCalls;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.URLStreamHandlerFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Takes the place that the JVM has for URL handlers, for the protocols that open connections.
///
/// This is static because that place is: it can be taken once in the life of a process. Calls from
/// WebView go to the networks that were installed; all others get the JDK's own connection.
final class PageProtocols implements URLStreamHandlerFactory {
    private static final CopyOnWriteArrayList<PreviewNetwork> NETWORKS =
            new CopyOnWriteArrayList<>();

    private static final PageCookies COOKIES = new PageCookies(CookieHandler.getDefault());

    private final Map<String, URL> jdk = new HashMap<>();

    private PageProtocols() throws MalformedURLException {
        // Made before the factory is set, these carry the JDK's handlers.
        for (String protocol : new String[] {"http", "https", "ftp"}) {
            jdk.put(protocol, URI.create(protocol + "://localhost/").toURL());
        }
        jdk.put("mailto", URI.create("mailto:nobody").toURL());
    }

    static synchronized void answerWith(PreviewNetwork network) {
        // The other loader opens its own connections, past every URL handler.
        System.setProperty("com.sun.webkit.useHTTP2Loader", "false");
        if (!NETWORKS.isEmpty()) {
            NETWORKS.addIfAbsent(network);
            return;
        }
        try {
            URL.setURLStreamHandlerFactory(new PageProtocols());
            ProxySelector.setDefault(
                    new PageSockets(ProxySelector.getDefault(), PageProtocols::refusedSocket));
            CookieHandler.setDefault(COOKIES);
            NETWORKS.add(network);
        } catch (MalformedURLException | Error e) {
            throw new IllegalStateException(
                    "Another part of this program already handles URLs, so pages could not be kept"
                            + " off the network",
                    e);
        }
    }

    /// Empties the cookies of a project.
    static void forgetCookies(String host) {
        COOKIES.forget(host);
    }

    private static void refusedSocket(URI uri) {
        NETWORKS.reversed().forEach(network -> network.refusedSocket(uri));
    }

    private static PageAnswer answer(PageRequest request) {
        return NETWORKS.stream()
                .flatMap(network -> network.answer(request).stream())
                .findFirst()
                .or(() ->
                        NETWORKS.reversed().stream()
                                .flatMap(n -> n.answerForLast(request).stream())
                                .findFirst())
                .orElseGet(() -> new PageAnswer.Refused("No open page asks for this"));
    }

    @Override
    public @Nullable URLStreamHandler createURLStreamHandler(String protocol) {
        URL original = jdk.get(protocol);
        return original == null ? null : new Handler(original);
    }

    private static final class Handler extends URLStreamHandler {
        private final URL original;

        Handler(URL original) {
            this.original = original;
        }

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            return PageCalls.areOnTheStack() ? connection(url) : original(url).openConnection();
        }

        @Override
        protected URLConnection openConnection(URL url, Proxy proxy) throws IOException {
            return PageCalls.areOnTheStack()
                    ? connection(url)
                    : original(url).openConnection(proxy);
        }

        private static PageConnection connection(URL url) {
            return PageCalls.areOfThePlayer()
                    ? PageConnection.ofPlayer(url, PageProtocols::answer)
                    : new PageConnection(url, PageProtocols::answer);
        }

        // The only way to a URL with the JDK's handler once a factory is set.
        @SuppressWarnings("deprecation")
        private URL original(URL url) throws MalformedURLException {
            return new URL(original, url.toExternalForm());
        }

        @Override
        protected int getDefaultPort() {
            return original.getDefaultPort();
        }

        /// Comparing two URLs must not ask a name server for the hosts that a page writes.
        @Override
        protected @Nullable InetAddress getHostAddress(URL url) {
            return null;
        }
    }
}
