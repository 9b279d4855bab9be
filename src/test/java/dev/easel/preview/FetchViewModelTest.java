package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.library.Library;
import dev.easel.library.cache.CachedFiles;
import dev.easel.library.cache.FetchRules;
import dev.easel.library.cache.HttpsSite;
import dev.easel.library.cache.MemoryKeeper;
import dev.easel.library.cache.OutsideFiles;
import dev.easel.preview.FetchViewModel.Phase;
import dev.easel.preview.FetchViewModel.Summary;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.preview.sandbox.PreviewNetwork;
import dev.easel.ui.FxExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchViewModelTest {
    @TempDir static Path keys;
    @TempDir Path directory;

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final MemoryKeeper keeper = new MemoryKeeper(FetchRules.USUAL);
    private HttpsSite site;
    private OutsideFiles outside;
    private PageFixture page;
    private FetchViewModel model;

    @BeforeEach
    void start() throws Exception {
        FxThread.start();
        site = new HttpsSite(keys);
        site.file("/a.js", "text/javascript", "a = 'A'");
        site.file("/b.js", "text/javascript", "b = 'B'");
        outside = site.outside(new CachedFiles(directory.resolve("cache")), keeper);
        PreviewNetwork network = new PreviewNetwork(new Library(), outside);
        network.install();
        page = new PageFixture(directory.resolve("storage"), network);
        model =
                FxThread.call(() ->
                        new FetchViewModel(page.preview, outside, background, new FxExecutor()));
    }

    @AfterEach
    void stop() {
        page.close();
        site.close();
        background.shutdownNow();
    }

    private void show(String... paths) {
        StringBuilder html = new StringBuilder("<!doctype html>");
        for (String path : paths) {
            html.append("<script src='").append(site.url(path)).append("'></script>");
        }
        page.show("index.html", html.toString());
    }

    private Summary summary() {
        return FxThread.call(() -> model.summaryProperty().get());
    }

    private void await(Phase phase) {
        page.waitFor(phase.name(), () -> model.summaryProperty().get().phase() == phase);
    }

    private void fetchAll() {
        FxThread.run(() -> model.fetch(model.offers()));
    }

    @Test
    void aPageThatLacksNothingIsQuiet() {
        page.show("index.html", "<!doctype html>");

        assertThat(summary().phase()).isEqualTo(Phase.QUIET);
    }

    @Test
    void whatIsLackingIsOfferedOnceEachAndNothingIsAskedFor() {
        show("/a.js", "/b.js", "/a.js");
        await(Phase.OFFERING);

        assertThat(summary().files()).isEqualTo(2);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void whatIsFetchedIsThereAfterTheReload() {
        show("/a.js", "/b.js");
        await(Phase.OFFERING);
        fetchAll();
        await(Phase.FETCHED);
        assertThat(summary()).isEqualTo(new Summary(Phase.FETCHED, 2, 2, 0, 14, ""));
        assertThat(page.eval("typeof a")).isEqualTo("\"undefined\"");

        FxThread.run(model::reload);
        await(Phase.QUIET);
        page.waitFor(
                "both from the cache",
                () ->
                        page.preview.requests().stream()
                                        .filter(r -> r.outcome() == Outcome.CACHED)
                                        .count()
                                == 2);
        assertThat(page.eval("a + b")).isEqualTo("\"AB\"");
        assertThat(FxThread.call(() -> model.departuresProperty().get())).isEqualTo(2);
    }

    @Test
    void whatDoesNotComeIsToldAndCanBeTriedAgain() {
        show("/a.js", "/late.js");
        await(Phase.OFFERING);
        fetchAll();
        await(Phase.FAILED);
        assertThat(summary().kept()).isEqualTo(1);
        assertThat(summary().failed()).isEqualTo(1);
        assertThat(summary().why()).contains("no file late.js");

        site.file("/late.js", "text/javascript", "late = 1");
        fetchAll();
        await(Phase.FETCHED);
    }

    @Test
    void aWholeHostIsAllowedForGood() {
        show("/a.js", "/b.js");
        await(Phase.OFFERING);
        FxThread.run(() -> model.fetchHost("cdn.test"));
        await(Phase.FETCHED);

        assertThat(keeper.rules().allowed()).containsExactly("cdn.test");
        assertThat(site.asked()).containsExactlyInAnyOrder("/a.js", "/b.js");
    }

    @Test
    void aDeniedHostIsNotOfferedAgain() {
        show("/a.js");
        await(Phase.OFFERING);
        FxThread.run(() -> model.never("cdn.test"));

        assertThat(summary().phase()).isEqualTo(Phase.QUIET);
        FxThread.run(() -> model.fetch(page.preview.requests()));
        show("/a.js");
        assertThat(summary().phase()).isEqualTo(Phase.QUIET);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void anOfferThatWasPutAwayStaysAway() {
        show("/a.js");
        await(Phase.OFFERING);
        FxThread.run(model::dismiss);
        assertThat(summary().phase()).isEqualTo(Phase.QUIET);
        show("/a.js", "/b.js");

        assertThat(summary().phase()).isEqualTo(Phase.QUIET);
        assertThat(FxThread.call(() -> model.offers())).hasSize(2);
    }

    @Test
    void aFetchCanBeStopped() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        site.on(
                "/slow.js",
                e -> {
                    asked.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
        show("/slow.js");
        await(Phase.OFFERING);
        fetchAll();
        assertThat(summary().phase()).isEqualTo(Phase.FETCHING);
        FxThread.run(model::cancel);
        await(Phase.FAILED);
        end.countDown();

        assertThat(summary().why()).startsWith("Stopped");
    }

    @Test
    void navigationsPostsAndForeignFramesAreNotOffered() {
        String host = site.url("");
        page.show(
                "index.html",
                "<!doctype html><iframe src='HOST/a.js'></iframe><script>fetch('HOST/a.js',{method:'POST'}).catch(()=>0)</script>"
                        .replace("HOST", host));
        assertThat(page.eval("location = '" + host + "/a.js'; 1")).isEqualTo("1");
        page.waitFor("all are listed", () -> page.preview.requests().size() >= 4);

        List<NetworkEntry> denied =
                page.requests().stream().filter(r -> r.outcome() == Outcome.DENIED).toList();
        assertThat(denied).isNotEmpty().noneMatch(NetworkEntry::offered);
        assertThat(summary().phase()).isEqualTo(Phase.QUIET);
    }
}
