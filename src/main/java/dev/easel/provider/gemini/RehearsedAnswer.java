package dev.easel.provider.gemini;

import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// Answers every request on the spot with a small stream; nothing goes over the network.
final class RehearsedAnswer implements Interceptor {
    private static final String STREAM =
            """
            data: {"candidates":[{"content":{"parts":[{"text":"t","thought":true},{"text":"a"}]},\
            "finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":1},"modelVersion":"m"}

            """;

    @Override
    public Response intercept(Chain chain) {
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(STREAM, MediaType.get("text/event-stream")))
                .build();
    }
}
