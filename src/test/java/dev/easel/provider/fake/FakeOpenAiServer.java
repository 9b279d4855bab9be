package dev.easel.provider.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.project.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The wire format of OpenAI-compatible servers: `POST /v1/chat/completions`, `GET /v1/models`.
public final class FakeOpenAiServer extends FakeModelServer {
    private static final Map<String, String> REASONS =
            Map.of("MAX_TOKENS", "length", "SAFETY", "content_filter");

    public FakeOpenAiServer() throws IOException {
        super(0);
    }

    @Override
    public String url() {
        return super.url() + "/v1";
    }

    @Override
    protected void answerModels(FakeHttpServer.Request request, Exchange exchange)
            throws IOException {
        if (!request.path().equals("/v1/models")) {
            exchange.full(404, "text/plain", "404 page not found");
            return;
        }
        ObjectNode list = NODES.objectNode().put("object", "list");
        ArrayNode data = list.putArray("data");
        data.addObject().put("id", "llama3:8b").put("object", "model");
        data.addObject().put("id", "qwen3:14b").put("object", "model");
        exchange.full(200, "application/json", list.toString());
    }

    @Override
    protected ObjectNode thought(String text) {
        return delta(NODES.objectNode().put("reasoning_content", text));
    }

    @Override
    protected ObjectNode text(String text) {
        return delta(NODES.objectNode().put("content", text));
    }

    @Override
    protected List<ObjectNode> finish(String reason, Usage usage) {
        ObjectNode last = delta(NODES.objectNode().put("content", ""));
        ((ObjectNode) last.path("choices").path(0))
                .put(
                        "finish_reason",
                        REASONS.getOrDefault(reason, reason.toLowerCase(Locale.ROOT)));
        ObjectNode counted = NODES.objectNode().put("model", MODEL_VERSION);
        counted.putArray("choices");
        ObjectNode counts = counted.putObject("usage").put("prompt_tokens", usage.prompt());
        counts.put("completion_tokens", usage.output() + usage.thought());
        counts.putObject("prompt_tokens_details").put("cached_tokens", usage.cached());
        counts.putObject("completion_tokens_details").put("reasoning_tokens", usage.thought());
        return List.of(last, counted);
    }

    @Override
    protected ObjectNode error(int status, String message, int retrySeconds) {
        ObjectNode answer = NODES.objectNode();
        String hint = retrySeconds > 0 ? " Please retry in " + retrySeconds + "s." : "";
        answer.putObject("error").put("message", message + hint).put("code", status);
        return answer;
    }

    @Override
    protected String farewell() {
        return "data: [DONE]\n\n";
    }

    private static ObjectNode delta(ObjectNode delta) {
        ObjectNode event =
                NODES.objectNode().put("id", "c1").put("object", "chat.completion.chunk");
        event.put("model", MODEL_VERSION).putNull("usage");
        ObjectNode choice = event.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta.put("role", "assistant"));
        choice.putNull("finish_reason");
        return event;
    }
}
