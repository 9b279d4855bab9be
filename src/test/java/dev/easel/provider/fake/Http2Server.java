package dev.easel.provider.fake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.RateControl;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// A real server that speaks HTTP/2 over TLS and nothing else. It answers every request with the
/// same beginning of an event stream and then says nothing more, and notes when a client gives up.
public final class Http2Server implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    private static final int PATIENCE_SECONDS = 30;

    private final Server server = new Server();
    private final ServerConnector connector;
    private final KeyStore keys;
    private final BlockingQueue<String> protocols = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> departures = new LinkedBlockingQueue<>();

    /// @param folder for the certificate, which is made on the spot
    /// @param beginning what every reply begins with, whole events
    public Http2Server(Path folder, String beginning) throws Exception {
        Path store = folder.resolve("keys.p12");
        makeKey(store);
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer());
        ALPNServerConnectionFactory negotiation = new ALPNServerConnectionFactory("h2");
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(keys);
        tls.setKeyStorePassword(PASSWORD);
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
        // Else Jetty hangs up on a client that stops dozens of replies within a second.
        http2.setRateControlFactory(new RateControl.Factory() {});
        connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls, negotiation.getProtocol()),
                        negotiation,
                        http2);
        connector.setHost("localhost");
        server.addConnector(connector);
        server.setHandler(new Silent(beginning));
        server.start();
    }

    /// E.g. `https://localhost:41234`.
    public String url() {
        return "https://localhost:" + connector.getLocalPort();
    }

    /// Trusts this server and no other.
    public SSLContext trust() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new X509TrustManager[] {trustManager()}, null);
        return context;
    }

    public X509TrustManager trustManager() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(keys);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// Waits until the beginning of a reply that was not awaited yet has gone out.
    ///
    /// @return what it was asked for in, e.g. `HTTP/2.0`
    public String awaitProtocol() throws InterruptedException {
        return some(protocols.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no request came");
    }

    /// Waits until a client gives a reply up.
    ///
    /// @return when that was, by [System#nanoTime()]
    public long awaitCancel() throws InterruptedException {
        return some(departures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "the client stayed");
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static <T> T some(T value, String otherwise) {
        if (value == null) {
            throw new AssertionError(otherwise);
        }
        return value;
    }

    private static void makeKey(Path store) throws IOException, InterruptedException {
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "test",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost,ip:127.0.0.1",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private final class Silent extends Handler.Abstract {
        private final String beginning;

        Silent(String beginning) {
            this.beginning = beginning;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            request.addFailureListener(failure -> {
                departures.add(System.nanoTime());
                callback.failed(failure);
            });
            Content.Source.asByteBuffer(request);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
            response.write(
                    false,
                    ByteBuffer.wrap(beginning.getBytes(StandardCharsets.UTF_8)),
                    Callback.from(
                            () -> protocols.add(request.getConnectionMetaData().getProtocol()),
                            callback::failed));
            return true;
        }
    }
}
