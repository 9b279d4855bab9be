package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.fake.RecordedRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every provider with a server behind it says when the server does not answer as it should.
public abstract class FailingServerContract extends NetworkProviderContract {
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

        assertThat(failure.kind()).isEqualTo(Kind.ADDRESS);
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
    void aRateLimitMayNameTheMomentByTheServersOwnClock() throws Exception {
        server.answer(reply ->
                reply.exchange()
                        .full(
                                429,
                                "application/json",
                                "{}",
                                "Date: Sun, 06 Nov 1994 08:49:37 GMT",
                                "Retry-After: Sun, 06 Nov 1994 08:50:07 GMT"));

        ProviderException failure = start(provider).failure();

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(failure).hasMessageContaining("Try again in 30 s");
    }

    @Test
    void aRateLimitThatIsOverByNowIsNoReasonToWait() throws Exception {
        server.answer(reply ->
                reply.exchange()
                        .full(
                                429,
                                "application/json",
                                "{}",
                                "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"));

        ProviderException failure = start(provider).failure();

        assertThat(failure.retryAfter()).contains(Duration.ZERO);
        assertThat(failure).hasMessageContaining("Try again now.");
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

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure).hasMessageContaining("text/html");
    }

    @Test
    void aRedirectDoesNotTakeTheKeyElsewhere() throws Exception {
        String elsewhere = "Location: " + server.url() + "/elsewhere";
        server.answer(reply -> reply.exchange().full(307, "text/plain", "", elsewhere));

        assertThat(start(provider).failure().kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(server.http().requests()).hasSize(1);
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

    private static String withAllCauses(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        return all.toString();
    }
}
