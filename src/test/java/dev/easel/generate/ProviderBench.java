package dev.easel.generate;

import dev.easel.bench.Bench;
import dev.easel.history.SqliteHistoryRepository;
import dev.easel.project.RunStatus;
import dev.easel.project.Usage;
import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.fake.FakeGeminiServer;
import dev.easel.provider.fake.FakeModelServer;
import dev.easel.provider.fake.FakeOpenAiServer;
import dev.easel.provider.fake.Http2Server;
import dev.easel.provider.fake.RecordedRun;
import dev.easel.provider.gemini.GeminiHttp2Test;
import dev.easel.provider.gemini.GeminiProvider;
import dev.easel.provider.openai.OpenAiHttp2Test;
import dev.easel.provider.openai.OpenAiProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Easel adds to a model's time, against servers on loopback, with the history on disk.
class ProviderBench {
    private static final int WARM = 20;
    private static final int RUNS = 60;
    private static final int CHUNKS = 500;
    private static final long CHUNK_NANOS = 10_000_000;
    private static final long SILENCE_NANOS = 60_000_000_000L;
    private static final GenerateRequest DRAW =
            new GenerateRequest("gemini-x", "", List.of(Message.user("draw")), "");

    @TempDir private Path folder;

    private static GeminiProvider gemini(String url) {
        return new GeminiProvider(
                () -> Optional.of("a-key-of-somebody"), Optional.of(url), Optional.empty());
    }

    private static OpenAiProvider openAi(String url) {
        return new OpenAiProvider(() -> url, address -> Optional.empty());
    }

    @Test
    void timeToFirstToken() throws Exception {
        try (FakeGeminiServer server = new FakeGeminiServer()) {
            firstToken("Gemini", server, gemini(server.url()));
        }
        try (FakeOpenAiServer server = new FakeOpenAiServer()) {
            firstToken("OpenAI", server, openAi(server.url()));
        }
    }

    private void firstToken(String name, FakeModelServer server, ModelProvider provider)
            throws Exception {
        AtomicLong arrived = new AtomicLong();
        AtomicLong said = new AtomicLong();
        server.answer(reply -> {
            arrived.set(System.nanoTime());
            reply.exchange().begin();
            said.set(System.nanoTime());
            reply.text("Hello.").finish("STOP", Usage.NONE);
        });
        double[] out = new double[RUNS];
        double[] back = new double[RUNS];
        double[] both = new double[RUNS];
        try (SqliteHistoryRepository history = history(name)) {
            RunService service = service(history);
            for (int i = -WARM; i < RUNS; i++) {
                AtomicLong heard = new AtomicLong();
                long begun = System.nanoTime();
                service.start(
                                RunSpec.fresh(provider, "gemini-x", "", "a page"),
                                event -> {
                                    if (event instanceof RunEvent.Artifact) {
                                        heard.compareAndSet(0, System.nanoTime());
                                    }
                                })
                        .await();
                if (i >= 0) {
                    out[i] = (arrived.get() - begun) / 1e6;
                    back[i] = (heard.get() - said.get()) / 1e6;
                    both[i] = out[i] + back[i];
                }
            }
        }
        Bench.tell(name + ": start of a run to the request at the server", "ms", out);
        Bench.tell(name + ": first token sent to first token shown", "ms", back);
        Bench.tell(name + ": both, what Easel adds to the first token", "ms", both);
    }

    @Test
    void lagOfEveryChunk() throws Exception {
        try (FakeGeminiServer server = new FakeGeminiServer()) {
            lag("Gemini", server, gemini(server.url()));
        }
        try (FakeOpenAiServer server = new FakeOpenAiServer()) {
            lag("OpenAI", server, openAi(server.url()));
        }
    }

    private void lag(String name, FakeModelServer server, ModelProvider provider) throws Exception {
        AtomicLongArray sent = new AtomicLongArray(CHUNKS);
        AtomicLongArray heard = new AtomicLongArray(CHUNKS);
        server.answer(reply -> {
            for (int i = 0; i < CHUNKS; i++) {
                LockSupport.parkNanos(CHUNK_NANOS);
                sent.set(i, System.nanoTime());
                reply.text("Line " + i + " of the reply.\n");
            }
            reply.finish("STOP", Usage.NONE);
        });
        try (SqliteHistoryRepository history = history(name + "-lag")) {
            int[] next = {0};
            service(history)
                    .start(
                            RunSpec.fresh(provider, "gemini-x", "", "a page"),
                            event -> {
                                if (event instanceof RunEvent.Artifact && next[0] < CHUNKS) {
                                    heard.set(next[0]++, System.nanoTime());
                                }
                            })
                    .await();
        }
        double[] lags = new double[CHUNKS - WARM];
        for (int i = WARM; i < CHUNKS; i++) {
            lags[i - WARM] = (heard.get(i) - sent.get(i)) / 1e6;
        }
        Bench.tell(name + ": chunk sent to chunk stored and shown, 100 a second", "ms", lags);
    }

    @Test
    void cancellation() throws Exception {
        try (FakeGeminiServer server = new FakeGeminiServer()) {
            cancel("Gemini", server, gemini(server.url()));
        }
        try (FakeOpenAiServer server = new FakeOpenAiServer()) {
            cancel("OpenAI", server, openAi(server.url()));
        }
        String gemini = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]}}]}";
        try (Http2Server server = new Http2Server(folder, "data: " + gemini + "\n\n")) {
            cancel("Gemini", server, GeminiHttp2Test.over(server));
        }
        String openAi = "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}";
        Path other = java.nio.file.Files.createDirectory(folder.resolve("other"));
        try (Http2Server server = new Http2Server(other, "data: " + openAi + "\n\n")) {
            cancel("OpenAI", server, OpenAiHttp2Test.over(server));
        }
    }

    private static void cancel(String name, FakeModelServer server, ModelProvider provider) {
        server.answer(reply -> reply.text("a").exchange().silence());
        Bench.millis(
                name + ": stop to the server's seeing it, HTTP/1.1",
                5,
                30,
                () -> {
                    RecordedRun run = RecordedRun.start(provider, DRAW);
                    run.awaitAnyText();
                    long begun = System.nanoTime();
                    run.cancel();
                    return (server.http().awaitDisconnect() - begun) / 1e6;
                });
    }

    private static void cancel(String name, Http2Server server, ModelProvider provider) {
        Bench.millis(
                name + ": stop to the server's seeing it, HTTP/2 and TLS",
                5,
                30,
                () -> {
                    RecordedRun run = RecordedRun.start(provider, DRAW);
                    run.awaitAnyText();
                    server.awaitProtocol();
                    long begun = System.nanoTime();
                    run.cancel();
                    return (server.awaitCancel() - begun) / 1e6;
                });
    }

    @Test
    void aMinuteOfSilence() throws Exception {
        try (FakeGeminiServer gemini = new FakeGeminiServer();
                FakeOpenAiServer openAi = new FakeOpenAiServer();
                SqliteHistoryRepository history = history("silence")) {
            FakeModelServer.Script thinks =
                    reply -> {
                        reply.exchange().begin();
                        LockSupport.parkNanos(SILENCE_NANOS);
                        reply.text("```html index.html\n<p>hi</p>\n```\n")
                                .finish("STOP", Usage.NONE);
                    };
            gemini.answer(thinks);
            openAi.answer(thinks);
            RunService service = service(history);
            List<RunHandle> handles =
                    List.of(
                            service.start(spec(gemini(gemini.url())), event -> {}),
                            service.start(spec(openAi(openAi.url())), event -> {}));
            for (RunHandle handle : handles) {
                var run = handle.await().run();
                if (run.status() != RunStatus.COMPLETE || run.result().attempts() != 1) {
                    throw new IllegalStateException(run.message());
                }
                Bench.tell(
                        run.provider() + ": first token after a silence of 60 s",
                        "ms",
                        run.timings().firstToken());
            }
        }
    }

    @Test
    void theProvidersAlone() throws Exception {
        try (FakeGeminiServer server = new FakeGeminiServer()) {
            server.answer(reply -> reply.text("a").finish("STOP", Usage.NONE));
            round("Gemini", gemini(server.url()));
        }
        try (FakeOpenAiServer server = new FakeOpenAiServer()) {
            server.answer(reply -> reply.text("a").finish("STOP", Usage.NONE));
            round("OpenAI", openAi(server.url()));
        }
    }

    private static void round(String name, ModelProvider provider) {
        Bench.time(
                name + ": a whole request without history",
                WARM,
                RUNS,
                () -> {
                    try {
                        provider.generate(DRAW, (GenerateEvent event) -> {}, new Cancellation());
                    } catch (ProviderException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static RunSpec spec(ModelProvider provider) {
        return RunSpec.fresh(provider, "gemini-x", "", "a page");
    }

    private SqliteHistoryRepository history(String name) {
        return SqliteHistoryRepository.open(folder.resolve(name + ".db"));
    }

    private static RunService service(SqliteHistoryRepository history) {
        return new RunService(
                history,
                new PromptComposer(
                        new SystemPrompt(
                                "system", () -> new PreviewFacts(List.of(), List.of(), List.of()))),
                task -> Thread.startVirtualThread(task),
                System::nanoTime);
    }
}
