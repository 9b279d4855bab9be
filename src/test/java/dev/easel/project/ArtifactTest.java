package dev.easel.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArtifactTest {
    private static Artifact of(String... paths) {
        return new Artifact(Stream.of(paths).map(p -> new ProjectFile(p, "x\n")).toList());
    }

    private static String entry(String... paths) {
        return of(paths).entry().map(ProjectFile::path).orElse("none");
    }

    @Test
    void indexHtmlIsTheEntryWhereverItStands() {
        assertThat(entry("a.html", "index.html")).isEqualTo("index.html");
    }

    @Test
    void elseTheFirstHtmlFileIsTheEntry() {
        assertThat(entry("x.svg", "b.HTM", "a.html")).isEqualTo("b.HTM");
    }

    @Test
    void elseTheFirstSvg() {
        assertThat(entry("style.css", "one.svg", "two.svg")).isEqualTo("one.svg");
    }

    @Test
    void whatNoPreviewCanShowHasNoEntry() {
        assertThat(entry("notes.txt")).isEqualTo("none");
        assertThat(Artifact.EMPTY.entry()).isEmpty();
        assertThat(Artifact.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void twoFilesOfOnePathAreRefused() {
        assertThatThrownBy(() -> of("a.js", "a.js")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileIsFoundByItsPath() {
        assertThat(of("a.js", "b.js").file("b.js")).contains(new ProjectFile("b.js", "x\n"));
        assertThat(of("a.js").file("c.js")).isEmpty();
    }

    @Test
    void theLinesOfAllFilesCount() {
        assertThat(of("a", "b", "c").lines()).isEqualTo(3);
    }

    @Test
    void laterChangesOfTheListDoNotCount() {
        List<ProjectFile> files = new ArrayList<>(List.of(new ProjectFile("a", "")));
        Artifact artifact = new Artifact(files);
        files.clear();

        assertThat(artifact.files()).hasSize(1);
    }
}
