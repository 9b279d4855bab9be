package dev.easel.provider.fake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// HTTP/1.1 over a raw socket on loopback, for tests that must decide when each byte goes out and
/// know when the client has left. The JDK's `HttpServer` notices that only at its next write.
public final class FakeHttpServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final ServerSocket socket;
    private final Handler handler;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Request> arrivals = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> departures = new LinkedBlockingQueue<>();

    /// What a client sent.
    ///
    /// @param path with query
    /// @param headers by lower-case name
    public record Request(String method, String path, Map<String, String> headers, String body) {}

    /// Answers one request, on a thread of its own.
    public interface Handler {
        void answer(Request request, Exchange exchange) throws IOException, InterruptedException;
    }

    /// @param port 0 for any
    public FakeHttpServer(int port, Handler handler) throws IOException {
        this.socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.handler = handler;
        threads.execute(this::accept);
    }

    /// E.g. `http://127.0.0.1:41234`.
    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /// All requests so far.
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /// How many connections have been made.
    public int connections() {
        return open.size();
    }

    /// Waits for the next request that was not awaited yet.
    public Request awaitRequest() throws InterruptedException {
        return some(arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no request came");
    }

    /// Waits for a client that closes its connection before its answer is complete.
    ///
    /// @return when that was, by [System#nanoTime()]
    public long awaitDisconnect() throws InterruptedException {
        return some(departures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "the client stayed");
    }

    /// Like [#awaitDisconnect()], but as long as it takes.
    long nextDisconnect() throws InterruptedException {
        return departures.take();
    }

    /// Closes every connection.
    @Override
    public void close() {
        threads.shutdownNow();
        closeQuietly(socket);
        open.forEach(FakeHttpServer::closeQuietly);
    }

    private static <T> T some(T value, String otherwise) {
        if (value == null) {
            throw new AssertionError(otherwise + " within " + PATIENCE_SECONDS + " s");
        }
        return value;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    /// Reads requests one after another. While one is answered this thread waits in `read`, which
    /// is how it learns at once that the client has left.
    private void serve(Socket client) {
        Exchange exchange = null;
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            Request request;
            while ((request = read(in)) != null) {
                if (exchange != null) {
                    exchange.awaitEnd();
                }
                exchange = new Exchange(client);
                begin(request, exchange);
            }
        } catch (IOException | InterruptedException _) {
            // The client reset the connection, or the test is over.
        }
        if (exchange != null && exchange.leave()) {
            departures.add(System.nanoTime());
        }
    }

    private void begin(Request request, Exchange exchange) {
        requests.add(request);
        arrivals.add(request);
        threads.execute(() -> answer(request, exchange));
    }

    private void answer(Request request, Exchange exchange) {
        try {
            handler.answer(request, exchange);
            exchange.end();
        } catch (IOException | InterruptedException _) {
            // The client has left, or the script dropped it, or the test is over.
        }
    }

    private static Request read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] words = first.split(" ");
        return new Request(words[0], words[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
