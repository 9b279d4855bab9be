package dev.easel.provider.gemini;

import dev.easel.provider.Http2Contract;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.fake.Http2Server;
import java.util.Optional;
import okhttp3.OkHttpClient;

public class GeminiHttp2Test extends Http2Contract {
    @Override
    protected String textEvent(String text) {
        return "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"%s\"}]}}]}".formatted(text);
    }

    @Override
    protected ModelProvider provider(Http2Server server) throws Exception {
        return over(server);
    }

    /// A provider that trusts the server.
    public static ModelProvider over(Http2Server server) throws Exception {
        OkHttpClient trusting =
                new OkHttpClient.Builder()
                        .sslSocketFactory(server.trust().getSocketFactory(), server.trustManager())
                        .build();
        return new GeminiProvider(
                new GoogleAccess(
                        () -> Optional.of("a-key-of-somebody"),
                        Optional.empty(),
                        GoogleAccess::applicationDefault),
                Optional.of(server.url()),
                () -> trusting);
    }
}
