package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Usage;
import dev.easel.provider.GenerateEvent.Finished;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.fake.FakeModelServer;
import dev.easel.provider.fake.RecordedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How every provider with a server behind it reads a stream, and ends it.
public abstract class NetworkProviderContract extends ModelProviderContract {
    protected static final String KEY = "AIza-a-secret-key-0123456789";
    private static final List<String> PIECES =
            List.of("plan é ", "```html index.html\n<p>hé ", "🌍 ∑</p>\n``", "`\n", "Done.");
    private static final Usage SOME = new Usage(12, 4, 20, 48, false);

    protected final AtomicReference<Optional<String>> key = new AtomicReference<>(Optional.of(KEY));
    protected FakeModelServer server;
    protected ModelProvider provider;

    protected abstract FakeModelServer newServer() throws IOException;

    /// A provider that takes its key from [#key].
    protected abstract ModelProvider newProvider(String baseUrl);

    @BeforeEach
    void startServer() throws IOException {
        server = newServer();
        provider = newProvider(server.url());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Override
    protected ModelProvider answering(List<String> thoughts, List<String> texts) {
        server.answer(reply -> {
            for (String thought : thoughts) {
                reply.thought(thought);
            }
            for (String text : texts) {
                reply.text(text);
            }
            reply.finish("STOP", SOME);
        });
        return provider;
    }

    @Override
    protected ModelProvider silentAfterTheFirstPiece() {
        server.answer(reply -> reply.text("first words").exchange().silence());
        return provider;
    }

    @Test
    void everyPieceArrivesWhileTheServerHoldsBackTheNext() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch third = new CountDownLatch(1);
        server.answer(
                reply -> reply.text("one").await(second).text(" two").await(third).text(" three"));
        RecordedRun run = start(provider);

        run.awaitText("one");
        second.countDown();
        run.awaitText("one two");
        third.countDown();

        assertThat(run.completed().text()).isEqualTo("one two three");
    }

    @Test
    void theServerSeesACancellationWhileItIsSilent() throws Exception {
        RecordedRun run = start(silentAfterTheFirstPiece());
        run.awaitAnyText();

        run.cancel();

        assertThat(server.http().awaitDisconnect()).isPositive();
        assertThat(run.failure().kind()).isEqualTo(Kind.CANCELLED);
    }

    @Test
    void theServerSeesACancellationBeforeItHasAnsweredAtAll() throws Exception {
        server.answer(reply -> reply.exchange().silence());
        RecordedRun run = start(provider);
        server.http().awaitRequest();

        run.cancel();

        assertThat(server.http().awaitDisconnect()).isPositive();
        assertThat(run.failure().kind()).isEqualTo(Kind.CANCELLED);
    }

    @Test
    void cancellingOneRunLeavesAnotherAlone() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.answer(reply -> reply.text("begun").await(gate).text(", done").finish("STOP", SOME));
        RecordedRun unwanted = start(provider);
        RecordedRun wanted = start(provider);
        unwanted.awaitText("begun");
        wanted.awaitText("begun");

        unwanted.cancel();
        server.http().awaitDisconnect();
        gate.countDown();

        assertThat(unwanted.failure().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(wanted.completed().text()).isEqualTo("begun, done");
    }

    @Test
    void usageIsWhatTheServerCounted() throws Exception {
        RecordedRun run = start(answering(List.of("t"), List.of("a")));

        assertThat(run.completed().events(GenerateEvent.Counted.class).getLast().usage())
                .isEqualTo(SOME);
    }

    @ParameterizedTest
    @CsvSource({"STOP,STOP", "MAX_TOKENS,MAX_TOKENS", "SAFETY,BLOCKED", "WHATEVER,OTHER"})
    void finishReasonsAreUnderstood(String sent, GenerateEvent.FinishReason understood)
            throws Exception {
        server.answer(reply -> reply.text("a").finish(sent, SOME));

        assertThat(start(provider).completed().events(Finished.class))
                .singleElement()
                .satisfies(end -> assertThat(end.reason()).isEqualTo(understood))
                .satisfies(end -> assertThat(end.detail()).isNotBlank());
    }

    @Test
    void aStreamThatEndsWithoutAReasonIsUnfinishedButNoFailure() throws Exception {
        server.answer(reply -> reply.text("half"));

        RecordedRun run = start(provider).completed();

        assertThat(run.text()).isEqualTo("half");
        assertThat(run.events(Finished.class)).isEmpty();
    }

    @Test
    void anEmptyStreamIsUnfinishedButNoFailure() throws Exception {
        server.answer(reply -> reply.exchange().begin());

        assertThat(start(provider).completed().events()).isEmpty();
    }

    @Test
    void aBrokenStreamKeepsWhatCame() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        server.answer(
                reply -> reply.thought("plan").text("<html>").await(arrived).exchange().drop());
        RecordedRun run = start(provider);
        run.awaitText("<html>");
        arrived.countDown();

        ProviderException failure = run.failure();

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN_STREAM);
        assertThat(failure).hasMessageContaining("What had arrived is kept");
        assertThat(run.thoughts()).isEqualTo("plan");
        assertThat(run.text()).isEqualTo("<html>");
    }

    @Test
    void aConnectionThatBreaksAfterTheEndWasSaidLostNothing() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        server.answer(
                reply -> reply.text("all").await(arrived).finish("STOP", SOME).exchange().drop());

        RecordedRun run = start(provider);
        run.awaitText("all");
        arrived.countDown();
        run.completed();

        assertThat(run.text()).isEqualTo("all");
        assertThat(run.events().getLast()).isInstanceOf(Finished.class);
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerIsUnreachable() throws Exception {
        server.answer(reply -> reply.exchange().drop());

        assertThat(start(provider).failure().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    /// What was sent whole is never lost, wherever the connection breaks: not a piece of it.
    @Test
    void aConnectionMayBreakAtEveryTenthByte() throws Exception {
        List<Long> ends = new CopyOnWriteArrayList<>();
        server.answer(reply -> play(reply, ends));
        start(provider).completed();
        long whole = ends.getLast() + 2;
        for (long cut = 1; cut < whole; cut += 10) {
            long bytes = cut;
            server.answer(reply -> {
                reply.exchange().dropAfter(bytes);
                play(reply, new ArrayList<>());
            });

            RecordedRun run = start(provider);

            ProviderException failure = run.failure();
            int arrived = (int) ends.stream().filter(end -> end <= bytes).count();
            assertThat(run.thoughts() + run.text())
                    .as("cut at %d of %d", cut, whole)
                    .isEqualTo(String.join("", PIECES.subList(0, arrived)));
            assertThat(failure.kind())
                    .isEqualTo(run.events().isEmpty() ? Kind.UNREACHABLE : Kind.BROKEN_STREAM);
        }
    }

    /// @param ends gets for each piece how many bytes have to arrive for it to be whole
    private static void play(FakeModelServer.Reply reply, List<Long> ends) throws IOException {
        for (String piece : PIECES) {
            if (piece.equals(PIECES.getFirst())) {
                reply.thought(piece);
            } else {
                reply.text(piece);
            }
            // After an HTTP chunk follows a line end, which nobody needs.
            ends.add(reply.exchange().sent() - 2);
        }
    }

    @Test
    void somethingThatIsNotJsonIsAFailureOfTheServer() throws Exception {
        server.answer(reply -> reply.raw("data: no json\n\n"));

        assertThat(start(provider).failure().kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void garbageInTheMiddleKeepsWhatCame() throws Exception {
        server.answer(reply -> reply.text("good").raw("data: {\"cand\n\n").text("never"));
        RecordedRun run = start(provider);

        assertThat(run.failure().kind()).isEqualTo(Kind.BROKEN_STREAM);
        assertThat(run.text()).isEqualTo("good");
    }

    @Test
    void anErrorInTheMiddleKeepsWhatCame() throws Exception {
        server.answer(reply -> reply.text("half").fail(503, "The model is overloaded."));
        RecordedRun run = start(provider);

        ProviderException failure = run.failure();

        assertThat(failure.kind()).isEqualTo(Kind.SERVER);
        assertThat(failure).hasMessageContaining("HTTP 503: The model is overloaded");
        assertThat(run.text()).isEqualTo("half");
    }

    @Test
    void charactersMayBeCutBetweenPackets() throws Exception {
        server.answer(reply -> {
            String whole = "data: " + textEvent("hé 🌍 ∑") + "\n\n";
            for (byte b : whole.getBytes(StandardCharsets.UTF_8)) {
                reply.exchange().chunk(new byte[] {b});
            }
        });

        assertThat(start(provider).completed().text()).isEqualTo("hé 🌍 ∑");
    }

    @Test
    void linesMayEndAsOnWindowsAndBeComments() throws Exception {
        server.answer(reply ->
                reply.raw(": keepalive\r\n\r\ndata: " + textEvent("one") + "\r\n\r\n")
                        .raw(": keepalive\n\n")
                        .raw("event: message\nid: 7\ndata:" + textEvent(" two") + "\n\n"));

        assertThat(start(provider).completed().text()).isEqualTo("one two");
    }

    @Test
    void aReplyOfTwoMegabytesComesWhole() throws Exception {
        String piece = "<p>line</p>\n".repeat(1000);
        server.answer(reply -> {
            for (int i = 0; i < 170; i++) {
                reply.text(piece);
            }
            reply.finish("STOP", SOME);
        });

        assertThat(start(provider).completed().text()).isEqualTo(piece.repeat(170));
    }

    /// An event of the wire format that says `text`.
    protected abstract String textEvent(String text);
}
