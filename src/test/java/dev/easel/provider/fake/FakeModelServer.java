package dev.easel.provider.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.project.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// A model's server whose replies are scripts. What a script says is the same for every protocol;
/// the subclass puts it into its wire format.
public abstract class FakeModelServer implements AutoCloseable {
    /// The model that answers, whichever was asked.
    public static final String MODEL_VERSION = "fake-001";

    protected static final ObjectMapper JSON = new ObjectMapper();
    protected static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FakeHttpServer http;
    private final AtomicReference<Script> script =
            new AtomicReference<>(reply -> reply.finish("STOP", Usage.NONE));

    /// What happens in one reply. When it returns the stream ends properly.
    public interface Script {
        void play(Reply reply) throws IOException, InterruptedException;
    }

    protected FakeModelServer(int port) throws IOException {
        this.http = new FakeHttpServer(port, this::answer);
    }

    /// Every later request is answered so.
    public final void answer(Script next) {
        script.set(next);
    }

    /// What a provider takes as its base URL.
    public String url() {
        return http.url();
    }

    public final FakeHttpServer http() {
        return http;
    }

    /// The body of the latest request.
    public final JsonNode lastBody() throws IOException {
        return JSON.readTree(http.requests().getLast().body());
    }

    /// Closes every connection.
    @Override
    public final void close() {
        http.close();
    }

    /// The server's list of models.
    protected abstract void answerModels(FakeHttpServer.Request request, Exchange exchange)
            throws IOException;

    /// Requests that are neither for a reply nor for the list.
    ///
    /// @return whether it was one, and is answered
    protected boolean answerOther(FakeHttpServer.Request request, Exchange exchange)
            throws IOException {
        return false;
    }

    protected abstract ObjectNode thought(String text);

    protected abstract ObjectNode text(String text);

    protected abstract List<ObjectNode> finish(String reason, Usage usage);

    /// @param retrySeconds not said if 0
    protected abstract ObjectNode error(int status, String message, int retrySeconds);

    /// What follows the last event, e.g. `data: [DONE]`; may be empty.
    protected abstract String farewell();

    private void answer(FakeHttpServer.Request request, Exchange exchange)
            throws IOException, InterruptedException {
        if (request.method().equals("GET")) {
            answerModels(request, exchange);
        } else if (!answerOther(request, exchange)) {
            script.get().play(new Reply(request, exchange));
        }
    }

    /// One reply while its script plays. Everything is sent at once.
    public final class Reply {
        private final FakeHttpServer.Request request;
        private final Exchange exchange;

        private Reply(FakeHttpServer.Request request, Exchange exchange) {
            this.request = request;
            this.exchange = exchange;
        }

        public FakeHttpServer.Request request() {
            return request;
        }

        /// The connection itself, to drop it or to fall silent.
        public Exchange exchange() {
            return exchange;
        }

        public Reply thought(String text) throws IOException {
            return event(FakeModelServer.this.thought(text));
        }

        public Reply text(String text) throws IOException {
            return event(FakeModelServer.this.text(text));
        }

        /// Says that the model has ended, and what it cost.
        public Reply finish(String reason, Usage usage) throws IOException {
            for (ObjectNode event : FakeModelServer.this.finish(reason, usage)) {
                event(event);
            }
            if (!farewell().isEmpty()) {
                raw(farewell());
            }
            return this;
        }

        /// Waits until the test opens the gate.
        public Reply await(CountDownLatch gate) throws InterruptedException {
            gate.await();
            return this;
        }

        /// Any JSON as an event.
        public Reply event(JsonNode json) throws IOException {
            return raw("data: " + json + "\n\n");
        }

        /// An error in the middle of the stream.
        public Reply fail(int status, String message) throws IOException {
            return event(error(status, message, 0));
        }

        /// Anything at all, as one HTTP chunk.
        public Reply raw(String bytes) throws IOException {
            exchange.chunk(bytes.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /// An error instead of a stream.
        ///
        /// @param retrySeconds not said if 0
        public void refuse(int status, String message, int retrySeconds) throws IOException {
            JsonNode error = error(status, message, retrySeconds);
            exchange.full(status, "application/json; charset=UTF-8", error.toPrettyString());
        }
    }
}
