package dev.easel.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// JSON that is sent once and never again: without this the HTTP client repeats, unseen, a request
/// whose connection broke, over another route.
final class JsonBody extends RequestBody {
    private final byte[] bytes;

    JsonBody(JsonNode json) {
        this.bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public MediaType contentType() {
        return MediaType.get("application/json");
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
