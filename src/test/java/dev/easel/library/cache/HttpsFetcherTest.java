package dev.easel.library.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.library.cache.FetchException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsFetcherTest {
    @TempDir static Path keys;

    private final Departures departures = new Departures();
    private HttpsSite site;

    @BeforeEach
    void start() throws Exception {
        site = new HttpsSite(keys);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private HttpsFetcher fetcher(CheckedNames names, HttpsFetcher.Limits limits) {
        return new HttpsFetcher(site.client(), names, departures, limits);
    }

    private Download fetch(WebAddress address, String kind) throws FetchException {
        return fetcher(HttpsSite.names(), HttpsFetcher.Limits.USUAL)
                .fetch(address, kind, h -> true, new FetchTicket());
    }

    private FetchException failure(HttpsFetcher fetcher, String url, Predicate<String> hosts) {
        return catchThrowableOfType(
                FetchException.class,
                () ->
                        fetcher.fetch(
                                WebAddress.parse(url).orElseThrow(),
                                "script",
                                hosts,
                                new FetchTicket()));
    }

    private FetchException failure(HttpsFetcher.Limits limits, String path) {
        return failure(fetcher(HttpsSite.names(), limits), site.url(path), h -> true);
    }

    private FetchException failure(String path) {
        return failure(HttpsFetcher.Limits.USUAL, path);
    }

    @Test
    void aFileComesWithItsTypeAndNothingOfThePageGoes() throws Exception {
        site.file("/a.js", "text/javascript; charset=utf-8", "export const a = 1;");

        Download download = fetch(site.address("/a.js"), "script");

        assertThat(download.mediaType()).isEqualTo("text/javascript");
        assertThat(download.body()).asString().isEqualTo("export const a = 1;");
        assertThat(site.headers().getFirst().keySet())
                .containsExactlyInAnyOrder(
                        "Host", "User-agent", "Accept", "Accept-encoding", "Connection");
        assertThat(departures.count()).isEqualTo(1);
    }

    @Test
    void cookiesOfTheServerAreNeitherKeptNorSent() throws Exception {
        site.on(
                "/a.js",
                e -> {
                    e.getResponseHeaders().set("Set-Cookie", "a=b");
                    e.getResponseHeaders().set("Content-Type", "text/javascript");
                    e.sendResponseHeaders(200, 1);
                    e.getResponseBody().write('1');
                });
        HttpsFetcher fetcher = fetcher(HttpsSite.names(), HttpsFetcher.Limits.USUAL);
        fetcher.fetch(site.address("/a.js"), "script", h -> true, new FetchTicket());
        fetcher.fetch(site.address("/a.js"), "script", h -> true, new FetchTicket());

        assertThat(site.headers().getLast()).doesNotContainKey("Cookie");
    }

    @Test
    void aPackedFileIsUnpacked() throws Exception {
        site.on(
                "/a.css",
                e -> {
                    e.getResponseHeaders().set("Content-Type", "text/css");
                    e.getResponseHeaders().set("Content-Encoding", "gzip");
                    e.sendResponseHeaders(200, 0);
                    try (OutputStream out = new GZIPOutputStream(e.getResponseBody())) {
                        out.write("a{}".getBytes(StandardCharsets.UTF_8));
                    }
                });

        assertThat(fetch(site.address("/a.css"), "style").body()).asString().isEqualTo("a{}");
    }

    @Test
    void aPackedBombIsStoppedAtTheLimitOfItsContent() {
        site.on(
                "/bomb.js",
                e -> {
                    e.getResponseHeaders().set("Content-Encoding", "gzip");
                    e.sendResponseHeaders(200, 0);
                    try (OutputStream out = new GZIPOutputStream(e.getResponseBody())) {
                        byte[] zeros = new byte[1 << 20];
                        for (int i = 0; i < 64; i++) {
                            out.write(zeros);
                        }
                    }
                });

        assertThat(failure(limits(2 << 20, 5), "/bomb.js").kind()).isEqualTo(Kind.TOO_BIG);
    }

    private static HttpsFetcher.Limits limits(long bytes, int redirects) {
        return new HttpsFetcher.Limits(bytes, Duration.ofSeconds(20), redirects);
    }

    @Test
    void aFileThatSaysItIsTooBigIsNotReadAtAll() {
        site.file("/a.js", "text/javascript", new byte[5_000]);

        FetchException failure = failure(limits(1 << 10, 5), "/a.js");

        assertThat(failure.kind()).isEqualTo(Kind.TOO_BIG);
        assertThat(failure).hasMessageContaining("a.js is larger than");
    }

    @Test
    void aFileThatDoesNotSayHowBigItIsIsStoppedAtTheLimit() {
        site.on(
                "/a.js",
                e -> {
                    e.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100; i++) {
                        e.getResponseBody().write(new byte[1 << 10]);
                    }
                });

        assertThat(failure(limits(10 << 10, 5), "/a.js").kind()).isEqualTo(Kind.TOO_BIG);
    }

    @Test
    void aSilentServerIsNotWaitedForLongerThanTheLimit() {
        CountDownLatch end = new CountDownLatch(1);
        site.on("/a.js", e -> await(end));

        FetchException failure =
                failure(new HttpsFetcher.Limits(1_000, Duration.ofMillis(200), 5), "/a.js");
        end.countDown();

        assertThat(failure.kind()).isEqualTo(Kind.TOO_SLOW);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aBodyThatIsCutShortIsAFailure() {
        site.on(
                "/a.js",
                e -> {
                    e.sendResponseHeaders(200, 1_000);
                    e.getResponseBody().write(new byte[10]);
                    e.getResponseBody().flush();
                    // Closes the connection, because the rest cannot come any more.
                    throw new IOException("cut");
                });

        FetchException failure = failure("/a.js");

        assertThat(failure.kind()).isEqualTo(Kind.CUT_SHORT);
        assertThat(failure).hasMessageContaining("nothing was kept");
    }

    @Test
    void redirectsAreFollowedAndEachOneCounted() throws Exception {
        site.redirect("/a", "/b").redirect("/b", site.url("other.test", "/c.js"));
        site.file("/c.js", "text/javascript", "c");

        Download download = fetch(site.address("/a"), "script");

        assertThat(download.from().text()).isEqualTo(site.url("other.test", "/c.js"));
        assertThat(departures.count()).isEqualTo(3);
    }

    @Test
    void fiveRedirectsAreEnough() throws Exception {
        for (int i = 0; i < 6; i++) {
            site.redirect("/" + i, "/" + (i + 1));
        }
        site.file("/6", "text/javascript", "6");

        assertThat(fetch(site.address("/1"), "script").body()).asString().isEqualTo("6");
        assertThat(failure("/0").kind()).isEqualTo(Kind.REDIRECT);
    }

    @Test
    void aRedirectToAHostThatIsNotAllowedIsNotFollowed() {
        site.redirect("/a.js", site.url("other.test", "/b.js"));

        FetchException failure =
                failure(
                        fetcher(HttpsSite.names(), HttpsFetcher.Limits.USUAL),
                        site.url("/a.js"),
                        host -> false);

        assertThat(failure.kind()).isEqualTo(Kind.REDIRECT);
        assertThat(failure).hasMessageContaining("other.test");
        assertThat(site.asked()).containsExactly("/a.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cdn.test/b.js",
                "HTTP://cdn.test/",
                "ftp://cdn.test/",
                "file:///etc/passwd"
            })
    void aRedirectAwayFromHttpsIsNotFollowed(String to) {
        site.redirect("/a.js", to);

        assertThat(failure("/a.js").kind()).isEqualTo(Kind.REDIRECT);
        assertThat(site.asked()).containsExactly("/a.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "10.0.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "[::1]",
                "[fd00::1]",
                "[::ffff:127.0.0.1]",
                "0",
                "127.1",
                "2130706433"
            })
    void aRedirectToAPrivateAddressIsNotFollowed(String host) {
        site.redirect("/a.js", "https://" + host + "/secret");
        CheckedNames names =
                new CheckedNames(
                        name ->
                                name.equals("cdn.test")
                                        ? HttpsSite.loopback(name)
                                        : List.of(InetAddress.getAllByName(name)),
                        OnlyTheFirst.of(PublicAddresses::contains));

        assertThat(
                        failure(
                                        fetcher(names, HttpsFetcher.Limits.USUAL),
                                        site.url("/a.js"),
                                        h -> true)
                                .kind())
                .isEqualTo(Kind.NOT_PUBLIC);
    }

    /// Lets the test's own server pass once: the rule holds for where it redirects to.
    private static final class OnlyTheFirst {
        static Predicate<InetAddress> of(Predicate<InetAddress> rule) {
            List<InetAddress> seen = new ArrayList<>();
            return address -> {
                seen.add(address);
                return seen.size() == 1 || rule.test(address);
            };
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a",
                "https://localhost/a",
                "https://[::1]/a",
                "https://0/a"
            })
    void byDefaultThisComputerIsOutOfReach(String url) {
        HttpsFetcher fetcher =
                new HttpsFetcher(
                        new OkHttpClient(),
                        CheckedNames.ofTheSystem(),
                        departures,
                        HttpsFetcher.Limits.USUAL);

        FetchException failure = failure(fetcher, url, h -> true);

        assertThat(failure.kind()).isEqualTo(Kind.NOT_PUBLIC);
        assertThat(failure).hasMessageContaining("this computer or its own network");
    }

    @Test
    void oneAmongSeveralAddressesThatIsPrivateSpoilsAll() throws Exception {
        InetAddress publicOne = InetAddress.getByAddress("cdn.test", new byte[] {8, 8, 8, 8});
        InetAddress privateOne = InetAddress.getByAddress("cdn.test", new byte[] {10, 0, 0, 1});
        CheckedNames names =
                new CheckedNames(name -> List.of(publicOne, privateOne), PublicAddresses::contains);

        assertThat(
                        failure(
                                        fetcher(names, HttpsFetcher.Limits.USUAL),
                                        "https://cdn.test/",
                                        h -> true)
                                .kind())
                .isEqualTo(Kind.NOT_PUBLIC);
    }

    @Test
    void theNameIsAskedForOnceSoASecondAnswerChangesNothing() throws Exception {
        site.file("/a.js", "text/javascript", "a");
        List<String> asked = new ArrayList<>();
        CheckedNames names =
                new CheckedNames(
                        name -> {
                            asked.add(name);
                            return HttpsSite.loopback(name);
                        },
                        a -> true);

        fetcher(names, HttpsFetcher.Limits.USUAL)
                .fetch(site.address("/a.js"), "script", h -> true, new FetchTicket());

        assertThat(asked).containsExactly("cdn.test");
    }

    @Test
    void aServerThatCannotProveWhoItIsIsNotBelieved() {
        HttpsFetcher distrusting =
                new HttpsFetcher(
                        new OkHttpClient(),
                        HttpsSite.names(),
                        departures,
                        HttpsFetcher.Limits.USUAL);

        FetchException failure = failure(distrusting, site.url("/a.js"), h -> true);

        assertThat(failure.kind()).isEqualTo(Kind.TLS);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() {
        assertThat(
                        failure(
                                        fetcher(HttpsSite.names(), HttpsFetcher.Limits.USUAL),
                                        site.url("evil.test", "/a"),
                                        h -> true)
                                .kind())
                .isEqualTo(Kind.TLS);
    }

    @Test
    void missingUnknownAndUnreachableAreToldApart() {
        assertThat(failure("/none.js"))
                .hasMessageContaining("no file none.js")
                .hasMessageContaining("404");
        assertThat(
                        failure(
                                fetcher(HttpsSite.names(), HttpsFetcher.Limits.USUAL),
                                "https://nowhere.example/a",
                                h -> true))
                .hasMessageContaining("There is no host nowhere.example");
        String url = site.url("/a.js");
        site.close();
        assertThat(failure(fetcher(HttpsSite.names(), HttpsFetcher.Limits.USUAL), url, h -> true))
                .hasMessageContaining("could not be reached");
    }

    @Test
    void aWebPageIsNoScript() {
        site.file("/a.js", "text/html", "<h1>Please log in</h1>");

        FetchException failure = failure("/a.js");

        assertThat(failure.kind()).isEqualTo(Kind.WRONG_TYPE);
        assertThat(failure).hasMessageContaining("web page instead of the script");
    }

    @Test
    void aVagueTypeIsMadeOutByTheEnding() throws Exception {
        site.file("/a.css", "application/octet-stream", "a");
        site.file("/b.js", "text/plain; charset=utf-8", "a");
        site.file("/c.mjs", "nonsense", "a");
        site.file("/d", "text/plain", "a");

        assertThat(fetch(site.address("/a.css"), "style").mediaType()).isEqualTo("text/css");
        assertThat(fetch(site.address("/b.js"), "script").mediaType()).isEqualTo("text/javascript");
        assertThat(fetch(site.address("/c.mjs"), "script").mediaType())
                .isEqualTo("text/javascript");
        assertThat(fetch(site.address("/d"), "empty").mediaType()).isEqualTo("text/plain");
    }

    @Test
    void progressIsTold() throws Exception {
        site.file("/a.bin", "font/woff2", new byte[200_000]);
        List<Long> seen = new ArrayList<>();

        fetcher(HttpsSite.names(), HttpsFetcher.Limits.USUAL)
                .fetch(
                        site.address("/a.bin"),
                        "font",
                        h -> true,
                        new FetchTicket((bytes, total) -> {
                            assertThat(total).isEqualTo(200_000);
                            seen.add(bytes);
                        }));

        assertThat(seen).isSorted().startsWith(0L).endsWith(200_000L);
    }

    @Test
    void aTransferCanBeCancelled() {
        FetchTicket ticket = new FetchTicket();
        CountDownLatch end = new CountDownLatch(1);
        site.on(
                "/a.js",
                e -> {
                    ticket.cancel();
                    await(end);
                });

        FetchException failure =
                catchThrowableOfType(
                        FetchException.class,
                        () ->
                                fetcher(HttpsSite.names(), HttpsFetcher.Limits.USUAL)
                                        .fetch(site.address("/a.js"), "script", h -> true, ticket));
        end.countDown();

        assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    }
}
