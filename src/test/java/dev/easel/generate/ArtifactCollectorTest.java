package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generate.ArtifactEvent.FileEnded;
import dev.easel.generate.ArtifactEvent.FileStarted;
import dev.easel.generate.ArtifactEvent.FileText;
import dev.easel.project.ProjectFile;
import org.junit.jupiter.api.Test;

class ArtifactCollectorTest {
    private final ArtifactCollector collector = new ArtifactCollector();

    private void file(String path, String text, boolean closed) {
        collector.accept(new FileStarted(path));
        collector.accept(new FileText(path, text));
        collector.accept(new FileEnded(path, closed));
    }

    @Test
    void aGrowingFileIsThereAlready() {
        collector.accept(new FileStarted("a.css"));
        collector.accept(new FileText("a.css", "a {"));
        assertThat(collector.artifact().files()).containsExactly(new ProjectFile("a.css", "a {"));
        assertThat(collector.complete()).isFalse();
    }

    @Test
    void theLastOfOnePathCountsInTheFirstOnesPlace() {
        file("a.css", "old", true);
        file("b.css", "b", true);
        file("a.css", "new", true);
        assertThat(collector.artifact().files())
                .containsExactly(new ProjectFile("a.css", "new"), new ProjectFile("b.css", "b"));
    }

    @Test
    void aFileOfWhichNothingCameIsLeftOut() {
        collector.accept(new FileStarted("a.css"));
        collector.accept(new FileEnded("a.css", false));
        assertThat(collector.artifact().isEmpty()).isTrue();
        assertThat(collector.complete()).isFalse();
    }

    @Test
    void aDocumentNeedsItsEndTag() {
        file("index.html", "<!doctype html>\n<body>", true);
        assertThat(collector.complete()).isFalse();
    }

    @Test
    void aPictureNeedsItsEndTag() {
        file("image.svg", "<?xml version=\"1.0\"?>\n<svg>\n<g>", true);
        assertThat(collector.complete()).isFalse();
    }

    @Test
    void aFragmentNeedsOnlyItsFence() {
        file("index.html", "<p>Hi</p>", true);
        assertThat(collector.complete()).isTrue();
    }

    @Test
    void aScriptMayHoldTheBeginningOfADocument() {
        file("app.js", "const page = `\n<html>\n`;", true);
        assertThat(collector.complete()).isTrue();
    }

    @Test
    void aDocumentThatEndedNeedsNoFence() {
        file("index.html", "<!doctype html>\n<body></body></HTML>\n", false);
        assertThat(collector.complete()).isTrue();
    }

    @Test
    void anythingElseNeedsItsFence() {
        file("app.js", "run();\n", false);
        assertThat(collector.complete()).isFalse();
    }
}
