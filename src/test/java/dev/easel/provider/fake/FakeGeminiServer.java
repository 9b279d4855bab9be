package dev.easel.provider.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.project.Usage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Google's wire format: `POST /v1beta/models/ID:streamGenerateContent?alt=sse` and `GET
/// /v1beta/models`. `FakeGemini` in this package is the same as a program.
public final class FakeGeminiServer extends FakeModelServer {
    private static final int PAGE = 2;

    private final ArrayNode models = NODES.arrayNode();
    private final AtomicInteger written = new AtomicInteger();
    private volatile boolean counting;

    public FakeGeminiServer() throws IOException {
        this(0);
    }

    /// @param port 0 for any
    public FakeGeminiServer(int port) throws IOException {
        super(port);
        model("gemini-fake-pro", "Gemini Fake Pro", "generateContent", "countTokens");
    }

    /// Adds a model to the list, which is handed out in pages of two.
    public FakeGeminiServer model(String id, String label, String... methods) {
        ObjectNode model = models.addObject().put("name", "models/" + id);
        model.put("displayName", label).put("thinking", true);
        model.put("inputTokenLimit", 1048576).put("outputTokenLimit", 65536);
        ArrayNode supported = model.putArray("supportedGenerationMethods");
        List.of(methods).forEach(supported::add);
        return this;
    }

    /// From now on counts come with every chunk, as Google sends them; else with the last one.
    public FakeGeminiServer counting() {
        counting = true;
        return this;
    }

    @Override
    protected void answerModels(FakeHttpServer.Request request, Exchange exchange)
            throws IOException {
        if (request.path().contains("/publishers/")) {
            answerPublisherModels(exchange);
            return;
        }
        int from = Integer.parseInt(request.path().replaceFirst(".*pageToken=p(\\d+).*|.*", "0$1"));
        ObjectNode page = NODES.objectNode();
        ArrayNode listed = page.putArray("models");
        int to = Math.min(from + PAGE, models.size());
        for (int i = from; i < to; i++) {
            listed.add(models.get(i));
        }
        if (to < models.size()) {
            page.put("nextPageToken", "p" + to);
        }
        exchange.full(200, "application/json; charset=UTF-8", page.toPrettyString());
    }

    // Google Cloud lists every maker's models, and says less about them.
    private void answerPublisherModels(Exchange exchange) throws IOException {
        ObjectNode page = NODES.objectNode();
        ArrayNode listed = page.putArray("publisherModels");
        listed.addObject().put("name", "publishers/google/models/imagen-4");
        listed.addObject().put("name", "publishers/google/models/gemini-fake-cloud");
        exchange.full(200, "application/json; charset=UTF-8", page.toPrettyString());
    }

    /// Four characters of the body are a token.
    @Override
    protected boolean answerOther(FakeHttpServer.Request request, Exchange exchange)
            throws IOException {
        if (!request.path().endsWith(":countTokens")) {
            return false;
        }
        ObjectNode count = NODES.objectNode().put("totalTokens", request.body().length() / 4);
        exchange.full(200, "application/json; charset=UTF-8", count.toPrettyString());
        return true;
    }

    @Override
    protected ObjectNode thought(String text) {
        return candidate(NODES.objectNode().put("text", text).put("thought", true));
    }

    @Override
    protected ObjectNode text(String text) {
        ObjectNode event = candidate(NODES.objectNode().put("text", text));
        if (counting) {
            int tokens = written.addAndGet(text.length()) / 4;
            event.putObject("usageMetadata")
                    .put("promptTokenCount", 12)
                    .put("candidatesTokenCount", tokens)
                    .put("totalTokenCount", 12 + tokens);
        }
        return event;
    }

    @Override
    protected List<ObjectNode> finish(String reason, Usage usage) {
        written.set(0);
        ObjectNode last =
                candidate(NODES.objectNode().put("text", "").put("thoughtSignature", "c2ln"));
        ((ObjectNode) last.path("candidates").path(0)).put("finishReason", reason);
        ObjectNode counts = last.putObject("usageMetadata").put("promptTokenCount", usage.prompt());
        counts.put("cachedContentTokenCount", usage.cached());
        counts.put("candidatesTokenCount", usage.output());
        counts.put("thoughtsTokenCount", usage.thought());
        counts.put("totalTokenCount", usage.prompt() + usage.output() + usage.thought());
        return List.of(last);
    }

    @Override
    protected ObjectNode error(int status, String message, int retrySeconds) {
        ObjectNode answer = NODES.objectNode();
        ObjectNode error = answer.putObject("error").put("code", status).put("message", message);
        error.put("status", status == 429 ? "RESOURCE_EXHAUSTED" : "FAKE_STATUS");
        ArrayNode details = error.putArray("details");
        if (message.startsWith("API key")) {
            details.addObject()
                    .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                    .put("reason", "API_KEY_INVALID");
        }
        if (retrySeconds > 0) {
            details.addObject()
                    .put("@type", "type.googleapis.com/google.rpc.RetryInfo")
                    .put("retryDelay", retrySeconds + "s");
        }
        return answer;
    }

    @Override
    protected String farewell() {
        return "";
    }

    private static ObjectNode candidate(ObjectNode part) {
        ObjectNode event = NODES.objectNode();
        ObjectNode candidate = event.putArray("candidates").addObject();
        candidate.putObject("content").put("role", "model").putArray("parts").add(part);
        candidate.put("index", 0);
        return event.put("modelVersion", MODEL_VERSION).put("responseId", "r1");
    }
}
