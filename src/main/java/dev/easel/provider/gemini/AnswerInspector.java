package dev.easel.provider.gemini;

import dev.easel.provider.OneShotBody;
import dev.easel.provider.Refusal;
import dev.easel.provider.RetryAfter;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Sees the answers of one [GeminiConnection] before the SDK does: keeps what a refusal says (the
/// SDK drops headers, web pages and, on later pages of a list, the status), and prepares streams.
final class AnswerInspector implements Interceptor {
    private static final long LONGEST_REFUSAL = 1 << 16;

    private volatile Optional<Refusal> refusal = Optional.empty();
    private volatile Optional<String> foreignType = Optional.empty();

    /// The server's answer if it was not a success.
    Optional<Refusal> refusal() {
        return refusal;
    }

    /// The media type of a successful answer that is no event stream though one was asked for.
    Optional<String> foreignType() {
        return foreignType;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(sentOnce(chain.request()));
        if (!response.isSuccessful()) {
            refusal =
                    Optional.of(
                            Refusal.parse(
                                    response.code(),
                                    response.peekBody(LONGEST_REFUSAL).string(),
                                    RetryAfter.in(response.headers(), Instant.now())));
            return response;
        }
        boolean stream = "sse".equals(chain.request().url().queryParameter("alt"));
        return stream ? prepared(response) : response;
    }

    /// Without this the HTTP client repeats, unseen, a request whose connection broke.
    private static Request sentOnce(Request request) {
        RequestBody body = request.body();
        return body == null
                ? request
                : request.newBuilder().method(request.method(), new OneShotBody(body)).build();
    }

    private Response prepared(Response response) throws IOException {
        MediaType type = Objects.requireNonNull(response.body()).contentType();
        if (type != null && !type.subtype().equals("event-stream")) {
            foreignType = Optional.of(type.type() + "/" + type.subtype());
            response.close();
            throw new IOException("not an event stream: " + type);
        }
        return response.newBuilder()
                .body(new EventFiller(Objects.requireNonNull(response.body())))
                .build();
    }
}
