package dev.easel.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.project.Usage;
import dev.easel.provider.Cancellation;
import dev.easel.provider.FailingServerContract;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateEvent.Counted;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.fake.FakeGeminiServer;
import dev.easel.provider.fake.FakeHttpServer.Request;
import dev.easel.provider.fake.FakeModelServer;
import dev.easel.provider.fake.RecordedRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiProviderTest extends FailingServerContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected FakeModelServer newServer() throws IOException {
        return new FakeGeminiServer();
    }

    @Override
    protected ModelProvider newProvider(String baseUrl) {
        return new GeminiProvider(key::get, Optional.of(baseUrl), Optional.empty());
    }

    @Override
    protected String textEvent(String text) {
        return """
        {"candidates":[{"content":{"parts":[{"text":"%s"}],"role":"model"},"index":0}]}\
        """
                .formatted(text);
    }

    @Test
    void theRequestSpeaksGooglesWireFormat() throws Exception {
        Message.Image image =
                new Message.Image("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        List<Message> messages =
                List.of(
                        Message.user("first"),
                        Message.model("reply"),
                        new Message(Message.Role.USER, "draw", List.of(image)));

        run(new GenerateRequest("gemini-x", "You are Easel.", messages, "high"));

        Request request = server.http().requests().getFirst();
        assertThat(request.path())
                .isEqualTo("/v1beta/models/gemini-x:streamGenerateContent?alt=sse");
        assertThat(request.headers()).containsEntry("x-goog-api-key", KEY);
        assertThat(server.lastBody())
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"contents":[
                                  {"parts":[{"text":"first"}],"role":"user"},
                                  {"parts":[{"text":"reply"}],"role":"model"},
                                  {"parts":[{"text":"draw"},
                                    {"inlineData":{"data":"iVBORw==","mimeType":"image/png"}}],
                                   "role":"user"}],
                                 "systemInstruction":{"parts":[{"text":"You are Easel."}],"role":"user"},
                                 "generationConfig":{"thinkingConfig":
                                   {"includeThoughts":true,"thinkingLevel":"high"}}}
                                """));
    }

    @Test
    void turnsAndSystemPromptsWithoutTextAreLeftOut() throws Exception {
        List<Message> messages = List.of(Message.user("a"), Message.model(""), Message.user("b"));

        run(new GenerateRequest("gemini-x", "", messages, ""));

        assertThat(server.lastBody().path("contents")).hasSize(2);
        assertThat(server.lastBody().has("systemInstruction")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "low", "HIGH", "xhigh", "something-new"})
    void thinkingLevelsGoOverUnchanged(String level) throws Exception {
        assertThat(thinkingConfig(level).path("thinkingLevel").asText()).isEqualTo(level);
    }

    @Test
    void withoutALevelOnlyThoughtsAreAskedFor() throws Exception {
        assertThat(thinkingConfig("")).isEqualTo(JSON.readTree("{\"includeThoughts\":true}"));
    }

    @Test
    void offIsABudgetOfNothing() throws Exception {
        assertThat(thinkingConfig("off")).isEqualTo(JSON.readTree("{\"thinkingBudget\":0}"));
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-pro,high,32768,true",
        "gemini-2.5-flash,medium,8192,true",
        "gemini-2.5-flash-lite,off,0,false",
        "gemini-2.5-pro,off,1024,true"
    })
    void modelsWithBudgetsGetBudgets(String model, String level, int budget, boolean thoughts)
            throws Exception {
        JsonNode config = thinkingConfig(model, level);

        assertThat(config.path("thinkingBudget").asInt(-1)).isEqualTo(budget);
        assertThat(config.has("thinkingLevel")).isFalse();
        assertThat(config.path("includeThoughts").asBoolean()).isEqualTo(thoughts);
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-3-flash-preview,off,minimal",
        "gemini-3.8-flash,minimal,low",
        "gemini-3-pro-preview,medium,low",
        "models/gemini-3.1-pro-preview,xhigh,high"
    })
    void aLevelThatTheModelLacksBecomesTheNearest(String model, String wished, String sent)
            throws Exception {
        JsonNode config = thinkingConfig(model, wished);

        assertThat(config.path("thinkingLevel").asText()).isEqualTo(sent);
        assertThat(config.has("thinkingBudget")).isFalse();
    }

    @Test
    void aLevelThatIsReplacedIsTold() throws Exception {
        RecordedRun run =
                RecordedRun.start(
                                provider,
                                new GenerateRequest(
                                        "gemini-3.8-flash",
                                        "",
                                        List.of(Message.user("draw")),
                                        "off"))
                        .completed();

        assertThat(run.events(GenerateEvent.Adapted.class))
                .singleElement()
                .satisfies(e ->
                        assertThat(e.message())
                                .isEqualTo(
                                        "gemini-3.8-flash does not take the thinking level “off”:"
                                                + " low is asked for instead."));
    }

    @Test
    void aModelThatCannotThinkIsNotAskedTo() throws Exception {
        assertThat(thinkingConfig("gemini-2.0-flash", "high").isMissingNode()).isTrue();
    }

    @Test
    void tokensAreCountedByTheServer() throws Exception {
        GenerateRequest request =
                new GenerateRequest(
                        "gemini-x", "You are Easel.", List.of(Message.user("draw")), "");

        OptionalInt tokens = provider.countTokens(request, new Cancellation());

        assertThat(tokens).hasValue(server.http().requests().getLast().body().length() / 4);
        assertThat(server.http().requests().getLast().path())
                .isEqualTo("/v1beta/models/gemini-x:countTokens");
        assertThat(server.lastBody().path("contents")).hasSize(2);
    }

    @Test
    void countsThatALaterPieceLeavesOutStay() throws Exception {
        server.answer(reply -> {
            reply.event(
                    JSON.readTree(
                            "{\"usageMetadata\":{\"promptTokenCount\":12,\"thoughtsTokenCount\":48}}"));
            reply.event(JSON.readTree("{\"usageMetadata\":{\"candidatesTokenCount\":20}}"));
        });

        assertThat(start(provider).completed().events(Counted.class))
                .extracting(Counted::usage)
                .containsExactly(new Usage(12, 0, 0, 48, false), new Usage(12, 0, 20, 48, false));
    }

    @Test
    void aReasonInEveryPieceIsNotAnEarlyEnd() throws Exception {
        server.answer(reply ->
                reply.finish("STOP", Usage.NONE).text("more").finish("MAX_TOKENS", Usage.NONE));

        RecordedRun run = start(provider).completed();

        assertThat(run.text()).isEqualTo("more");
        assertThat(run.events().getLast().toString()).contains("MAX_TOKENS");
    }

    @Test
    void aBlockedPromptIsExplained() throws Exception {
        server.answer(reply ->
                reply.event(
                        JSON.readTree(
                                "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"usageMetadata\":{}}")));

        ProviderException failure = start(provider).failure();

        assertThat(failure.kind()).isEqualTo(Kind.BLOCKED);
        assertThat(failure).hasMessageContaining("PROHIBITED_CONTENT");
    }

    @ParameterizedTest
    @CsvSource({
        "SAFETY,safety filter",
        "BLOCKLIST,forbidden",
        "PROHIBITED_CONTENT,will not help",
        "OTHER,before the model answered"
    })
    void everyKindOfBlockedPromptSaysWhatToDo(String reason, String words) throws Exception {
        server.answer(reply ->
                reply.event(
                        JSON.readTree(
                                "{\"promptFeedback\":{\"blockReason\":\"" + reason + "\"}}")));

        assertThat(start(provider).failure())
                .hasMessageContaining(words)
                .hasMessageContaining(reason);
    }

    @Test
    void aModelMayThinkSilentlyForAsLongAsItLikes() {
        assertThat(((GeminiProvider) provider).http().readTimeoutMillis()).isZero();
        assertThat(((GeminiProvider) provider).http().callTimeoutMillis()).isZero();
    }

    @Test
    void anInvalidKeyIsToldFromAnInvalidRequest() throws Exception {
        server.answer(
                reply -> reply.refuse(400, "API key not valid. Please pass a valid API key.", 0));

        ProviderException failure = start(provider).failure();

        assertThat(failure.kind()).isEqualTo(Kind.KEY);
        assertThat(failure)
                .hasMessage(
                        "Google did not accept the API key (HTTP 400: API key not valid. Please"
                                + " pass a valid API key). Check the key under “Connect a model”, or make a new"
                                + " one in Google AI Studio.");
    }

    @Test
    void withoutAKeyNothingIsSent() throws Exception {
        key.set(Optional.empty());

        ProviderException failure = start(provider).failure();

        assertThat(failure.kind()).isEqualTo(Kind.KEY);
        assertThat(failure).hasMessageContaining("GEMINI_API_KEY");
        assertThat(server.http().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?b",
                "a&b",
                "../files",
                "a..b",
                "a/b",
                "a b",
                "a#b",
                "é",
                "a:b",
                "models/",
                "a%2e"
            })
    void idsThatWouldLeadElsewhereAreRefused(String id) throws Exception {
        ProviderException failure = RecordedRun.start(provider, asking(id)).failure();

        assertThat(failure.kind()).isEqualTo(Kind.BAD_REQUEST);
        assertThat(failure).hasMessageContaining(id);
        assertThat(server.http().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini-3.2-secret", "models/gemini-3.2-secret"})
    void idsThatNoListShowsAreSent(String id) throws Exception {
        run(asking(id));

        assertThat(server.http().requests().getFirst().path())
                .startsWith("/v1beta/models/gemini-3.2-secret:");
    }

    @Test
    void allPagesOfTheListAreReadAndOnlyGeneratorsKept() throws Exception {
        ((FakeGeminiServer) server)
                .model("embedder", "Embedder", "embedContent")
                .model("gemini-b", "", "generateContent")
                .model("gemini-c", "Gemini C", "generateContent")
                .model("imagen", "Imagen", "predict");

        assertThat(provider.models())
                .containsExactly(
                        new ModelInfo("gemini-fake-pro", "Gemini Fake Pro", 1048576, 65536, true),
                        new ModelInfo("gemini-b", "gemini-b", 1048576, 65536, true),
                        new ModelInfo("gemini-c", "Gemini C", 1048576, 65536, true));
        assertThat(server.http().requests()).hasSize(3);
    }

    @Test
    void withoutAKeyModelsCannotBeListed() {
        key.set(Optional.empty());

        ProviderException failure = catchThrowableOfType(ProviderException.class, provider::models);

        assertThat(failure.kind()).isEqualTo(Kind.KEY);
    }

    @Test
    void aFinishedRunLeavesItsConnectionToTheNext() throws Exception {
        start(answering(List.of(), List.of("a"))).completed();
        start(answering(List.of(), List.of("b"))).completed();

        assertThat(server.http().connections()).isEqualTo(1);
    }

    @Test
    void warmingUpNeedsNeitherKeyNorNetwork() throws Exception {
        key.set(Optional.empty());

        ((GeminiProvider) provider).warmUp();

        assertThat(server.http().requests()).isEmpty();
    }

    private JsonNode thinkingConfig(String level) throws Exception {
        return thinkingConfig("gemini-x", level);
    }

    private JsonNode thinkingConfig(String model, String level) throws Exception {
        run(new GenerateRequest(model, "", List.of(Message.user("draw")), level));
        return server.lastBody().path("generationConfig").path("thinkingConfig");
    }

    private static GenerateRequest asking(String model) {
        return new GenerateRequest(model, "", List.of(Message.user("draw")), "");
    }

    private void run(GenerateRequest request) throws Exception {
        RecordedRun.start(provider, request).completed();
    }
}
