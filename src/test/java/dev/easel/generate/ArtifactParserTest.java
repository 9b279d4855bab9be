package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generate.Replies.Parsed;
import dev.easel.generate.Replies.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArtifactParserTest {
    static Stream<Reply> replies() {
        return Replies.all();
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyRecordedReplyGivesItsFiles(Reply reply) {
        assertThat(Replies.parse(List.of(reply.text()))).isEqualTo(reply.expected());
    }

    @ParameterizedTest
    @MethodSource("replies")
    void noSplitInTwoChangesTheResult(Reply reply) {
        for (int i = 0; i <= reply.text().length(); i++) {
            List<String> chunks = List.of(reply.text().substring(0, i), reply.text().substring(i));
            assertThat(Replies.parse(chunks)).as("split at %s", i).isEqualTo(reply.expected());
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void noSplitIntoPiecesChangesTheResult(Reply reply) {
        Random random = new Random(20261123);
        for (int most : new int[] {1, 2, 3, 7, 20, 80}) {
            for (int i = 0; i < (most == 1 ? 1 : 40); i++) {
                assertThat(Replies.parse(split(reply.text(), most, random)))
                        .as("pieces of up to %s", most)
                        .isEqualTo(reply.expected());
            }
        }
    }

    @Test
    void noSplitOfScrambledRepliesChangesTheResult() {
        List<String> lines =
                Replies.all().flatMap(r -> r.text().lines().distinct()).distinct().toList();
        List<String> ends = List.of("\n", "\n", "\n", "\r\n", "", " \n", "```\n", "</html>\n");
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            StringBuilder reply = new StringBuilder();
            for (int n = random.nextInt(25); n >= 0; n--) {
                reply.append(lines.get(random.nextInt(lines.size())));
                reply.append(ends.get(random.nextInt(ends.size())));
            }
            String text = reply.toString();
            Parsed whole = Replies.parse(List.of(text));
            assertThat(Replies.parse(split(text, 1, random))).as(text).isEqualTo(whole);
            assertThat(Replies.parse(split(text, 12, random))).as(text).isEqualTo(whole);
        }
    }

    @Test
    void codeInsideALineIsPassedOnBeforeTheLineEnds() {
        List<ArtifactEvent> events = new ArrayList<>();
        ArtifactParser parser = new ArtifactParser(events::add);
        parser.accept("```html index.html\n<body><h1>Hel");
        assertThat(events)
                .containsExactly(
                        new ArtifactEvent.FileStarted("index.html"),
                        new ArtifactEvent.FileText("index.html", "<body><h1>Hel"));
    }

    @Test
    void whatMayBecomeAFenceIsHeldBack() {
        List<ArtifactEvent> events = new ArrayList<>();
        ArtifactParser parser = new ArtifactParser(events::add);
        parser.accept("```css style.css\n``");
        assertThat(events).isEmpty();
        parser.accept("x");
        assertThat(events).last().isEqualTo(new ArtifactEvent.FileText("style.css", "``x"));
    }

    @Test
    void proseIsPassedOnWordByWord() {
        List<ArtifactEvent> events = new ArrayList<>();
        ArtifactParser parser = new ArtifactParser(events::add);
        parser.accept("I will ");
        assertThat(events).containsExactly(new ArtifactEvent.Prose("I will "));
    }

    @Test
    void aBigChunkIsOneEvent() {
        List<ArtifactEvent> events = new ArrayList<>();
        ArtifactParser parser = new ArtifactParser(events::add);
        parser.accept("```css style.css\n" + "a {}\n".repeat(1000));
        assertThat(events).hasSize(2);
    }

    @Test
    void tenMegabytesInSmallChunksComeThroughWhole() {
        String code = "<p>some text in a line `with` ticks ```</p>\n".repeat(240_000);
        String text = "```html index.html\n<!DOCTYPE html>\n<html>\n" + code + "</html>\n```\n";
        Parsed parsed = Replies.parse(split(text, 40, new Random(1)));
        assertThat(parsed.artifact().files().getFirst().text())
                .hasSize(text.length() - "```html index.html\n```\n".length());
        assertThat(parsed.complete()).isTrue();
    }

    @Test
    void tenMegabytesOnOneLineComeThroughWhole() {
        String code = "a{}</div>``".repeat(1_000_000);
        for (String opener : List.of("```html index.html\n", "")) {
            String text = opener + "<!DOCTYPE html><html>" + code + "</html>";
            Parsed parsed = Replies.parse(split(text, 400, new Random(1)));
            assertThat(parsed.artifact().lines()).isEqualTo(1);
            assertThat(parsed.artifact().files().getFirst().text())
                    .hasSize(text.length() - opener.length());
        }
    }

    @Test
    void repliesOfNothingButFencesAndTagsEnd() {
        for (String line :
                List.of(
                        "```\n",
                        "```html\n",
                        "<think>\n",
                        "`",
                        " ",
                        "</html>\n",
                        "**a.js**\n",
                        "<svg")) {
            String text = "```html index.html\n<html>\n" + line.repeat(200_000);
            assertThat(Replies.parse(split(text, 300, new Random(1)))).isNotNull();
            assertThat(Replies.parse(split(line.repeat(200_000), 300, new Random(1)))).isNotNull();
        }
    }

    private static List<String> split(String text, int most, Random random) {
        List<String> chunks = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int end = Math.min(text.length(), i + 1 + random.nextInt(most));
            chunks.add(text.substring(i, end));
            i = end;
        }
        return chunks;
    }
}
