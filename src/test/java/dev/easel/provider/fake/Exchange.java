package dev.easel.provider.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// One answer of a [FakeHttpServer], byte by byte if need be.
public final class Exchange {
    private final Socket client;
    private final OutputStream out;
    private final CountDownLatch left = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean begun;
    private long allowance = Long.MAX_VALUE;
    private long sent;

    Exchange(Socket client) throws IOException {
        this.client = client;
        this.out = client.getOutputStream();
    }

    /// A complete answer.
    ///
    /// @param extraHeaders each with its name, e.g. `Retry-After: 7`
    public void full(int status, String type, String body, String... extraHeaders)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " Status\r\nContent-Type: " + type + "\r\n";
        for (String header : extraHeaders) {
            head += header + "\r\n";
        }
        begun = true;
        write(
                (head + "Content-Length: " + bytes.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        write(bytes);
        ended.countDown();
    }

    /// Begins an event stream, in HTTP chunks.
    public void begin() throws IOException {
        begun = true;
        write(
                """
                HTTP/1.1 200 OK\r
                Content-Type: text/event-stream\r
                Transfer-Encoding: chunked\r
                \r
                """
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// One HTTP chunk of the stream, sent at once.
    public void chunk(byte[] bytes) throws IOException {
        if (!begun) {
            begin();
        }
        byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[size.length + bytes.length + 2];
        System.arraycopy(size, 0, whole, 0, size.length);
        System.arraycopy(bytes, 0, whole, size.length, bytes.length);
        whole[whole.length - 2] = '\r';
        whole[whole.length - 1] = '\n';
        write(whole);
    }

    /// Ends the answer properly, if that has not been done.
    void end() throws IOException {
        if (ended.getCount() == 0) {
            return;
        }
        if (!begun) {
            begin();
        }
        write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        ended.countDown();
    }

    /// How many bytes have been sent.
    public long sent() {
        return sent;
    }

    /// Lets only so many more bytes out, then drops the connection.
    public void dropAfter(long bytes) {
        allowance = bytes;
    }

    /// Breaks the connection off.
    ///
    /// @throws IOException always, which ends the script
    public void drop() throws IOException {
        ended.countDown();
        client.close();
        throw new IOException("dropped");
    }

    /// Says nothing until the client has closed the connection.
    public void silence() throws InterruptedException {
        left.await();
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /// The client has closed the connection.
    ///
    /// @return whether the answer was still going on
    boolean leave() {
        boolean early = ended.getCount() > 0;
        left.countDown();
        return early;
    }

    private void write(byte[] bytes) throws IOException {
        int allowed = (int) Math.min(bytes.length, allowance);
        out.write(bytes, 0, allowed);
        out.flush();
        allowance -= allowed;
        sent += allowed;
        if (allowed < bytes.length) {
            drop();
        }
    }
}
