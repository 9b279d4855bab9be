package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.history.InMemoryHistoryRepository;
import dev.easel.project.Asked;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.provider.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Runs that start from an older revision.
class BranchesTest {
    private final InMemoryHistoryRepository history = new InMemoryHistoryRepository();
    private final PromptComposer composer =
            new PromptComposer(
                    new SystemPrompt(
                            "system", () -> new PreviewFacts(List.of(), List.of(), List.of())));
    private ScriptedProvider provider = new ScriptedProvider();
    private Optional<String> project = Optional.empty();

    private Revision ask(String prompt, String reply, String from) throws InterruptedException {
        RunEvent.Ended ended = run(prompt, reply, from);
        assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETE);
        return ended.revision().orElseThrow();
    }

    private RunEvent.Ended run(String prompt, String reply, String from)
            throws InterruptedException {
        provider = new ScriptedProvider().says(reply).stops();
        RunSpec spec = new RunSpec(provider, "m", "", prompt, project, List.of()).from(from);
        RunEvent.Ended ended =
                new RunService(history, composer, Runnable::run, System::nanoTime)
                        .start(spec, event -> {})
                        .await();
        project = Optional.of(ended.run().projectId());
        return ended;
    }

    private static String page(String body) {
        return "```html index.html\n<!DOCTYPE html>\n<p>" + body + "</p>\n</html>\n```\n";
    }

    private static String edit(String before, String after) {
        return "```html index.html\n<<<<<<< SEARCH\n<p>"
                + before
                + "</p>\n=======\n<p>"
                + after
                + "</p>\n>>>>>>> REPLACE\n```\n";
    }

    private String sent() {
        return provider.requests.getFirst().messages().stream()
                .map(Message::text)
                .collect(Collectors.joining("\n"));
    }

    private List<String> bases() {
        return history.runs(project.orElseThrow()).stream()
                .map(Run::asked)
                .map(Asked::base)
                .toList();
    }

    @Test
    void changesAreMadeToTheRevisionThatIsNamed() throws InterruptedException {
        Revision first = ask("a page", page("one"), "");
        ask("say two", edit("one", "two"), first.id());

        Revision third = ask("say three", edit("one", "three"), first.id());

        assertThat(third.number()).isEqualTo(3);
        assertThat(third.artifact().file("index.html").orElseThrow().text()).contains("three");
        assertThat(bases()).containsExactly("", first.id(), first.id());
    }

    @Test
    void promptsOfOtherBranchesAreNotSent() throws InterruptedException {
        Revision first = ask("a page", page("one"), "");
        Revision second = ask("say two", edit("one", "two"), first.id());
        Revision third = ask("say three", edit("one", "three"), first.id());
        assertThat(sent()).contains("a page").doesNotContain("say two");

        ask("louder", edit("three", "THREE"), third.id());
        assertThat(sent()).contains("a page", "say three", "<p>three</p>");
        assertThat(sent()).doesNotContain("say two");

        ask("louder", edit("two", "TWO"), second.id());
        assertThat(sent()).contains("say two", "<p>two</p>").doesNotContain("say three");
    }

    @Test
    void whatWasSaidOfARevisionGoesWithItOnly() throws InterruptedException {
        Revision first = ask("a page", page("one"), "");
        Revision second = ask("say two", edit("one", "two"), first.id());
        run("which colour?", "Red or green?", first.id());

        run("green", "Then green.", first.id());
        assertThat(sent()).contains("which colour?", "Red or green?");

        run("blue", "Then blue.", second.id());
        assertThat(sent()).doesNotContain("which colour?");
    }

    @Test
    void withoutANameTheNewestWholeRevisionIsTaken() throws InterruptedException {
        ask("a page", page("one"), "");
        ask("say two", edit("one", "two"), "");
        provider = new ScriptedProvider();

        Revision third = ask("say three", edit("two", "three"), "no such revision");

        assertThat(third.artifact().file("index.html").orElseThrow().text()).contains("three");
    }

    @Test
    void aReplyThatBrokeOffGoesOnFromItsOwnRevision() throws InterruptedException {
        Revision first = ask("a page", page("one"), "");
        ask("say two", edit("one", "two"), first.id());
        provider =
                new ScriptedProvider()
                        .says("```html index.html\n<<<<<<< SEARCH\n<p>one</p>\n=======\n<p>th");
        RunSpec spec = new RunSpec(provider, "m", "", "say three", project, List.of());
        RunService runs = new RunService(history, composer, Runnable::run, System::nanoTime);
        Run broken = runs.start(spec.from(first.id()), event -> {}).await().run();
        assertThat(broken.status()).isEqualTo(RunStatus.PARTIAL);

        provider =
                new ScriptedProvider()
                        .says("=======\n<p>three</p>\n>>>>>>> REPLACE\n```\n")
                        .stops();
        RunChain chain = RunChain.endingWith(history.runs(project.orElseThrow()), broken.id());
        RunSpec goOn = new RunSpec(provider, "m", "", "", project, List.of()).continuing(chain);
        RunEvent.Ended ended = runs.start(goOn, event -> {}).await();
        assertThat(ended.run().message()).isEmpty();
        Revision third = ended.revision().orElseThrow();

        assertThat(third.partial()).isFalse();
        assertThat(third.artifact().file("index.html").orElseThrow().text())
                .contains("<p>three</p>");
    }
}
