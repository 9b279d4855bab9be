package dev.easel.library.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.library.cache.FetchException.Kind;
import dev.easel.library.cache.FetchRules.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideFilesTest {
    private static final String PAGE = "https://p1.preview.invalid/index.html";

    @TempDir static Path keys;
    @TempDir Path directory;

    private final MemoryKeeper keeper = new MemoryKeeper(FetchRules.USUAL);
    private final WrittenAddresses written = new WrittenAddresses();
    private HttpsSite site;
    private CachedFiles cached;
    private OutsideFiles outside;

    @BeforeEach
    void start() throws Exception {
        site = new HttpsSite(keys);
        site.file("/a.js", "text/javascript", "import './b.js'");
        site.file("/b.js", "text/javascript", "b");
        cached = new CachedFiles(directory);
        outside = site.outside(cached, keeper);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private OutsideAnswer ask(String url) {
        return outside.answer(new OutsideRequest("p1", url, "script", true, true, written));
    }

    private OutsideAnswer askPath(String path) {
        return ask(site.url(path));
    }

    private void allow(Mode mode) {
        keeper.keep(keeper.rules().with(mode));
    }

    private CachedFile fetch(String path) throws FetchException {
        return outside.fetch("p1", site.address(path), "script", new FetchTicket());
    }

    private static String text(OutsideAnswer answer) {
        assertThat(answer).isInstanceOf(OutsideAnswer.Content.class);
        return new String(((OutsideAnswer.Content) answer).body());
    }

    private static OutsideAnswer.Denied denied(OutsideAnswer answer) {
        assertThat(answer).isInstanceOf(OutsideAnswer.Denied.class);
        return (OutsideAnswer.Denied) answer;
    }

    @Test
    void underAskNothingIsFetchedButOffered() {
        written.add(PAGE, "<script src='" + site.url("/a.js") + "'>");

        assertThat(denied(askPath("/a.js")).offered()).isTrue();
        assertThat(site.asked()).isEmpty();
        assertThat(outside.departures().count()).isZero();
    }

    @Test
    void whatTheUserFetchedIsThereForGood() throws Exception {
        fetch("/b.js");
        allow(Mode.NEVER);

        OutsideAnswer.Content answer = (OutsideAnswer.Content) askPath("/b.js");
        assertThat(text(answer)).isEqualTo("b");
        assertThat(answer.mediaType()).isEqualTo("text/javascript");
        assertThat(answer.isFresh()).isFalse();
        assertThat(outside.departures().count()).isEqualTo(1);
        assertThat(cached.usedBy("p1"))
                .extracting(CachedFile::address)
                .containsExactly(site.url("/b.js"));
    }

    @Test
    void theConsentForAFileIsForWhatItNamesOnItsHost() throws Exception {
        fetch("/a.js");
        written.add(site.url("/a.js"), text(askPath("/a.js")));

        OutsideAnswer.Content part = (OutsideAnswer.Content) askPath("/b.js");
        assertThat(part.isFresh()).isTrue();
        assertThat(denied(askPath("/c.js")).offered()).isTrue();
    }

    @Test
    void theConsentForAFileIsNotForOtherHosts() throws Exception {
        site.file("/a.js", "text/javascript", "import '" + site.url("other.test", "/b.js") + "'");
        fetch("/a.js");
        written.add(site.url("/a.js"), text(askPath("/a.js")));

        denied(ask(site.url("other.test", "/b.js")));
        assertThat(site.asked()).containsExactly("/a.js");
    }

    @Test
    void theConsentForAFileIsNotForOtherProjectsNorForTheNextSession() throws Exception {
        fetch("/a.js");
        written.add(site.url("/a.js"), text(askPath("/a.js")));

        denied(
                outside.answer(
                        new OutsideRequest(
                                "p2", site.url("/b.js"), "script", true, true, written)));
        outside = site.outside(cached, keeper);
        denied(askPath("/b.js"));
    }

    @Test
    void anAllowedHostGivesWhatThePageNames() {
        keeper.keep(FetchRules.USUAL.allowing("cdn.test"));
        written.add(PAGE, "<script src='" + site.url("/b.js") + "'>");

        assertThat(((OutsideAnswer.Content) askPath("/b.js")).isFresh()).isTrue();
        assertThat(((OutsideAnswer.Content) askPath("/b.js")).isFresh()).isFalse();
    }

    @Test
    void anAddressMadeAtRunTimeIsAskedAboutEvenOnAnAllowedHost() {
        for (FetchRules rules :
                List.of(
                        FetchRules.USUAL.allowing("cdn.test"),
                        FetchRules.USUAL.allowing("cdn.test").with(Mode.ALWAYS),
                        FetchRules.USUAL.with(Mode.EVERY_HOST))) {
            keeper.keep(rules);
            written.add(PAGE, "new Image().src='" + site.url("/b.js") + "?d=' + secret");

            OutsideAnswer.Denied answer = denied(askPath("/b.js?d=password"));
            assertThat(answer.offered()).isTrue();
            assertThat(answer.note()).contains("while it ran");
        }
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void alwaysIsForWellKnownHostsOnly() {
        allow(Mode.ALWAYS);
        written.add(PAGE, "<script src='" + site.url("/b.js") + "'>");

        denied(askPath("/b.js"));
        assertThat(keeper.rules().trusts("unpkg.com")).isTrue();
        assertThat(keeper.rules().trusts("unpkg.com.evil.test")).isFalse();
        assertThat(keeper.rules().denying("unpkg.com").trusts("unpkg.com")).isFalse();
    }

    @Test
    void aDeniedHostIsNeverAskedAndNotOffered() {
        keeper.keep(FetchRules.USUAL.denying("cdn.test").with(Mode.EVERY_HOST));
        written.add(PAGE, "<script src='" + site.url("/b.js") + "'>");

        OutsideAnswer.Denied answer = denied(askPath("/b.js"));
        assertThat(answer.offered()).isFalse();
        assertThat(answer.note()).contains("never for this host");
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void underNeverNothingIsFetchedNorOffered() {
        keeper.keep(FetchRules.USUAL.allowing("cdn.test").with(Mode.NEVER));
        written.add(PAGE, "<script src='" + site.url("/b.js") + "'>");

        assertThat(denied(askPath("/b.js")).offered()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"document", "iframe", "frame", "embed", "object", "websocket", "report"})
    void documentsAreNeverFetchedNorServed(String kind) throws Exception {
        fetch("/b.js");
        allow(Mode.EVERY_HOST);
        written.add(PAGE, site.url("/b.js"));

        assertThat(
                        denied(
                                        outside.answer(
                                                new OutsideRequest(
                                                        "p1",
                                                        site.url("/b.js"),
                                                        kind,
                                                        true,
                                                        true,
                                                        written)))
                                .offered())
                .isFalse();
    }

    @Test
    void whatIsNoPlainGetIsNeverFetched() {
        allow(Mode.EVERY_HOST);
        written.add(PAGE, site.url("/b.js"));

        denied(
                outside.answer(
                        new OutsideRequest(
                                "p1", site.url("/b.js"), "empty", false, true, written)));
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void theUiThreadNeverWaits() {
        allow(Mode.EVERY_HOST);
        written.add(PAGE, site.url("/b.js"));

        denied(
                outside.answer(
                        new OutsideRequest(
                                "p1", site.url("/b.js"), "empty", true, false, written)));
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void aFetchThatFailsSaysWhyAndKeepsNothing() throws Exception {
        allow(Mode.EVERY_HOST);
        written.add(PAGE, site.url("/none.js"));

        OutsideAnswer.Failed answer = (OutsideAnswer.Failed) askPath("/none.js");
        assertThat(answer.note()).contains("no file none.js");
        assertThat(cached.list()).isEmpty();
    }

    @Test
    void aRedirectIsPassedOnSoThatRelativeImportsStayRight() throws Exception {
        site.redirect("/lib.js", "/lib@1/b.js").file("/lib@1/b.js", "text/javascript", "b");
        fetch("/lib.js");

        assertThat(askPath("/lib.js"))
                .isInstanceOfSatisfying(
                        OutsideAnswer.Moved.class,
                        m -> assertThat(m.to()).isEqualTo(site.url("/lib@1/b.js")));
        assertThat(text(askPath("/lib@1/b.js"))).isEqualTo("b");
        assertThat(site.asked()).hasSize(2);
    }

    @Test
    void aFileFetchedByHandMayBeSentOnToAnotherHostButNotToADeniedOne() throws Exception {
        site.redirect("/x.js", site.url("other.test", "/b.js"));
        fetch("/x.js");
        keeper.keep(FetchRules.USUAL.denying("other.test"));
        site.redirect("/y.js", site.url("other.test", "/b.js"));

        assertThatThrownBy(() -> fetch("/y.js")).hasMessageContaining("not allowed");
    }

    @Test
    void manyWhoWantTheSameFileGetOneTransfer() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        site.on(
                "/slow.js",
                e -> {
                    await(go);
                    e.getResponseHeaders().set("Content-Type", "text/javascript");
                    e.sendResponseHeaders(200, 1);
                    e.getResponseBody().write('s');
                });
        Callable<CachedFile> one = () -> fetch("/slow.js");
        List<Future<CachedFile>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(site.threads().submit(one));
        }
        go.countDown();

        for (Future<CachedFile> future : all) {
            assertThat(future.get().bytes()).isEqualTo(1);
        }
        // Those that came after its end found it kept, or asked once more: never one each.
        assertThat(site.asked().size()).isLessThan(8);
        assertThat(cached.list()).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void oneWhoLeavesDoesNotStopTheOther() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        site.on(
                "/slow.js",
                e -> {
                    asked.countDown();
                    await(go);
                    e.getResponseHeaders().set("Content-Type", "text/javascript");
                    e.sendResponseHeaders(200, 1);
                    e.getResponseBody().write('s');
                });
        FetchTicket leaving = new FetchTicket();
        CountDownLatch joined = new CountDownLatch(1);
        Future<CachedFile> first =
                site.threads()
                        .submit(() ->
                                outside.fetch("p1", site.address("/slow.js"), "script", leaving));
        asked.await();
        Future<CachedFile> second =
                site.threads()
                        .submit(() ->
                                outside.fetch(
                                        "p1",
                                        site.address("/slow.js"),
                                        "script",
                                        new FetchTicket((b, t) -> joined.countDown())));
        leaving.cancel();

        assertThat(catchThrowableOfType(ExecutionException.class, first::get))
                .hasCauseInstanceOf(FetchException.class);
        go.countDown();
        assertThat(second.get().bytes()).isEqualTo(1);
    }

    @Test
    void whenAllHaveLeftTheTransferStopsAndTheNextOneBeginsAnew() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        site.on(
                "/slow.js",
                e -> {
                    asked.countDown();
                    await(go);
                });
        FetchTicket ticket = new FetchTicket();
        Future<CachedFile> first =
                site.threads()
                        .submit(() ->
                                outside.fetch("p1", site.address("/slow.js"), "script", ticket));
        asked.await();
        ticket.cancel();
        assertThat(catchThrowableOfType(ExecutionException.class, first::get).getCause())
                .isInstanceOfSatisfying(
                        FetchException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
        go.countDown();
        site.file("/slow.js", "text/javascript", "s");

        assertThat(fetch("/slow.js").bytes()).isEqualTo(1);
    }

    @Test
    void aFullDiskIsToldInPlainWordsAndThePageGetsNothing() {
        outside =
                site.outside(
                        new CachedFiles(
                                directory,
                                (file, content) -> {
                                    throw new IOException("No space left on device");
                                },
                                true),
                        keeper);

        assertThatThrownBy(() -> fetch("/b.js"))
                .hasMessage(
                        "The file came, but could not be kept: No space left on device."
                                + " Make room on the disk, then try again.");
        denied(askPath("/b.js"));
    }

    @Test
    void aDamagedCopyIsOfferedAgain() throws Exception {
        CachedFile file = fetch("/b.js");
        Files.writeString(directory.resolve("content").resolve(file.sha256()), "evil");

        OutsideAnswer.Denied answer = denied(askPath("/b.js"));
        assertThat(answer.offered()).isTrue();
        assertThat(answer.note()).contains("damaged");
    }
}
