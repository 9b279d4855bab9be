package dev.easel.provider.openai;

import dev.easel.provider.Http2Contract;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.fake.Http2Server;
import java.util.Optional;
import okhttp3.OkHttpClient;

public class OpenAiHttp2Test extends Http2Contract {
    @Override
    protected String textEvent(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}".formatted(text);
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
        return new OpenAiProvider(
                () -> server.url() + "/v1", address -> Optional.empty(), () -> trusting);
    }
}
