package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElisionTest {
    private static final String LONG = "line\n".repeat(50);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// ... rest of the code unchanged",
                "// ... rest unchanged ...",
                "// ...rest of the code remains the same...",
                "/* ... existing styles ... */",
                "/* rest of the styles remain unchanged */",
                "<!-- existing code -->",
                "<!-- ... rest of the page unchanged -->",
                "<!-- same as before -->",
                "// same as before",
                "// (same as above)",
                "// existing code remains unchanged",
                "// the rest of the code stays the same",
                "// Rest of the script as before",
                "// ... keep existing event listeners ...",
                "// keep the rest of your code",
                "// Other functions remain unchanged",
                "// previous code here",
                "// ... (rest of the functions)",
                "// [rest of the code unchanged]",
                "// The remaining functions are the same as before",
                "// all other methods unchanged",
                "// omitted for brevity",
                "// ... ",
                "// \u2026 existing code \u2026",
                "function draw() { /* same as before */ }",
                "const x = 1; // ... rest of the code unchanged",
                "# ... rest of the file unchanged",
                "* ... rest of the implementation unchanged",
                "// rest of the code goes here",
                "// Drawing code goes here",
            })
    void aRemarkInPlaceOfCodeIsFound(String line) {
        assertThat(Elision.in("a.js", LONG, "first\n" + line + "\nlast\n"))
                .extracting(Elision::line)
                .containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// draw the rest of the balloons",
                "// the rest of the frame is the same for every player",
                "// Keep existing high score if it is better",
                "// restore the previous position",
                "// existing balls bounce off the new one",
                "// remaining lives",
                "// The rest position of the spring",
                "// same as Math.round, but for negative numbers",
                "// unchanged pixels are skipped",
                "// x stays the same while y falls",
                "const same = previous === current; // as fast as possible",
                "<!-- Rest area -->",
                "/* Reset: other elements inherit */",
                "// TODO: nothing",
                "rest of the code unchanged",
                "<p>The rest of the page is unchanged.</p>",
                "const text = \"... rest of the code unchanged\";",
                "const [first, ...rest] = list;",
                "f(...args); // spread",
                "// loading...",
                "// Wait... then go",
                "content: '...'; /* ellipsis */",
                "/* Existing customers section */",
                "// original image data",
                "#rest { color: red; }",
                "// other players are drawn by the server",
                "// same colour as before the hit",
                "// the class body",
                "// everything else falls down",
                "--existing-color: red;",
            })
    void anOrdinaryCommentIsNot(String line) {
        assertThat(Elision.in("a.js", LONG, "first\n" + line + "\nlast\n")).isEmpty();
    }

    @Test
    void aRemarkThatWasThereBeforeIsNotNew() {
        assertThat(Elision.in("a.js", LONG + "// same as before\n", "a\n  // same as before\n"))
                .isEmpty();
    }

    @Test
    void threeDotsCountOnlyInATextThatBecameShorter() {
        assertThat(Elision.in("a.js", "one\n", "one\ntwo\n// ...\n")).isEmpty();
    }

    @Test
    void aFileThatIsNewHasNothingToLeaveOut() {
        List<ProjectFile> made =
                List.of(new ProjectFile("a.js", "// rest of the code unchanged\n"));
        assertThat(Elision.inFiles(Artifact.EMPTY, made)).isEmpty();
    }
}
