package dev.easel.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import dev.easel.project.Usage;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.fake.FakeGeminiServer;
import dev.easel.provider.fake.FakeHttpServer.Request;
import dev.easel.provider.fake.RecordedRun;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Google's models through Google Cloud.
class VertexTest {
    private static final GenerateRequest DRAW =
            new GenerateRequest("gemini-x", "", List.of(Message.user("draw")), "");

    private FakeGeminiServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeGeminiServer();
        server.answer(reply -> reply.text("cloud").finish("STOP", Usage.NONE));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aProjectIsAskedWithTheCredentialsOfTheComputer() throws Exception {
        GeminiProvider provider = provider(project("europe-west1"), VertexTest::token, "");

        assertThat(RecordedRun.start(provider, DRAW).completed().text()).isEqualTo("cloud");

        Request request = server.http().requests().getFirst();
        assertThat(request.path())
                .isEqualTo(
                        "/v1beta1/projects/my-project/locations/europe-west1/publishers/google/models/gemini-x:streamGenerateContent?alt=sse");
        assertThat(request.headers())
                .containsEntry("authorization", "Bearer a-token")
                .doesNotContainKey("x-goog-api-key");
    }

    @Test
    void expressModeNeedsAKeyAndNoProject() throws Exception {
        GeminiProvider provider =
                provider(
                        new Vertex(Optional.empty(), "global"),
                        VertexTest::token,
                        "an-express-key");

        RecordedRun.start(provider, DRAW).completed();

        Request request = server.http().requests().getFirst();
        assertThat(request.path())
                .isEqualTo(
                        "/v1beta1/publishers/google/models/gemini-x:streamGenerateContent?alt=sse");
        assertThat(request.headers()).containsEntry("x-goog-api-key", "an-express-key");
    }

    @Test
    void onlyGeminiModelsAreListed() throws Exception {
        assertThat(provider(project("global"), VertexTest::token, "").models())
                .extracting(ModelInfo::id)
                .containsExactly("gemini-fake-cloud");
    }

    @Test
    void missingCredentialsAreExplained() throws Exception {
        GeminiProvider provider =
                provider(
                        project("global"),
                        () -> {
                            throw new IOException("Your default credentials were not found.");
                        },
                        "");

        ProviderException failure = RecordedRun.start(provider, DRAW).failure();

        assertThat(failure.kind()).isEqualTo(Kind.KEY);
        assertThat(failure).hasMessageContaining("gcloud auth application-default login");
        assertThat(server.http().requests()).isEmpty();
    }

    @Test
    void neitherProjectNorKeyIsExplained() throws Exception {
        GeminiProvider provider =
                provider(new Vertex(Optional.empty(), "global"), VertexTest::token, "");

        assertThat(RecordedRun.start(provider, DRAW).failure())
                .hasMessageContaining("GOOGLE_CLOUD_PROJECT");
    }

    @Test
    void aRefusalSaysWhatToCheck() {
        server.answer(reply -> reply.refuse(403, "Vertex AI API has not been used.", 0));
        GeminiProvider provider = provider(project("global"), VertexTest::token, "");

        ProviderException failure =
                catchThrowableOfType(
                        ProviderException.class,
                        () -> RecordedRun.start(provider, DRAW).completed());

        assertThat(failure.kind()).isEqualTo(Kind.KEY);
        assertThat(failure)
                .hasMessageContaining("Google Cloud (Vertex AI)")
                .hasMessageContaining("has not been used")
                .hasMessageContaining("API switched on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/", "a b", "../x", ""})
    void aLocationThatWouldLeadElsewhereIsRefused(String location) throws Exception {
        GeminiProvider provider = provider(project(location), VertexTest::token, "");

        assertThat(RecordedRun.start(provider, DRAW).failure().kind()).isEqualTo(Kind.ADDRESS);
        assertThat(server.http().requests()).isEmpty();
    }

    @Test
    void theEnvironmentSwitchesItOn() {
        assertThat(
                        Vertex.of(
                                Map.of(
                                        "GOOGLE_GENAI_USE_VERTEXAI", "true",
                                        "GOOGLE_CLOUD_PROJECT", "p",
                                        "GOOGLE_CLOUD_LOCATION", "us-central1")))
                .contains(new Vertex(Optional.of("p"), "us-central1"));
    }

    @Test
    void withoutALocationItDoesNotMatterWhere() {
        assertThat(Vertex.of(Map.of("GOOGLE_GENAI_USE_VERTEXAI", "TRUE")))
                .contains(new Vertex(Optional.empty(), "global"));
    }

    @Test
    void aProjectAloneSwitchesNothingOn() {
        assertThat(Vertex.of(Map.of("GOOGLE_CLOUD_PROJECT", "p"))).isEmpty();
    }

    private GeminiProvider provider(
            Vertex vertex, GoogleAccess.CredentialSource source, String key) {
        return new GeminiProvider(
                new GoogleAccess(() -> Optional.of(key), Optional.of(vertex), source),
                Optional.of(server.url()));
    }

    private static Vertex project(String location) {
        return new Vertex(Optional.of("my-project"), location);
    }

    private static GoogleCredentials token() {
        return GoogleCredentials.create(
                new AccessToken("a-token", Date.from(Instant.now().plusSeconds(3600))));
    }
}
