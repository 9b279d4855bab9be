package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generate.Replies.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyJoinTest {
    /// A model that goes on with a text: repeats some lines, and may open a fence once more.
    ///
    /// @param whole what it wants to have said
    /// @param kept how much of it has arrived
    private static String goOn(String whole, String kept, int repeated, String preface) {
        String prefix = isInFile(kept) ? preface : "";
        int from = kept.length();
        // Behind an opening fence of its own a model repeats code, not the words before it.
        int first = prefix.isEmpty() ? 0 : startOfBlock(kept);
        for (int i = 0; i < repeated && from > first; i++) {
            from = Math.max(first, kept.lastIndexOf('\n', from - 2) + 1);
        }
        return prefix + whole.substring(from);
    }

    private static int startOfBlock(String kept) {
        int at = 0;
        int start = 0;
        boolean open = false;
        for (String line : kept.split("(?<=\n)", -1)) {
            at += line.length();
            if (Fence.of(line).isPresent()) {
                open = !open;
                start = at;
            }
        }
        return start;
    }

    private static boolean isInFile(String kept) {
        List<ArtifactEvent> events = new ArrayList<>();
        ArtifactParser parser = new ArtifactParser(events::add);
        parser.accept(kept);
        parser.finish();
        return !events.isEmpty()
                && ((events.getLast() instanceof ArtifactEvent.FileEnded f && !f.closed())
                        || (events.getLast() instanceof ArtifactEvent.EditsEnded e && !e.closed()));
    }

    /// Where two texts begin to differ, and how; a sample is too long to be told whole.
    private static String seam(String joined, String wanted) {
        int most = Math.min(joined.length(), wanted.length());
        int at = 0;
        while (at < most && joined.charAt(at) == wanted.charAt(at)) {
            at++;
        }
        return at == wanted.length() && at == joined.length()
                ? ""
                : "at " + at + " is " + around(joined, at) + " not " + around(wanted, at);
    }

    private static String around(String text, int at) {
        return "<" + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60)) + ">";
    }

    static Stream<Reply> recorded() {
        return Stream.concat(Replies.all(), Stream.of(sample("windows-98"), sample("balloons")));
    }

    private static Reply sample(String name) {
        try (var in =
                ReplyJoinTest.class.getResourceAsStream("/assets/samples/" + name + "/reply.md")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Reply(name, text, Replies.parse(List.of(text)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void aReplyThatWasCutAnywhereIsJoinedWithoutASeam(Reply reply) {
        byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
        int step = bytes.length > 20_000 ? 970 : 10;
        for (int cut = 0; cut < bytes.length; cut += step) {
            // A character that was cut has not arrived.
            String broken = new String(bytes, 0, cut, StandardCharsets.UTF_8).replace("\uFFFD", "");
            String kept = ReplyJoin.kept(broken);
            assertThat(reply.text()).startsWith(kept);
            for (int repeated = 0; repeated <= 5; repeated++) {
                for (String preface :
                        List.of(
                                "",
                                "```html index.html\n",
                                "```\n",
                                "Continuing from where I left off:\n\n```html\n")) {
                    String more = goOn(reply.text(), kept, repeated, preface);
                    String joined = ReplyJoin.join(broken, more);
                    assertThat(seam(joined, reply.text()))
                            .as("cut at %s, %s lines repeated, %s", cut, repeated, preface)
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void severalCutsInARowLeaveNoSeam(Reply reply) {
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            String text = reply.text().substring(0, random.nextInt(reply.text().length() + 1));
            for (int cuts = 0; cuts < 4; cuts++) {
                String kept = ReplyJoin.kept(text);
                String more = goOn(reply.text(), kept, random.nextInt(4), "");
                boolean last = cuts == 3;
                int length = last ? more.length() : random.nextInt(more.length() + 1);
                text = ReplyJoin.join(text, more.substring(0, length));
            }
            assertThat(seam(text, reply.text())).isEmpty();
        }
    }

    @Test
    void piecesGiveTheSameAsTheWhole() {
        String reply = sample("balloons").text();
        String broken = reply.substring(0, reply.length() / 2);
        String kept = ReplyJoin.kept(broken);
        String more = goOn(reply, kept, 3, "```html\n");
        ReplyJoin join = new ReplyJoin(broken);
        StringBuilder text = new StringBuilder(kept);
        for (int i = 0; i < more.length(); i += 7) {
            text.append(join.accept(more.substring(i, Math.min(more.length(), i + 7))));
        }
        assertThat(text.append(join.finish())).hasToString(reply);
    }

    @Test
    void aModelThatBeginsTheFileAgainIsPassedOverUntilItGetsOn() {
        String reply = sample("balloons").text();
        String broken = reply.substring(0, reply.length() / 2);
        String block = reply.substring(reply.indexOf("```"));
        assertThat(seam(ReplyJoin.join(broken, block), reply)).isEmpty();
    }

    @Test
    void aPrefaceWithoutAFenceIsNoCode() {
        String broken = "```css a.css\nbody { color: red }\nmain { color: blue }\nfoo";
        assertThat(ReplyJoin.kept(broken)).endsWith("red }\n");
        assertThat(ReplyJoin.join(broken, "Here is the rest of the code:\nmain {}\n```\n"))
                .isEqualTo("```css a.css\nbody { color: red }\nmain {}\n```\n");
    }

    @Test
    void withoutAnythingToGoOnFromTheReplyBeginsAnew() {
        assertThat(ReplyJoin.kept("Here")).isEmpty();
        assertThat(ReplyJoin.join("Here", "Here it is.")).isEqualTo("Here it is.");
    }
}
