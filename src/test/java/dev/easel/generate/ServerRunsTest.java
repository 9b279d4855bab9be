package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.cost.Charges;
import dev.easel.history.InMemoryHistoryRepository;
import dev.easel.project.ProjectFile;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Usage;
import dev.easel.provider.Retries;
import dev.easel.provider.fake.FakeGeminiServer;
import dev.easel.provider.fake.FakeModelServer.Script;
import dev.easel.provider.gemini.GeminiProvider;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whole runs against a server that does not behave, from prompt to stored end.
class ServerRunsTest {
    private static final String BEGIN = "```html index.html\n<!DOCTYPE html>\n<html>\n<p>one</p>\n";
    private static final String END = "<p>two</p>\n</html>\n```\n";
    private static final String PAGE = "<!DOCTYPE html>\n<html>\n<p>one</p>\n<p>two</p>\n</html>\n";

    private final InMemoryHistoryRepository history = new InMemoryHistoryRepository();
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();
    private final Deque<Script> replies = new ArrayDeque<>();
    private FakeGeminiServer server;
    private GeminiProvider provider;
    private RunService service;

    @BeforeEach
    void start() throws IOException {
        server = new FakeGeminiServer();
        server.answer(reply -> {
            Script next;
            synchronized (replies) {
                next = replies.removeFirst();
            }
            next.play(reply);
        });
        provider =
                new GeminiProvider(
                        () -> Optional.of("a-key-of-somebody"),
                        Optional.of(server.url()),
                        Optional.empty());
        service =
                new RunService(
                        history,
                        new PromptComposer(
                                new SystemPrompt(
                                        "system",
                                        () -> new PreviewFacts(List.of(), List.of(), List.of()))),
                        task -> Thread.startVirtualThread(task),
                        System::nanoTime,
                        Charges.NONE,
                        new Retries(InstantSource.system(), () -> 0.5));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() throws Exception {
        replies.add(reply -> reply.refuse(429, "Quota exceeded.", 7));
        replies.add(reply -> reply.text(BEGIN + END).finish("STOP", Usage.NONE));

        Run run = run("page");

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(retries()).singleElement().asString().contains("Quota exceeded", "7 s");
    }

    @Test
    void aServerThatFailsIsAskedAgainAndSoIsAProxysErrorPage() throws Exception {
        replies.add(reply -> reply.refuse(500, "Internal.", 0));
        replies.add(reply ->
                reply.exchange().full(502, "text/html", "<html><title>Bad Gateway</title></html>"));
        replies.add(reply -> reply.exchange().drop());
        replies.add(reply -> reply.text(BEGIN + END).finish("STOP", Usage.NONE));

        Run run = run("page");

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(run.result().attempts()).isEqualTo(4);
        assertThat(retries()).hasSize(3);
    }

    @Test
    void aServerThatWantsToBeLeftAloneForAnHourIsNotWaitedFor() throws Exception {
        replies.add(reply -> reply.refuse(429, "Daily quota exceeded.", 5400));

        Run run = run("page");

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).contains("Try again in 90 minutes");
        assertThat(retries()).isEmpty();
    }

    @Test
    void aBlockedPromptIsNotSentTwice() throws Exception {
        replies.add(
                reply -> reply.raw("data: {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}\n\n"));

        Run run = run("page");

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).contains("safety filter");
        assertThat(server.http().requests()).hasSize(1);
    }

    @Test
    void aReplyWithoutAnEndIsPartial() throws Exception {
        replies.add(reply -> reply.text(BEGIN));

        Run run = run("page");

        assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(run.reply()).isEqualTo(BEGIN);
    }

    @Test
    void aReplyThatReachedTheLimitIsContinuedWithoutASeam() throws Exception {
        replies.add(reply -> reply.text(BEGIN).finish("MAX_TOKENS", Usage.NONE));
        // A model is asked to go on behind the last line that is safe to go on from.
        replies.add(reply -> reply.text("<p>one</p>\n" + END).finish("STOP", Usage.NONE));
        Run broken = run("page");
        assertThat(broken.message()).contains("longest reply");

        RunSpec spec =
                RunSpec.fresh(provider, "gemini-x", "", "")
                        .continuing(RunChain.endingWith(List.of(broken), broken.id()));
        RunEvent.Ended ended = service.start(spec, events::add).await();

        assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(ended.revision().orElseThrow().artifact().files())
                .containsExactly(new ProjectFile("index.html", PAGE));
    }

    @Test
    void stoppingOneOfTwoRunsLeavesTheOtherAlone() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Script script = reply -> reply.text(BEGIN).await(gate).text(END).finish("STOP", Usage.NONE);
        replies.add(script);
        replies.add(script);
        CountDownLatch begun = new CountDownLatch(2);
        RunHandle unwanted = service.start(spec("one"), e -> countText(e, begun));
        RunHandle wanted = service.start(spec("two"), e -> countText(e, begun));
        begun.await();

        unwanted.cancel();
        server.http().awaitDisconnect();
        gate.countDown();

        assertThat(unwanted.await().run().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(unwanted.await().run().reply()).isEqualTo(BEGIN);
        assertThat(wanted.await().run().status()).isEqualTo(RunStatus.COMPLETE);
    }

    private static void countText(RunEvent event, CountDownLatch begun) {
        if (event instanceof RunEvent.Artifact(ArtifactEvent.FileStarted started)) {
            begun.countDown();
        }
    }

    private List<String> retries() {
        return events.stream()
                .filter(RunEvent.Retrying.class::isInstance)
                .map(e -> ((RunEvent.Retrying) e).retry().reason().getMessage())
                .toList();
    }

    private RunSpec spec(String prompt) {
        return RunSpec.fresh(provider, "gemini-x", "", prompt);
    }

    /// Runs without patience: every wait ends at once.
    private Run run(String prompt) throws InterruptedException {
        RunHandle handle = service.start(spec(prompt), events::add);
        while (!handle.isOver()) {
            handle.tryNow();
            Thread.yield();
        }
        return handle.await().run();
    }
}
