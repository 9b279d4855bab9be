package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.history.InMemoryHistoryRepository;
import dev.easel.project.Artifact;
import dev.easel.project.Asked;
import dev.easel.project.Origin;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.project.Usage;
import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateEvent.FinishReason;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs that change a project, and what Easel asks after them by itself.
class FollowUpRunsTest {
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html>
            <h1>Title</h1>
            <p>one</p>
            <p>two</p>
            <p>two</p>
            </html>
            """;

    private final InMemoryHistoryRepository history = new InMemoryHistoryRepository();
    private final Answers answers = new Answers();
    private final List<RunEvent> events = new ArrayList<>();
    private final PromptComposer composer =
            new PromptComposer(
                    new SystemPrompt(
                            "system", () -> new PreviewFacts(List.of(), List.of(), List.of())));
    private Project project = new Project("", "", Instant.EPOCH, Instant.EPOCH);

    /// Plays one reply after another, each until it is used up.
    private static final class Answers implements ModelProvider {
        private final Deque<List<GenerateEvent>> replies = new ArrayDeque<>();
        private final List<GenerateRequest> asked = new ArrayList<>();

        void reply(String text) {
            replies.add(
                    List.of(
                            new GenerateEvent.Text(text),
                            new GenerateEvent.Counted(new Usage(10, 0, 5, 0, false)),
                            new GenerateEvent.Finished(FinishReason.STOP, "STOP")));
        }

        void cut(String text) {
            replies.add(
                    List.of(
                            new GenerateEvent.Text(text),
                            new GenerateEvent.Finished(FinishReason.MAX_TOKENS, "MAX_TOKENS")));
        }

        @Override
        public String id() {
            return "answers";
        }

        @Override
        public List<ModelInfo> models() {
            return List.of();
        }

        @Override
        public void generate(
                GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation) {
            asked.add(request);
            replies.remove().forEach(sink);
        }

        String lastAsked(int run) {
            return asked.get(run).messages().getLast().text();
        }
    }

    @BeforeEach
    void aProject() {
        project = history.createProject("Page");
        Run run = history.startRun(project.id(), Asked.prompt("x", "m", "", "make a page"));
        history.finishRun(run.id(), RunResult.of(RunStatus.COMPLETE, ""));
        history.addRevision(
                project.id(),
                run.id(),
                false,
                new Artifact(List.of(new ProjectFile("index.html", PAGE))));
    }

    private RunEvent.Ended run(RunSpec spec) throws InterruptedException {
        return new RunService(history, composer, Runnable::run, System::nanoTime)
                .start(spec, events::add)
                .await();
    }

    private RunEvent.Ended ask(String prompt) throws InterruptedException {
        return run(spec(prompt));
    }

    private RunSpec spec(String prompt) {
        return new RunSpec(answers, "m", "", prompt, Optional.of(project.id()), List.of());
    }

    private static String edit(String search, String replace) {
        return "```html index.html\n<<<<<<< SEARCH\n"
                + search
                + "\n=======\n"
                + replace
                + "\n>>>>>>> REPLACE\n```\n";
    }

    private List<Run> runs() {
        List<Run> runs = history.runs(project.id());
        return runs.subList(1, runs.size());
    }

    private static String text(RunEvent.Ended ended) {
        return ended.revision().orElseThrow().artifact().files().getFirst().text();
    }

    @Test
    void aSmallChangeMakesARevisionOfTheWholeFile() throws InterruptedException {
        answers.reply("Done.\n" + edit("<p>one</p>", "<p>1</p>"));
        RunEvent.Ended ended = ask("one as a digit");
        assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(text(ended)).isEqualTo(PAGE.replace("one", "1"));
        assertThat(ended.revision().orElseThrow().partial()).isFalse();
        assertThat(answers.asked.getFirst().messages().get(1).text()).contains(PAGE);
    }

    @Test
    void whatIsSentIsTold() throws InterruptedException {
        answers.reply(edit("<p>one</p>", "<p>1</p>"));
        ask("one as a digit");
        RunEvent.Sends sends = (RunEvent.Sends) events.get(1);
        assertThat(sends.sent().files())
                .extracting(SentContext.Part::name)
                .containsExactly("index.html");
        assertThat(sends.sent().turns()).isEqualTo(1);
        assertThat(sends.base().files()).containsExactly(new ProjectFile("index.html", PAGE));
    }

    @Test
    void aChangeThatDoesNotFitIsAskedForAgainWithTheNearestLines() throws InterruptedException {
        answers.reply(edit("<h1>Title</h1>\n<p>uno</p>", "<p>1</p>"));
        answers.reply(edit("<p>one</p>", "<p>1</p>"));
        RunEvent.Ended ended = ask("one as a digit");
        assertThat(text(ended)).isEqualTo(PAGE.replace("one", "1"));
        assertThat(runs())
                .extracting(Run::status)
                .containsExactly(RunStatus.FAILED, RunStatus.COMPLETE);
        assertThat(runs().get(0).message()).contains("nothing was changed", "not in index.html");
        assertThat(runs().get(1).origin())
                .isEqualTo(new Origin(Origin.Kind.EDITS_AGAIN, runs().get(0).id()));
        assertThat(answers.lastAsked(1))
                .contains("from line 3", "<h1>Title</h1>\n<p>one</p>")
                .doesNotContain("{{");
        assertThat(answers.asked.get(1).messages())
                .contains(Message.user("one as a digit"))
                .element(3)
                .isEqualTo(Message.model(runs().get(0).reply()));
    }

    @Test
    void theFirstEndIsToldAsOneThatGoesOn() throws InterruptedException {
        answers.reply(edit("<p>uno</p>", "<p>1</p>"));
        answers.reply(edit("<p>one</p>", "<p>1</p>"));
        ask("one as a digit");
        assertThat(
                        events.stream()
                                .filter(RunEvent.Ended.class::isInstance)
                                .map(e -> ((RunEvent.Ended) e).goesOn()))
                .containsExactly(true, false);
    }

    @Test
    void whatIsThereTwiceIsNeverGuessed() throws InterruptedException {
        answers.reply(edit("<p>two</p>", "<p>2</p>"));
        answers.reply(edit("<p>one</p>\n<p>two</p>", "<p>one</p>\n<p>2</p>"));
        RunEvent.Ended ended = ask("the first two as a digit");
        assertThat(text(ended)).isEqualTo(PAGE.replaceFirst("two", "2"));
        assertThat(answers.lastAsked(1)).contains("more than one place", "at line 5");
    }

    @Test
    void allChangesOrNone() throws InterruptedException {
        String both = edit("<p>one</p>", "<p>1</p>") + edit("<p>uno</p>", "<p>1</p>");
        answers.reply(both);
        answers.reply(both);
        answers.reply(both);
        RunEvent.Ended ended = ask("digits");
        assertThat(ended.revision()).isEmpty();
        assertThat(ended.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(history.revisions(project.id())).hasSize(1);
    }

    @Test
    void afterTheSecondMisfitWholeFilesAreAskedForAndNothingAfterThat()
            throws InterruptedException {
        answers.reply(edit("<p>uno</p>", "<p>1</p>"));
        answers.reply(edit("<p>eins</p>", "<p>1</p>"));
        answers.reply("```html index.html\n" + PAGE.replace("one", "1") + "```\n");
        RunEvent.Ended ended = ask("one as a digit");
        assertThat(text(ended)).isEqualTo(PAGE.replace("one", "1"));
        assertThat(runs())
                .extracting(r -> r.origin().kind())
                .containsExactly(
                        Origin.Kind.PROMPT, Origin.Kind.EDITS_AGAIN, Origin.Kind.WHOLE_FILES);
        assertThat(answers.lastAsked(2)).contains("Give these files whole", "index.html");
    }

    @Test
    void windowsLineEndsFit() throws InterruptedException {
        answers.reply(edit("<p>one</p>", "<p>1</p>").replace("\n", "\r\n"));
        assertThat(text(ask("one as a digit"))).isEqualTo(PAGE.replace("one", "1"));
    }

    @Test
    void leftOutCodeIsAskedForOnce() throws InterruptedException {
        String elided =
                "```html index.html\n<!DOCTYPE html>\n<html>\n<h1>New</h1>\n<!-- ... rest of the"
                        + " page unchanged -->\n</html>\n```\n";
        answers.reply(elided);
        answers.reply("```html index.html\n" + PAGE.replace("Title", "New") + "```\n");
        RunEvent.Ended ended = ask("another title");
        assertThat(text(ended)).isEqualTo(PAGE.replace("Title", "New"));
        assertThat(runs().get(0).status()).isEqualTo(RunStatus.FAILED);
        assertThat(runs().get(0).message()).contains("left code out", "rest of the page unchanged");
        assertThat(runs().get(1).origin().kind()).isEqualTo(Origin.Kind.UNABRIDGED);
        assertThat(history.revisions(project.id()))
                .extracting(Revision::partial)
                .containsExactly(false, true, false);
    }

    @Test
    void codeThatIsLeftOutAgainIsNotAskedForAThirdTime() throws InterruptedException {
        String elided = edit("<p>one</p>", "<!-- existing code remains unchanged -->");
        answers.reply(elided);
        answers.reply(elided);
        RunEvent.Ended ended = ask("another title");
        assertThat(ended.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(runs()).hasSize(2);
    }

    @Test
    void aReplyThatReachedTheLimitGoesOnWithoutASeam() throws InterruptedException {
        String whole = "Here.\n```html index.html\n" + PAGE.replace("one", "1") + "```\n";
        int cut = whole.indexOf("<p>two");
        answers.cut(whole.substring(0, cut + 12));
        RunEvent.Ended first = ask("one as a digit");
        assertThat(first.run().status()).isEqualTo(RunStatus.PARTIAL);
        answers.reply("```html\n" + whole.substring(whole.indexOf("<h1>")));
        RunEvent.Ended ended = continueLast();
        assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(text(ended)).isEqualTo(PAGE.replace("one", "1"));
        assertThat(RunChain.endingWith(history.runs(project.id()), ended.run().id()).reply())
                .isEqualTo(whole);
        assertThat(answers.asked.get(1).messages())
                .extracting(Message::role)
                .endsWith(Message.Role.USER, Message.Role.MODEL, Message.Role.USER);
    }

    @Test
    void severalCutsInARowGoOnAsOneReply() throws InterruptedException {
        String whole = "Here.\n```html index.html\n" + PAGE.replace("one", "1") + "```\n";
        answers.cut(whole.substring(0, whole.indexOf("<p>1") + 2));
        ask("one as a digit");
        for (String next : List.of("<p>two", "</html>")) {
            String kept = answered();
            answers.cut(whole.substring(kept.length(), whole.indexOf(next) + 12));
            assertThat(continueLast().run().status()).isEqualTo(RunStatus.PARTIAL);
        }
        answers.reply(whole.substring(answered().length()));
        assertThat(text(continueLast())).isEqualTo(PAGE.replace("one", "1"));
        assertThat(history.revisions(project.id()))
                .last()
                .extracting(Revision::partial)
                .isEqualTo(false);
    }

    private String answered() {
        List<Run> all = history.runs(project.id());
        return ReplyJoin.kept(RunChain.endingWith(all, all.getLast().id()).reply());
    }

    private RunEvent.Ended continueLast() throws InterruptedException {
        List<Run> all = history.runs(project.id());
        return run(spec("").continuing(RunChain.endingWith(all, all.getLast().id())));
    }
}
