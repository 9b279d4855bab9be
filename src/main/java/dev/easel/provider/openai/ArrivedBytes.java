package dev.easel.provider.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;

/// A response body as a stream that hands out every byte that arrived before it says that the
/// connection broke. The JDK's own (`BodySubscribers.ofInputStream`) throws away what was not read
/// yet, which costs the last words of a reply. Read by one thread.
final class ArrivedBytes extends InputStream implements BodySubscriber<InputStream> {
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private ByteBuffer current = ByteBuffer.allocate(0);

    private sealed interface Part {
        record Bytes(ByteBuffer bytes) implements Part {}

        record End(Optional<Throwable> failure) implements Part {}
    }

    @Override
    public int read() throws IOException {
        return fill() ? current.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, current.remaining());
        current.get(target, offset, read);
        return read;
    }

    /// Without this, buffering readers would wait for more than has arrived.
    @Override
    public int available() {
        return current.remaining();
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> arrived) {
        arrived.forEach(bytes -> parts.add(new Part.Bytes(bytes)));
    }

    @Override
    public void onError(Throwable failure) {
        parts.add(new Part.End(Optional.of(failure)));
    }

    @Override
    public void onComplete() {
        parts.add(new Part.End(Optional.empty()));
    }

    /// Waits until there is something to read; false at the end.
    private boolean fill() throws IOException {
        while (!current.hasRemaining()) {
            switch (take()) {
                case Part.Bytes(ByteBuffer bytes) -> current = bytes;
                case Part.End end -> {
                    // Whoever reads on past the end meets it again.
                    parts.add(end);
                    if (end.failure().isPresent()) {
                        throw new IOException(
                                end.failure().get().getMessage(), end.failure().get());
                    }
                    return false;
                }
            }
        }
        return true;
    }

    private Part take() throws IOException {
        try {
            return parts.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
