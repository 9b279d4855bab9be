package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Artifact;
import dev.easel.project.Asked;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptComposerTest {
    private final PromptComposer composer =
            new PromptComposer(
                    SystemPrompt.bundled(() ->
                            PreviewFacts.current(List.of("three.js 1.2.3: `https://a.example/`"))));

    private static Run run(String id, String prompt, RunStatus status, String reply) {
        return new Run(
                id,
                "p",
                Instant.EPOCH,
                Asked.prompt("x", "m", "", prompt),
                "",
                reply,
                RunResult.of(status, ""));
    }

    private static Revision revision(String runId, String text) {
        Artifact artifact = new Artifact(List.of(new ProjectFile("index.html", text)));
        return new Revision("v", "p", 1, Instant.EPOCH, runId, false, artifact);
    }

    private GenerateRequest compose(List<Run> earlier, Optional<Revision> current) {
        return composer.compose(
                        "m",
                        "low",
                        Message.user("now this"),
                        earlier,
                        current,
                        Guidance.NONE,
                        Tokens.USUAL_BUDGET)
                .request();
    }

    @Test
    void everyPlaceholderOfTheSystemPromptIsFilled() {
        assertThat(compose(List.of(), Optional.empty()).system())
                .doesNotContain("{{")
                .contains("- three.js 1.2.3: `https://a.example/`")
                .contains("backdrop-filter", "```html index.html");
    }

    @Test
    void theFirstPromptGoesAlone() {
        assertThat(compose(List.of(), Optional.empty()).messages())
                .containsExactly(Message.user("now this"));
    }

    @Test
    void currentFilesComeOnceInTheFormatAskedFor() {
        List<Run> earlier =
                List.of(
                        run("1", "a page", RunStatus.COMPLETE, "old reply one"),
                        run("2", "make it red", RunStatus.COMPLETE, "old reply two"));
        GenerateRequest request = compose(earlier, Optional.of(revision("2", "<p>red</p>")));
        assertThat(request.messages()).hasSize(3);
        assertThat(request.messages().get(0).text()).contains("- a page\n- make it red");
        assertThat(request.messages().get(1).text())
                .contains("```html index.html\n<p>red</p>\n```\n")
                .doesNotContain("old reply");
        assertThat(request.messages().get(2)).isEqualTo(Message.user("now this"));
    }

    @Test
    void filesWithFencesGetLongerOnes() {
        String text = "<pre>\n```\n</pre>\n";
        GenerateRequest request =
                compose(
                        List.of(run("1", "a page", RunStatus.COMPLETE, "")),
                        Optional.of(revision("1", text)));
        String said = request.messages().get(1).text();
        assertThat(said).contains("````html index.html\n" + text + "````\n");
        assertThat(Replies.parse(List.of(said)).artifact().files())
                .containsExactly(new ProjectFile("index.html", text));
    }

    @Test
    void aQuestionOfTheModelIsPartOfTheConversation() {
        GenerateRequest request =
                compose(
                        List.of(run("1", "a page", RunStatus.FAILED, "Which colour?")),
                        Optional.empty());
        assertThat(request.messages())
                .containsExactly(
                        Message.user("a page"),
                        Message.model("Which colour?"),
                        Message.user("now this"));
    }

    @Test
    void aBrokenReplyIsToldButNotRepeated() {
        List<Run> earlier =
                List.of(
                        run("1", "a page", RunStatus.COMPLETE, ""),
                        run("2", "make it red", RunStatus.PARTIAL, "half a page"));
        GenerateRequest request = compose(earlier, Optional.of(revision("1", "<p></p>")));
        assertThat(request.messages()).hasSize(5);
        assertThat(request.messages().get(2).text()).isEqualTo("make it red");
        assertThat(request.messages().get(3).text()).contains("broke off");
    }

    @Test
    void whatTheUserStoppedOrNeverReachedAModelIsLeftOut() {
        List<Run> earlier =
                List.of(
                        run("1", "stopped", RunStatus.CANCELLED, "half"),
                        run("2", "no key", RunStatus.FAILED, ""));
        assertThat(compose(earlier, Optional.empty()).messages()).hasSize(1);
    }

    @Test
    void rolesAlternate() {
        List<Run> earlier =
                List.of(
                        run("1", "a", RunStatus.COMPLETE, ""),
                        run("2", "b", RunStatus.PARTIAL, "x"),
                        run("3", "c", RunStatus.CANCELLED, "x"),
                        run("4", "d", RunStatus.FAILED, "x"));
        List<Message> messages = compose(earlier, Optional.of(revision("1", "<p></p>"))).messages();
        for (int i = 0; i < messages.size(); i++) {
            Message.Role expected = i % 2 == 0 ? Message.Role.USER : Message.Role.MODEL;
            assertThat(messages.get(i).role()).isEqualTo(expected);
        }
        assertThat(messages).hasSize(7);
    }
}
