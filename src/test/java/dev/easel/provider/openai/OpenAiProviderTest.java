package dev.easel.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.project.Usage;
import dev.easel.provider.FailingServerContract;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.fake.FakeHttpServer.Request;
import dev.easel.provider.fake.FakeModelServer;
import dev.easel.provider.fake.FakeOpenAiServer;
import dev.easel.provider.fake.RecordedRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenAiProviderTest extends FailingServerContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected FakeModelServer newServer() throws IOException {
        return new FakeOpenAiServer();
    }

    @Override
    protected ModelProvider newProvider(String baseUrl) {
        return new OpenAiProvider(() -> baseUrl, address -> key.get());
    }

    @Override
    protected String textEvent(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}".formatted(text);
    }

    @Test
    void theRequestSpeaksTheWireFormat() throws Exception {
        Message.Image image =
                new Message.Image("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        List<Message> messages =
                List.of(
                        Message.user("first"),
                        Message.model("reply"),
                        new Message(Message.Role.USER, "draw", List.of(image)));

        run(new GenerateRequest("llama3:8b", "You are Easel.", messages, "high"));

        Request request = server.http().requests().getFirst();
        assertThat(request.path()).isEqualTo("/v1/chat/completions");
        assertThat(request.headers()).containsEntry("authorization", "Bearer " + KEY);
        assertThat(server.lastBody())
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"model":"llama3:8b","stream":true,
                                 "stream_options":{"include_usage":true},
                                 "reasoning_effort":"high",
                                 "messages":[
                                  {"role":"system","content":"You are Easel."},
                                  {"role":"user","content":"first"},
                                  {"role":"assistant","content":"reply"},
                                  {"role":"user","content":[{"type":"text","text":"draw"},
                                    {"type":"image_url",
                                     "image_url":{"url":"data:image/png;base64,iVBORw=="}}]}]}
                                """));
    }

    @Test
    void withoutAKeyOrALevelNeitherIsSent() throws Exception {
        key.set(Optional.empty());

        run(new GenerateRequest("llama3", "", List.of(Message.user("draw")), ""));

        assertThat(server.http().requests().getFirst().headers())
                .doesNotContainKey("authorization");
        assertThat(server.lastBody().has("reasoning_effort")).isFalse();
    }

    @Test
    void offMeansNoReasoning() throws Exception {
        run(new GenerateRequest("llama3", "", List.of(Message.user("draw")), "off"));

        assertThat(server.lastBody().path("reasoning_effort").asText()).isEqualTo("none");
    }

    @Test
    void thoughtsMayBeCalledReasoning() throws Exception {
        server.answer(reply ->
                reply.event(
                                JSON.readTree(
                                        "{\"choices\":[{\"delta\":{\"content\":\"\",\"reasoning\":\"hm\"}}]}"))
                        .text("a"));

        RecordedRun run = start(provider).completed();

        assertThat(run.thoughts()).isEqualTo("hm");
        assertThat(run.text()).isEqualTo("a");
    }

    @Test
    void aThinkBlockAtTheBeginningIsThoughts() throws Exception {
        server.answer(reply -> {
            for (String piece : "\n<think>I pl</an.</think>\n\n<p>hi</p>".split("")) {
                reply.text(piece);
            }
            reply.finish("STOP", Usage.NONE);
        });

        RecordedRun run = start(provider).completed();

        assertThat(run.thoughts()).isEqualTo("I pl</an.");
        assertThat(run.text()).isEqualTo("<p>hi</p>");
    }

    @Test
    void aThinkBlockThatIsNeverClosedIsTheAnswerToo() throws Exception {
        server.answer(reply -> reply.text("<think>a").text("b</th").finish("STOP", Usage.NONE));

        RecordedRun run = start(provider).completed();

        assertThat(run.thoughts()).isEqualTo("ab</th");
        assertThat(run.text()).isEqualTo("<think>ab</th");
    }

    @Test
    void aThinkBlockInTheMiddleIsText() throws Exception {
        server.answer(reply -> reply.text("Hi <think>a</think>").finish("STOP", Usage.NONE));

        assertThat(start(provider).completed().text()).isEqualTo("Hi <think>a</think>");
    }

    @Test
    void whatWasHeldBackComesWhenTheConnectionBreaks() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        server.answer(reply -> reply.text("<think>plan</th").await(arrived).exchange().drop());
        RecordedRun run = RecordedRun.start(provider, request(), recorded -> arrived.countDown());

        assertThat(run.failure().kind()).isEqualTo(Kind.BROKEN_STREAM);
        assertThat(run.thoughts()).isEqualTo("plan</th");
        assertThat(run.text()).isEmpty();
    }

    @Test
    void aModelMayThinkSilentlyForAsLongAsItLikes() {
        assertThat(((OpenAiProvider) provider).http().readTimeoutMillis()).isZero();
        assertThat(((OpenAiProvider) provider).http().callTimeoutMillis()).isZero();
    }

    @Test
    void nothingIsReadAfterDone() throws Exception {
        server.answer(
                reply -> reply.text("a").finish("STOP", Usage.NONE).text("b").exchange().silence());

        assertThat(start(provider).completed().text()).isEqualTo("a");
    }

    @Test
    void aServerThatDoesNotStreamIsUnderstood() throws Exception {
        server.answer(reply ->
                reply.exchange()
                        .full(
                                200,
                                "application/json",
                                """
                                {"model":"m","choices":[{"message":{"content":"whole"},
                                 "finish_reason":"stop"}],
                                 "usage":{"prompt_tokens":3,"completion_tokens":4}}
                                """));

        RecordedRun run = start(provider).completed();

        assertThat(run.text()).isEqualTo("whole");
        assertThat(run.events()).hasSize(4);
    }

    @Test
    void aWrongAddressIsToldFromAnUnknownModel() throws Exception {
        server.answer(reply -> reply.exchange().full(404, "text/plain", "404 page not found"));

        ProviderException failure = start(provider).failure();

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure).hasMessageContaining("http://localhost:11434/v1");
    }

    @Test
    void modelsAreListed() throws Exception {
        assertThat(provider.models())
                .containsExactly(ModelInfo.of("llama3:8b"), ModelInfo.of("qwen3:14b"));
    }

    @Test
    void anAddressWithoutItsPathIsExplained() {
        ModelProvider wrong = newProvider(server.http().url());

        ProviderException failure = catchThrowableOfType(ProviderException.class, wrong::models);

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure).hasMessageContaining("HTTP 404").hasMessageContaining("/v1");
    }

    @Test
    void aSlashAtTheEndOfTheAddressDoesNotMatter() throws Exception {
        assertThat(newProvider(server.url() + "/").models()).isNotEmpty();
    }

    private void run(GenerateRequest request) throws Exception {
        RecordedRun.start(provider, request).completed();
    }
}
