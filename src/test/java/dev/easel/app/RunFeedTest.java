package dev.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generate.ArtifactEvent;
import dev.easel.generate.RunEvent;
import dev.easel.project.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFeedTest {
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final List<RunEvent> shown = new ArrayList<>();
    private long nanos;
    private final RunFeed feed = new RunFeed(ui::add, shown::add, () -> nanos);

    @Test
    void textsBetweenTwoFramesAreOneUpdate() {
        feed.accept(text("a.js", "const "));
        feed.accept(text("a.js", "x"));
        feed.accept(text("b.js", "y"));
        frame();
        assertThat(shown).containsExactly(text("a.js", "const x"), text("b.js", "y"));
    }

    @Test
    void orderIsKeptBetweenKinds() {
        feed.accept(new RunEvent.Thought("a"));
        feed.accept(new RunEvent.Artifact(new ArtifactEvent.Prose("p")));
        feed.accept(new RunEvent.Thought("b"));
        feed.accept(new RunEvent.Answering("m"));
        feed.accept(new RunEvent.Thought("c"));
        frame();
        assertThat(shown)
                .containsExactly(
                        new RunEvent.Thought("a"),
                        new RunEvent.Artifact(new ArtifactEvent.Prose("p")),
                        new RunEvent.Thought("b"),
                        new RunEvent.Answering("m"),
                        new RunEvent.Thought("c"));
    }

    @Test
    void whatComesAfterADeliveryIsDeliveredAgain() {
        feed.accept(new RunEvent.Thought("a"));
        frame();
        feed.accept(new RunEvent.Thought("b"));
        frame();
        assertThat(shown).containsExactly(new RunEvent.Thought("a"), new RunEvent.Thought("b"));
    }

    @Test
    void aFloodComesInPiecesBetweenWhichTheWindowCanDraw() {
        String line = "x".repeat(1_000);
        for (int i = 0; i < 200; i++) {
            feed.accept(text("a.js", line));
        }
        assertThat(ui).hasSizeBetween(3, 5);
        frame();
        assertThat(shown)
                .extracting(e -> ((RunEvent.Artifact) e).event())
                .extracting(e -> ((ArtifactEvent.FileText) e).text())
                .allMatch(t -> t.length() < 70_000)
                .satisfies(all -> assertThat(String.join("", all)).hasSize(200_000));
    }

    @Test
    void countsThatComeWithEveryChunkAreTakenNowAndThen() {
        feed.accept(counted(1));
        feed.accept(text("a.js", "one "));
        for (int i = 2; i < 40; i++) {
            nanos += 10_000_000;
            feed.accept(counted(i));
            feed.accept(text("a.js", "x"));
        }
        frame();
        assertThat(shown)
                .containsExactly(
                        counted(1),
                        text("a.js", "one " + "x".repeat(29)),
                        counted(31),
                        text("a.js", "x".repeat(9)));
    }

    private void frame() {
        while (!ui.isEmpty()) {
            ui.remove().run();
        }
    }

    private static RunEvent counted(int tokens) {
        return new RunEvent.Counted(new Usage(1, 0, tokens, 0, false));
    }

    private static RunEvent text(String path, String text) {
        return new RunEvent.Artifact(new ArtifactEvent.FileText(path, text));
    }
}
