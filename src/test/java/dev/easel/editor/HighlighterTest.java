package dev.easel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpans;
import org.junit.jupiter.api.Test;

class HighlighterTest {
    private static final List<String> PAGE =
            List.of(
                    "<!DOCTYPE html>",
                    "<style>",
                    "/* one",
                    "   two */ .a { color: red }",
                    "</style>",
                    "<script>",
                    "const text = `first ${1}",
                    "<b>still the string</b>`;",
                    "</script>");

    @Test
    void stylesCarryOverFromLineToLine() {
        List<String> styles = perCharacter(new Highlighter(Syntax.HTML).read(0, PAGE));
        assertThat(styles.get(offset(3))).isEqualTo("code-comment");
        assertThat(styles.get(offset(7) + 3)).isEqualTo("code-string");
    }

    @Test
    void keywordsTagsAndNumbersAreTold() {
        Highlighter html = new Highlighter(Syntax.HTML);
        assertThat(perCharacter(html.read(0, List.of("<div id=\"a\">x</div>"))))
                .contains("code-tag", "code-attribute", "code-string");
        Highlighter script = new Highlighter(Syntax.JAVASCRIPT);
        assertThat(perCharacter(script.read(0, List.of("const a = 12;"))))
                .contains("code-keyword", "code-number");
    }

    @Test
    void spansCoverTheTextExactly() {
        assertThat(new Highlighter(Syntax.HTML).read(0, PAGE).length())
                .isEqualTo(String.join("\n", PAGE).length());
    }

    @Test
    void readingInPiecesGivesTheSameAsReadingAtOnce() {
        List<String> whole = perCharacter(new Highlighter(Syntax.HTML).read(0, PAGE));
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            assertThat(streamed(String.join("\n", PAGE), random)).isEqualTo(whole);
        }
    }

    @Test
    void aMinifiedLineIsNotStyled() {
        String line = "var a=1;".repeat(2_000);
        assertThat(new Highlighter(Syntax.JAVASCRIPT).read(0, List.of(line)).getSpanCount())
                .isEqualTo(1);
    }

    // Appends random chunks and reads again from the line that grew, as the code pane does.
    private static List<String> streamed(String text, Random random) {
        Highlighter highlighter = new Highlighter(Syntax.HTML);
        List<String> styles = new ArrayList<>();
        int end = 0;
        while (end < text.length()) {
            int line = (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
            int start = text.lastIndexOf('\n', end - 1) + 1;
            end = Math.min(text.length(), end + 1 + random.nextInt(30));
            List<String> lines = text.substring(end == 0 ? 0 : start, end).lines().toList();
            if (text.charAt(end - 1) == '\n') {
                lines = new ArrayList<>(lines);
                lines.add("");
            }
            styles.subList(start, styles.size()).clear();
            styles.addAll(perCharacter(highlighter.read(line, lines)));
        }
        return styles;
    }

    private static List<String> perCharacter(StyleSpans<Collection<String>> spans) {
        List<String> styles = new ArrayList<>();
        for (StyleSpan<Collection<String>> span : spans) {
            for (int i = 0; i < span.getLength(); i++) {
                styles.add(String.join(" ", span.getStyle()));
            }
        }
        return styles;
    }

    private static int offset(int line) {
        return PAGE.subList(0, line).stream().mapToInt(l -> l.length() + 1).sum();
    }
}
