package dev.easel.library.cache;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/// A real https server on loopback with a certificate of its own for `cdn.test` and `other.test`,
/// and a client that trusts it.
public final class HttpsSite implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /// What a path answers.
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private final KeyStore keys;
    private final HttpsServer server;

    public HttpsSite(Path directory) throws Exception {
        keys = certificate(directory.resolve("site.p12"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static KeyStore certificate(Path file) throws Exception {
        if (!Files.exists(file)) {
            Process keytool =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "keytool")
                                            .toString(),
                                    "-genkeypair",
                                    "-keyalg",
                                    "EC",
                                    "-alias",
                                    "site",
                                    "-dname",
                                    "CN=cdn.test",
                                    "-ext",
                                    "SAN=dns:cdn.test,dns:other.test",
                                    "-storetype",
                                    "PKCS12",
                                    "-storepass",
                                    new String(PASSWORD),
                                    "-keystore",
                                    file.toString())
                            .inheritIO()
                            .start();
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool made no certificate");
            }
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private SSLContext context() throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust().getTrustManagers(), null);
        return context;
    }

    private TrustManagerFactory trust() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("site", keys.getCertificate("site"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted);
        return factory;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        headers.add(exchange.getRequestHeaders());
        try (exchange) {
            answers.getOrDefault(path, e -> e.sendResponseHeaders(404, -1)).to(exchange);
        }
    }

    /// A client that trusts this server's certificate.
    public OkHttpClient client() {
        try {
            return new OkHttpClient.Builder()
                    .sslSocketFactory(
                            context().getSocketFactory(),
                            (X509TrustManager) trust().getTrustManagers()[0])
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Names that all lead here, the private-address rule switched off.
    public static CheckedNames names() {
        return new CheckedNames(HttpsSite::loopback, a -> true);
    }

    static List<InetAddress> loopback(String host) throws UnknownHostException {
        if (!host.endsWith(".test")) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.getLoopbackAddress());
    }

    /// Everything that pages have of the outside, with this server as all of it.
    public OutsideFiles outside(CachedFiles cached, RulesKeeper keeper) {
        return OutsideFiles.with(
                cached, keeper, threads, client(), names(), HttpsFetcher.Limits.USUAL);
    }

    public HttpsSite file(String path, String type, String text) {
        return file(path, type, text.getBytes(StandardCharsets.UTF_8));
    }

    public HttpsSite file(String path, String type, byte[] body) {
        return on(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                });
    }

    public HttpsSite redirect(String path, String location) {
        return on(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Location", location);
                    exchange.sendResponseHeaders(302, -1);
                });
    }

    public HttpsSite on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /// Absolute address of a path, on the host `cdn.test`.
    public String url(String path) {
        return url("cdn.test", path);
    }

    public String url(String host, String path) {
        return "https://" + host + ":" + server.getAddress().getPort() + path;
    }

    public WebAddress address(String path) {
        return WebAddress.parse(url(path)).orElseThrow();
    }

    /// The paths that were asked for so far.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /// The requests that had one of these headers.
    public List<Headers> requestsWith(String... names) {
        return headers.stream().filter(h -> Stream.of(names).anyMatch(h::containsKey)).toList();
    }

    List<Headers> headers() {
        return List.copyOf(headers);
    }

    ExecutorService threads() {
        return threads;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
