package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.project.Usage;
import dev.easel.provider.GenerateEvent.Finished;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.fake.FakeModelServer;
import dev.easel.provider.fake.RecordedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every provider with a server behind it does, whatever the server does.
public abstract class NetworkProviderContract extends ModelProviderContract {
    protected static final String KEY = "AIza-a-secret-key-0123456789";
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
        server.answer(reply -> reply.thought("plan").text("<html>").exchange().drop());
        RecordedRun run = start(provider);

        ProviderException failure = run.failure();

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN_STREAM);
        assertThat(failure).hasMessageContaining("What had arrived is kept");
        assertThat(run.thoughts()).isEqualTo("plan");
        assertThat(run.text()).isEqualTo("<html>");
    }

    @Test
    void aConnectionThatBreaksAfterTheEndWasSaidLostNothing() throws Exception {
        server.answer(reply -> reply.text("all").finish("STOP", SOME).exchange().drop());

        RecordedRun run = start(provider).completed();

        assertThat(run.text()).isEqualTo("all");
        assertThat(run.events().getLast()).isInstanceOf(Finished.class);
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerIsUnreachable() throws Exception {
        server.answer(reply -> reply.exchange().drop());

        assertThat(start(provider).failure().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 90, 120, 200, 300, 400, 500, 600, 900})
    void aConnectionMayBreakAtAnyByte(int bytes) throws Exception {
        server.answer(reply -> {
            reply.exchange().dropAfter(bytes);
            reply.text("one").text("two").text("three").text("four").text("five");
            reply.exchange().drop();
        });
        RecordedRun run = start(provider);

        ProviderException failure = run.failure();

        assertThat("onetwothreefourfive").startsWith(run.text());
        assertThat(failure.kind())
                .isEqualTo(run.events().isEmpty() ? Kind.UNREACHABLE : Kind.BROKEN_STREAM);
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws Exception {
        String nowhere = server.url();
        server.close();

        ProviderException failure = start(newProvider(nowhere)).failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("nothing answers at that address");
    }

    @Test
    void aNameThatDoesNotExistIsUnreachable() throws Exception {
        ProviderException failure = start(newProvider("http://no-such-host.invalid/v1")).failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("its name is not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:11434",
                "nonsense",
                "http://",
                "ftp://localhost/v1",
                "http://a b"
            })
    void anAddressThatIsNoneIsExplained(String address) throws Exception {
        ProviderException failure = start(newProvider(address)).failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining(address).hasMessageContaining("web address");
    }

    @ParameterizedTest
    @CsvSource({
        "400,BAD_REQUEST",
        "401,KEY",
        "403,KEY",
        "404,UNKNOWN_MODEL",
        "413,BAD_REQUEST",
        "429,RATE_LIMIT",
        "500,SERVER",
        "503,SERVER"
    })
    void refusalsAreSortedAndQuoted(int status, Kind kind) throws Exception {
        server.answer(reply -> reply.refuse(status, "Because of that.", 0));

        ProviderException failure = start(provider).failure();

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining("HTTP " + status + ": Because of that)");
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Test
    void aRefusalIsNotTriedAgain() throws Exception {
        server.answer(reply -> reply.refuse(503, "overloaded", 0));

        start(provider).failure();

        assertThat(server.http().requests()).hasSize(1);
    }

    @Test
    void aRateLimitSaysHowLongToWait() throws Exception {
        server.answer(reply -> reply.refuse(429, "Quota exceeded.", 7));

        ProviderException failure = start(provider).failure();

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(failure).hasMessageContaining("Try again in 7 s");
    }

    @Test
    void aRateLimitMayBeSaidInAHeader() throws Exception {
        server.answer(
                reply -> reply.exchange().full(429, "application/json", "{}", "Retry-After: 12"));

        assertThat(start(provider).failure().retryAfter()).contains(Duration.ofSeconds(12));
    }

    @Test
    void theWebPageOfAProxyIsAFailureOfTheServer() throws Exception {
        String page = "<html><head><title>502 Bad Gateway</title></head><body>…</body></html>";
        server.answer(reply -> reply.exchange().full(502, "text/html", page));

        ProviderException failure = start(provider).failure();

        assertThat(failure.kind()).isEqualTo(Kind.SERVER);
        assertThat(failure).hasMessageContaining("HTTP 502: 502 Bad Gateway");
    }

    @Test
    void aLoginPageInsteadOfAReplyIsAFailureOfTheServer() throws Exception {
        server.answer(reply -> reply.exchange().full(200, "text/html", "<html>Log in</html>"));

        ProviderException failure = start(provider).failure();

        assertThat(failure.kind()).isEqualTo(Kind.SERVER);
        assertThat(failure).hasMessageContaining("text/html");
    }

    @Test
    void aRedirectDoesNotTakeTheKeyElsewhere() throws Exception {
        String elsewhere = "Location: " + server.url() + "/elsewhere";
        server.answer(reply -> reply.exchange().full(307, "text/plain", "", elsewhere));

        assertThat(start(provider).failure().kind()).isEqualTo(Kind.SERVER);
        assertThat(server.http().requests()).hasSize(1);
    }

    @Test
    void somethingThatIsNotJsonIsAFailureOfTheServer() throws Exception {
        server.answer(reply -> reply.raw("data: no json\n\n"));

        assertThat(start(provider).failure().kind()).isEqualTo(Kind.SERVER);
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

    @Test
    void theKeyIsSentButNeverShown() throws Exception {
        server.answer(reply -> reply.refuse(403, "Consumer 'api_key:" + KEY + "' suspended.", 0));

        ProviderException failure = start(provider).failure();

        assertThat(server.http().requests().getFirst().headers().values())
                .anyMatch(value -> value.contains(KEY));
        assertThat(withAllCauses(failure)).contains("suspended").doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AIza-broken\nin two lines", "AIza with spaces", "AIzä-1234567"})
    void aKeyThatCannotBeOneIsExplainedWithoutShowingIt(String broken) throws Exception {
        key.set(Optional.of(broken));

        ProviderException failure = start(provider).failure();

        assertThat(failure.kind()).isEqualTo(Kind.KEY);
        assertThat(withAllCauses(failure)).doesNotContain(broken.substring(0, 6));
        assertThat(server.http().requests()).isEmpty();
    }

    @Test
    void whiteSpaceAroundAPastedKeyIsDropped() throws Exception {
        key.set(Optional.of("  " + KEY + "\n"));

        start(answering(List.of(), List.of("a"))).completed();

        assertThat(server.http().requests().getFirst().headers().values())
                .anyMatch(value -> value.endsWith(KEY));
    }

    @Test
    void noModelIsABadRequest() throws Exception {
        GenerateRequest nameless = new GenerateRequest("", "", List.of(Message.user("x")), "");

        ProviderException failure = RecordedRun.start(provider, nameless).failure();

        assertThat(failure.kind()).isEqualTo(Kind.BAD_REQUEST);
        assertThat(failure).hasMessageContaining("No model is chosen");
    }

    @Test
    void modelsOfAServerThatIsNotThereCannotBeListed() {
        String nowhere = server.url();
        server.close();

        ProviderException failure =
                catchThrowableOfType(ProviderException.class, () -> newProvider(nowhere).models());

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    }

    /// An event of the wire format that says `text`.
    protected abstract String textEvent(String text);

    private static String withAllCauses(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        return all.toString();
    }
}
