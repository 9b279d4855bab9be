package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Artifact;
import dev.easel.project.Edit;
import dev.easel.project.ProjectFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Search/replace blocks in replies, in the ways in which models write them.
class EditsTest {
    private static final String BLOCK =
            "<<<<<<< SEARCH\n  <p>one</p>\n=======\n  <p>1</p>\n>>>>>>> REPLACE\n";
    private static final Edit EDIT = new Edit("  <p>one</p>\n", "  <p>1</p>\n");
    private static final String SECOND = "<<<<<<< SEARCH\nb {}\n=======\nc {}\n>>>>>>> REPLACE\n";

    record Case(String name, String reply, List<ArtifactEvent> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<ArtifactEvent> edits(String path, boolean closed, Edit... edits) {
        List<ArtifactEvent> events = new ArrayList<>();
        events.add(new ArtifactEvent.EditsStarted(path));
        for (Edit edit : edits) {
            events.add(new ArtifactEvent.Edited(path, edit));
        }
        events.add(new ArtifactEvent.EditsEnded(path, closed));
        return events;
    }

    private static Case of(String name, String reply, List<ArtifactEvent> expected) {
        return new Case(name, reply, expected);
    }

    static Stream<Case> cases() {
        List<ArtifactEvent> one = edits("index.html", true, EDIT);
        List<ArtifactEvent> both = new ArrayList<>(one);
        both.addAll(edits("style.css", true, new Edit("b {}\n", "c {}\n")));
        return Stream.of(
                of("as asked for", "```html index.html\n" + BLOCK + "```\n", one),
                of("blank line first", "```html index.html\n\n" + BLOCK + "\n```\n", one),
                of("path on the next line", "```html\nindex.html\n" + BLOCK + "```\n", one),
                of("path alone in a bare fence", "```\nindex.html\n" + BLOCK + "```\n", one),
                of("path before the fence", "**index.html**\n```html\n" + BLOCK + "```\n", one),
                of("path before a diff fence", "index.html\n```diff\n" + BLOCK + "```\n", one),
                of("no path", "```html\n" + BLOCK + "```\n", one),
                of("no fence", "index.html\n" + BLOCK + "\n", one),
                of("fence not closed", "```html index.html\n" + BLOCK, one),
                of(
                        "two blocks",
                        "```html index.html\n" + BLOCK + "\n" + BLOCK + "```\n",
                        edits("index.html", true, EDIT, EDIT)),
                of(
                        "two fences",
                        "```html index.html\n" + BLOCK + "```\n```css style.css\n" + SECOND + "```",
                        both),
                of(
                        "two files in a fence",
                        "```\nindex.html\n" + BLOCK + "style.css\n" + SECOND + "```\n",
                        both),
                of(
                        "fence forgotten between files",
                        "```html index.html\n" + BLOCK + "```css style.css\n" + SECOND + "```",
                        both),
                of(
                        "nothing put in",
                        "```html index.html\n<<<<<<< SEARCH\na\n=======\n>>>>>>> REPLACE\n```\n",
                        edits("index.html", true, new Edit("a\n", ""))),
                of(
                        "more signs, and other words",
                        "```html index.html\n<<<<<<<< SEARCH index.html\na\n========\nb\n>>>>>>>>"
                                + " replace\n```\n",
                        edits("index.html", true, new Edit("a\n", "b\n"))),
                of(
                        "a rule in the replacement",
                        "```md a.md\n<<<<<<< SEARCH\na\n=======\nb\n=======\n>>>>>>> REPLACE\n```",
                        edits("a.md", true, new Edit("a\n", "b\n=======\n"))),
                of(
                        "fences in a block",
                        "```md a.md\n<<<<<<< SEARCH\n```\na\n```\n=======\n```js\nb\n```\n>>>>>>>"
                                + " REPLACE\n```",
                        edits("a.md", true, new Edit("```\na\n```\n", "```js\nb\n```\n"))),
                of(
                        "last line of a block forgotten",
                        "```html index.html\n<<<<<<< SEARCH\na\n=======\nb\n```\n",
                        edits("index.html", true, new Edit("a\n", "b\n"))),
                of(
                        "last line forgotten before another block",
                        "```html index.html\n<<<<<<< SEARCH\na\n=======\nb\n" + BLOCK + "```\n",
                        edits("index.html", true, new Edit("a\n", "b\n"), EDIT)),
                of(
                        "middle line forgotten",
                        "```html index.html\n<<<<<<< SEARCH\na\n>>>>>>> REPLACE\n"
                                + BLOCK
                                + "```\n",
                        List.of(
                                new ArtifactEvent.EditsStarted("index.html"),
                                new ArtifactEvent.BadEdit("index.html", "a\n"),
                                new ArtifactEvent.Edited("index.html", EDIT),
                                new ArtifactEvent.EditsEnded("index.html", true))),
                of(
                        "cut in a search",
                        "```html index.html\n" + BLOCK + "<<<<<<< SEARCH\na\n",
                        edits("index.html", false, EDIT)),
                of(
                        "cut in a replacement",
                        "```html index.html\n" + BLOCK + "<<<<<<< SEARCH\na\n=======\nb",
                        edits("index.html", false, EDIT)),
                of(
                        "windows line ends",
                        ("```html index.html\n" + BLOCK + "```\n").replace("\n", "\r\n"),
                        edits("index.html", true, new Edit("  <p>one</p>\r\n", "  <p>1</p>\r\n"))));
    }

    private static List<ArtifactEvent> parse(List<String> chunks) {
        List<ArtifactEvent> events = new ArrayList<>();
        ArtifactParser parser = new ArtifactParser(events::add);
        chunks.forEach(parser::accept);
        parser.finish();
        return events.stream().filter(e -> !(e instanceof ArtifactEvent.Prose)).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void blocksAreFound(Case c) {
        assertThat(parse(List.of(c.reply()))).isEqualTo(c.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noSplitChangesThem(Case c) {
        for (int i = 0; i <= c.reply().length(); i++) {
            assertThat(parse(List.of(c.reply().substring(0, i), c.reply().substring(i))))
                    .as("split at %s", i)
                    .isEqualTo(c.expected());
        }
        Random random = new Random(5);
        for (int n = 0; n < 50; n++) {
            List<String> chunks = new ArrayList<>();
            for (int i = 0; i < c.reply().length(); ) {
                int end = Math.min(c.reply().length(), i + 1 + random.nextInt(n < 5 ? 1 : 9));
                chunks.add(c.reply().substring(i, end));
                i = end;
            }
            assertThat(parse(chunks)).isEqualTo(c.expected());
        }
    }

    @Test
    void aBlockIsToldWhenItIsWhole() {
        List<ArtifactEvent> events = new ArrayList<>();
        ArtifactParser parser = new ArtifactParser(events::add);
        parser.accept("```html index.html\n" + BLOCK.substring(0, BLOCK.length() - 1));
        assertThat(events).containsExactly(new ArtifactEvent.EditsStarted("index.html"));
        parser.accept("\n");
        assertThat(events).last().isEqualTo(new ArtifactEvent.Edited("index.html", EDIT));
    }

    @Test
    void theRestOfAReplyStaysProse() {
        StringBuilder prose = new StringBuilder();
        ArtifactParser parser =
                new ArtifactParser(event -> {
                    if (event instanceof ArtifactEvent.Prose(String text)) {
                        prose.append(text);
                    }
                });
        parser.accept("I made it 1.\n```html index.html\n" + BLOCK + "```\nDone.\n");
        parser.finish();
        assertThat(prose).hasToString("I made it 1.\nDone.\n");
    }

    private static final Artifact BASE =
            new Artifact(
                    List.of(
                            new ProjectFile("page.html", "<p>\n  <p>one</p>\n</p>\n"),
                            new ProjectFile("style.css", "b {}\n")));

    private static ArtifactCollector collect(String reply) {
        ArtifactCollector collector = new ArtifactCollector(BASE);
        ArtifactParser parser = new ArtifactParser(collector::accept);
        parser.accept(reply);
        parser.finish();
        return collector;
    }

    @Test
    void changesAreMadeToTheFilesOfBefore() {
        ArtifactCollector made = collect("```css style.css\n" + SECOND + "```\n");
        assertThat(made.artifact().files()).containsExactly(new ProjectFile("style.css", "c {}\n"));
        assertThat(made.complete()).isTrue();
        assertThat(made.refused()).isEmpty();
    }

    @Test
    void aWrongNameDoesNoHarmWhenOneFileHasTheLines() {
        ArtifactCollector made = collect("```html index.html\n" + BLOCK + "```\n");
        assertThat(made.artifact().files())
                .containsExactly(new ProjectFile("page.html", "<p>\n  <p>1</p>\n</p>\n"));
    }

    @Test
    void aChangeThatDoesNotFitIsToldWithTheFile() {
        ArtifactCollector made = collect("```css style.css\n" + BLOCK + SECOND + "```\n");
        assertThat(made.refused()).hasSize(1);
        assertThat(made.refused().getFirst().path()).isEqualTo("style.css");
    }

    @Test
    void aReplyThatEndsInsideABlockIsNotComplete() {
        assertThat(collect("```css style.css\n" + SECOND + "<<<<<<< SEARCH\nc").complete())
                .isFalse();
    }

    @Test
    void anEmptySearchMakesANewFile() {
        ArtifactCollector made =
                collect("```js new.js\n<<<<<<< SEARCH\n=======\nlet a;\n>>>>>>> REPLACE\n```\n");
        assertThat(made.artifact().files()).containsExactly(new ProjectFile("new.js", "let a;\n"));
    }
}
