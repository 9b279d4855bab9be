package dev.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generate.ArtifactEvent;
import dev.easel.generate.RunEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFeedTest {
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final List<RunEvent> shown = new ArrayList<>();
    private final RunFeed feed = new RunFeed(ui::add, shown::add);

    @Test
    void textsBetweenTwoFramesAreOneUpdate() {
        feed.accept(text("a.js", "const "));
        feed.accept(text("a.js", "x"));
        feed.accept(text("b.js", "y"));
        assertThat(ui).hasSize(1);
        ui.remove().run();
        assertThat(shown).containsExactly(text("a.js", "const x"), text("b.js", "y"));
    }

    @Test
    void orderIsKeptBetweenKinds() {
        feed.accept(new RunEvent.Thought("a"));
        feed.accept(new RunEvent.Artifact(new ArtifactEvent.Prose("p")));
        feed.accept(new RunEvent.Thought("b"));
        feed.accept(new RunEvent.Answering("m"));
        feed.accept(new RunEvent.Thought("c"));
        ui.remove().run();
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
        ui.remove().run();
        feed.accept(new RunEvent.Thought("b"));
        ui.remove().run();
        assertThat(shown).containsExactly(new RunEvent.Thought("a"), new RunEvent.Thought("b"));
    }

    private static RunEvent text(String path, String text) {
        return new RunEvent.Artifact(new ArtifactEvent.FileText(path, text));
    }
}
