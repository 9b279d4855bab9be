package dev.easel.preview.share;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.preview.sandbox.PageSource;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executor;

/// Serves the files of one project on 127.0.0.1 at a free port, below a path that nobody can guess.
///
/// The files are served as an export would write them: nothing is rewritten and nothing is added.
/// Other programs of this computer, other users of it and other pages of the browser do not know
/// the token; a page that makes a name of its own point here (DNS rebinding) sends another `Host`.
final class PageServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PageServer.class.getName());
    private static final int TOKEN_BYTES = 24;

    private final HttpServer http;
    private final String host;
    private final String token;
    private volatile SharedFiles files;

    private PageServer(HttpServer http, String token, PageSource source) {
        this.http = http;
        this.token = token;
        host = "127.0.0.1:" + http.getAddress().getPort();
        files = new SharedFiles(source);
    }

    /// @param background runs one task a request
    /// @throws IOException when no port can be had
    static PageServer start(PageSource source, Executor background) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer http = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        PageServer server = new PageServer(http, HexFormat.of().formatHex(token), source);
        http.setExecutor(background);
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    /// From now on these files are served.
    void show(PageSource source) {
        files = new SharedFiles(source);
    }

    /// @param path inside the source; not encoded
    URI uri(String path) {
        try {
            String file = new URI(null, null, "/" + token + "/" + path, null).toASCIIString();
            return URI.create("http://" + host + file);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a path: " + path, e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            SharedAnswer answer = answerTo(exchange);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            if (isHead) {
                String length = Integer.toString(answer.body().length);
                exchange.getResponseHeaders().set("Content-Length", length);
            }
            boolean isEmpty = isHead || answer.body().length == 0;
            exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : answer.body().length);
            if (!isEmpty) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A request of the browser could not be answered", e);
        }
    }

    private SharedAnswer answerTo(HttpExchange exchange) throws IOException {
        List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        if (!hosts.equals(List.of(host))) {
            return SharedAnswer.text(421, "This address is not served here.");
        }
        String path = exchange.getRequestURI().getRawPath();
        String prefix = "/" + token + "/";
        if (path == null || !startsWith(path, prefix)) {
            return SharedAnswer.text(404, "There is nothing here.");
        }
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> files.answer(path.substring(prefix.length()));
            default -> SharedAnswer.text(405, "Files can only be read.").with("Allow", "GET, HEAD");
        };
    }

    /// Takes the same time wherever the two differ.
    private static boolean startsWith(String path, String prefix) {
        int difference = path.length() < prefix.length() ? 1 : 0;
        for (int i = 0; i < prefix.length(); i++) {
            difference |= prefix.charAt(i) ^ (i < path.length() ? path.charAt(i) : 0);
        }
        return difference == 0;
    }

    /// Ends it at once, with what it is sending.
    @Override
    public void close() {
        http.stop(0);
    }
}
