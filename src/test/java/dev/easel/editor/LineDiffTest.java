package dev.easel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Artifact;
import dev.easel.project.FileChanges;
import dev.easel.project.ProjectFile;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    private static String drawn(LineDiff diff) {
        return diff.lines().stream()
                .map(l ->
                        switch (l.kind()) {
                            case SAME -> " " + l.text();
                            case REMOVED -> "-" + l.text();
                            case ADDED -> "+" + l.text();
                        })
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aChangedLineIsRemovedAndThenAdded() {
        LineDiff diff = LineDiff.of("a", "a\nb\nc\n", "a\nx\nc\n");
        assertThat(drawn(diff)).isEqualTo(" a\n-b\n+x\n c");
        assertThat(diff.changes()).containsExactly(1);
        assertThat(diff.count()).isEqualTo(new FileChanges("a", 1, 1, 1));
    }

    @Test
    void linesHaveTheNumbersOfBothTexts() {
        assertThat(LineDiff.of("a", "a\nb\n", "x\na\nb\n").lines().getLast())
                .isEqualTo(new LineDiff.Line(LineDiff.Kind.SAME, 2, 3, "b"));
    }

    @Test
    void lineEndsDoNotDiffer() {
        assertThat(LineDiff.of("a", "a\r\nb", "a\nb\n").changes()).isEmpty();
    }

    @Test
    void anyTwoTextsAreBothInTheComparison() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            String before = text(random);
            String now = text(random);
            LineDiff diff = LineDiff.of("a", before, now);
            assertThat(side(diff, LineDiff.Kind.ADDED)).isEqualTo(before);
            assertThat(side(diff, LineDiff.Kind.REMOVED)).isEqualTo(now);
            assertThat(drawn(diff)).doesNotContain("\n+a\n-").doesNotContain("\n+b\n-");
        }
    }

    private static String side(LineDiff diff, LineDiff.Kind without) {
        return diff.lines().stream()
                .filter(l -> l.kind() != without)
                .map(l -> l.text() + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 3)
                .mapToObj(i -> List.of("a", "b", "c").get(i) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void filesThatAreNewOrGoneAreCompared() {
        Artifact before = new Artifact(List.of(file("a", "1\n"), file("b", "2\n")));
        Artifact now = new Artifact(List.of(file("a", "1\n"), file("c", "3\n")));
        assertThat(LineDiff.between(before, now))
                .extracting(LineDiff::path)
                .containsExactly("c", "b");
    }

    private static ProjectFile file(String path, String text) {
        return new ProjectFile(path, text);
    }

    @Test
    void farFromChangesEqualLinesAreOneNote() {
        String text = "line\n".repeat(30);
        List<DiffRow> rows = DiffRow.of(LineDiff.of("a", text + "x\n" + text, text + "y\n" + text));
        assertThat(rows).hasSize(1 + 4 + 2 + 4 + 1);
        assertThat(rows.getFirst().text()).contains("26 lines");
        assertThat(DiffRow.indexOfChange(rows, 0)).isEqualTo(5);
    }

    @Test
    void wordsThatDifferAreMarkedOnBothSides() {
        List<DiffRow> rows = DiffRow.of(LineDiff.of("a", "let a = 1;\n", "let a = 22;\n"));
        assertThat(rows.get(0).text().substring(rows.get(0).from(), rows.get(0).to()))
                .isEqualTo("1");
        assertThat(rows.get(1).text().substring(rows.get(1).from(), rows.get(1).to()))
                .isEqualTo("22");
    }
}
