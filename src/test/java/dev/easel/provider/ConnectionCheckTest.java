package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.fake.FakeGeminiServer;
import dev.easel.provider.fake.FakeHttpServer;
import dev.easel.provider.fake.FakeOpenAiServer;
import dev.easel.provider.gemini.GeminiProvider;
import dev.easel.provider.openai.OpenAiProvider;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionCheckTest {
    @Test
    void aServerThatListsModelsWorks() throws Exception {
        try (FakeGeminiServer server = new FakeGeminiServer()) {
            ConnectionCheck check = check(gemini(server.url()));
            assertThat(check.works()).isTrue();
            assertThat(check.message()).contains("1 model");
        }
    }

    @Test
    void aWrongKeyIsToldFromAWrongAddressAndFromNobodyThere() throws Exception {
        assertThat(headline(401, "application/json", "{\"error\":{\"message\":\"no\"}}"))
                .isEqualTo("No working key");
        assertThat(headline(200, "text/html", "<p>Log in</p>")).isEqualTo("Not a model server");
        assertThat(headline(404, "text/plain", "404 page not found"))
                .isEqualTo("Not a model server");
        assertThat(headline(503, "text/plain", "busy")).isEqualTo("The server fails");
        assertThat(headline(200, "application/json", "{\"data\":[]}")).isEqualTo("No models");
        assertThat(check(server("localhost:11434")).headline()).isEqualTo("Not an address");
        String gone;
        try (FakeOpenAiServer server = new FakeOpenAiServer()) {
            gone = server.url();
        }
        assertThat(check(server(gone)).headline()).isEqualTo("Not reached");
    }

    @Test
    void aMissingKeyIsSaidWithoutARequest() throws Exception {
        try (FakeGeminiServer server = new FakeGeminiServer()) {
            ModelProvider keyless =
                    new GeminiProvider(
                            Optional::empty, Optional.of(server.url()), Optional.empty());
            assertThat(check(keyless).headline()).isEqualTo("No working key");
            assertThat(server.http().requests()).isEmpty();
        }
    }

    private static String headline(int status, String type, String body) throws Exception {
        try (FakeHttpServer http =
                new FakeHttpServer(0, (r, exchange) -> exchange.full(status, type, body))) {
            return check(server(http.url() + "/v1")).headline();
        }
    }

    private static ConnectionCheck check(ModelProvider provider) {
        return ConnectionCheck.of(provider, System::nanoTime);
    }

    private static GeminiProvider gemini(String url) {
        return new GeminiProvider(() -> Optional.of("a-key"), Optional.of(url), Optional.empty());
    }

    private static OpenAiProvider server(String url) {
        return new OpenAiProvider(() -> url, address -> Optional.empty());
    }
}
