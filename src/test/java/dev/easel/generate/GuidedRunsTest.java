package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.history.InMemoryHistoryRepository;
import dev.easel.project.Asked;
import dev.easel.project.Attachment;
import dev.easel.project.ImageNote;
import dev.easel.project.Origin;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Runs with images, runs of projects with instructions of their own, and better wordings.
class GuidedRunsTest {
    private static final String PAGE =
            "```html index.html\n<!DOCTYPE html>\n<p>hi</p>\n</html>\n```\n";

    private final InMemoryHistoryRepository history = new InMemoryHistoryRepository();
    private final PromptComposer composer =
            new PromptComposer(
                    new SystemPrompt(
                            "Easel: {{libraries}}",
                            () -> new PreviewFacts(List.of("d3"), List.of(), List.of())));
    private final List<RunEvent> events = new ArrayList<>();

    private RunEvent.Ended run(RunSpec spec) throws InterruptedException {
        return new RunService(history, composer, Runnable::run, System::nanoTime)
                .start(spec, events::add)
                .await();
    }

    private static Attachment image(int content) {
        byte[] bytes = {(byte) content};
        return new Attachment(new ImageNote("a.png", "image/png", 1, 1, 1, bytes), bytes);
    }

    private static RunSpec spec(ScriptedProvider provider, String prompt, Attachment... images) {
        return new RunSpec(provider, "m", "", prompt, Optional.empty(), List.of(images));
    }

    private static RunSpec in(Project project, ScriptedProvider provider, String prompt) {
        return new RunSpec(provider, "m", "", prompt, Optional.of(project.id()), List.of());
    }

    private static List<Integer> images(GenerateRequest request) {
        return request.messages().stream()
                .flatMap(m -> m.images().stream())
                .map(Message.Image::bytes)
                .map(b -> (int) b[0])
                .toList();
    }

    private Project onlyProject() {
        return history.projects().getFirst();
    }

    @Test
    void aReplyThatIsContinuedIsShownTheSameImages() throws InterruptedException {
        var first = new ScriptedProvider().says("```html index.html\n<!DOCTYPE html>\n<p>");
        Run cut = run(spec(first, "like this", image(7))).run();
        var second = new ScriptedProvider().says("hi</p>\n</html>\n```\n").stops();
        RunSpec again = in(onlyProject(), second, "");
        RunEvent.Ended ended = run(again.continuing(new RunChain(List.of(cut))));

        assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(images(second.requests.getFirst())).containsExactly(7);
        assertThat(history.imageNotes(onlyProject().id())).containsOnlyKeys(cut.id());
    }

    @Test
    void theNextPromptDoesNotShowThemAgain() throws InterruptedException {
        run(spec(new ScriptedProvider().says(PAGE).stops(), "like this", image(7)));
        var second = new ScriptedProvider().says(PAGE).stops();
        run(in(onlyProject(), second, "blue"));

        assertThat(images(second.requests.getFirst())).isEmpty();
    }

    @Test
    void imagesAreCountedAmongWhatIsSent() throws InterruptedException {
        run(spec(new ScriptedProvider().says(PAGE).stops(), "x", image(1), image(2)));
        RunEvent.Sends sends = (RunEvent.Sends) events.get(1);

        assertThat(sends.sent().parts())
                .filteredOn(p -> p.kind() == SentContext.Kind.IMAGES)
                .extracting(SentContext.Part::tokens)
                .containsExactly(2 * Tokens.IMAGE);
    }

    @Test
    void aNewProjectKeepsWhatItTellsTheModel() throws InterruptedException {
        Guidance guidance = new Guidance(Preset.SVG, "Mine: {{libraries}}");
        var first = new ScriptedProvider().says(PAGE).stops();
        run(spec(first, "draw").with(guidance));
        assertThat(first.requests.getFirst().system())
                .startsWith("Mine: - d3")
                .contains("an SVG picture");

        var second = new ScriptedProvider().says(PAGE).stops();
        run(in(onlyProject(), second, "blue"));

        assertThat(second.requests.getFirst().system())
                .isEqualTo(first.requests.getFirst().system());
        assertThat(Guidance.of(history.projectSettings(onlyProject().id()))).isEqualTo(guidance);
    }

    @Test
    void aProjectsInstructionsAreReadForEachRun() throws InterruptedException {
        run(spec(new ScriptedProvider().says(PAGE).stops(), "draw"));
        history.setProjectSetting(onlyProject().id(), "instructions", "Changed.");
        var second = new ScriptedProvider().says(PAGE).stops();
        run(in(onlyProject(), second, "blue"));

        assertThat(second.requests.getFirst().system()).isEqualTo("Changed.");
    }

    @Test
    void aBetterWordingIsARunWithoutARevision() throws InterruptedException {
        var provider = new ScriptedProvider().says("A ginger ").says("cat." + PAGE).stops();
        RunEvent.Ended ended = run(spec(provider, "a cat", image(3)).enhancing());

        assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(ended.run().origin().kind()).isEqualTo(Origin.Kind.ENHANCE);
        assertThat(ended.run().reply()).startsWith("A ginger cat.");
        assertThat(ended.revision()).isEmpty();
        assertThat(history.revisions(onlyProject().id())).isEmpty();
        assertThat(history.images(ended.run().id())).hasSize(1);
        GenerateRequest request = provider.requests.getFirst();
        assertThat(request.system()).contains("You improve the requests", "- d3");
        assertThat(request.system()).doesNotContain("{{");
        assertThat(request.messages()).hasSize(1);
        assertThat(request.messages().getFirst().text()).isEqualTo("a cat");
        assertThat(images(request)).containsExactly(3);
    }

    @Test
    void aBetterWordingKnowsTheProjectButIsNoPartOfItsConversation() throws InterruptedException {
        run(spec(new ScriptedProvider().says(PAGE).stops(), "a page"));
        var better = new ScriptedProvider().says("A broken ");
        RunEvent.Ended broken = run(in(onlyProject(), better, "bluer").enhancing());
        assertThat(broken.run().status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(broken.revision()).isEmpty();
        assertThat(better.requests.getFirst().system())
                .contains("`index.html` (3 lines)", "- a page");

        var next = new ScriptedProvider().says(PAGE).stops();
        run(in(onlyProject(), next, "bluer"));

        assertThat(next.requests.getFirst().messages().toString())
                .doesNotContain("broke off", "A broken");
    }

    @Test
    void anInterruptedWordingLeavesNoRevision() throws InterruptedException {
        Project project = history.createProject("p");
        Run run =
                history.startRun(
                        project.id(),
                        new Asked("x", "m", "", "a cat", new Origin(Origin.Kind.ENHANCE, ""), ""));
        history.appendReply(run.id(), PAGE);
        history.restart();
        new InterruptedRuns(history).recover();

        assertThat(history.revisions(project.id())).isEmpty();
        assertThat(history.runs(project.id()).getFirst().status()).isEqualTo(RunStatus.PARTIAL);
    }

    @Test
    void theBetterPromptIsTakenOutOfWhatModelsWrapItIn() {
        assertThat(Enhancement.prompt(" A cat. ")).contains("A cat.");
        assertThat(Enhancement.prompt("```markdown\nA cat.\nTwo lines.\n```"))
                .contains("A cat.\nTwo lines.");
        assertThat(Enhancement.prompt("\"A cat.\"")).contains("A cat.");
        assertThat(Enhancement.prompt("\"A\" and \"B\"")).contains("\"A\" and \"B\"");
        assertThat(Enhancement.prompt("  ")).isEmpty();
    }

    @Test
    void whatWouldBeSentCountsTheImagesToo() {
        RunService service = new RunService(history, composer, Runnable::run, System::nanoTime);
        SentContext sent =
                service.outline(
                                new Prompt("x", List.of(image(1))),
                                Guidance.NONE,
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Tokens.USUAL_BUDGET)
                        .sent();
        assertThat(sent.tokens()).isGreaterThan(Tokens.IMAGE);
    }
}
