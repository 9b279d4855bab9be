package dev.easel.preview;

import dev.easel.bench.Bench;
import dev.easel.generate.ArtifactCollector;
import dev.easel.generate.ArtifactParser;
import dev.easel.preview.sandbox.PageMessage.Moment;
import dev.easel.preview.sandbox.PageSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.value.ChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long it takes from changed text to the new page's first frame.
class ReloadBench {
    @TempDir Path storage;

    @Test
    void reloadOfTheBuiltInSamples() throws Exception {
        try (PageFixture page = new PageFixture(storage)) {
            for (String sample : new String[] {"physics-playground", "windows-98", "balloons"}) {
                String html = html(sample);
                page.show("index.html", html);
                int[] change = {0};
                Bench.millis(
                        "reload of " + sample + ", changed text to first frame",
                        5,
                        30,
                        () ->
                                reload(
                                        page,
                                        html.replace(
                                                "</body>", "<!--" + change[0]++ + "--></body>")));
            }
        }
    }

    private static double reload(PageFixture page, String html) throws Exception {
        CompletableFuture<Long> drawn = new CompletableFuture<>();
        PageSource source = PageFixture.source("index.html", html);
        long begin = System.nanoTime();
        ChangeListener<PageTimings> listener =
                (o, before, now) -> {
                    if (now.at(Moment.FIRST_FRAME).isPresent()) {
                        drawn.complete(System.nanoTime());
                    }
                };
        FxThread.run(() -> {
            page.preview.show(page.project, source, "index.html");
            page.preview.timingsProperty().addListener(listener);
        });
        long end = drawn.get(20, TimeUnit.SECONDS);
        FxThread.run(() -> page.preview.timingsProperty().removeListener(listener));
        return (end - begin) / 1e6;
    }

    /// The page of a built-in sample, read as the program reads it.
    private static String html(String sample) throws Exception {
        ArtifactCollector collector = new ArtifactCollector();
        ArtifactParser parser = new ArtifactParser(collector::accept);
        parser.accept(Files.readString(Path.of("assets/samples", sample, "reply.md")));
        parser.finish();
        return collector.artifact().entry().orElseThrow().text();
    }
}
