package dev.easel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.easel.project.Artifact;
import dev.easel.project.Asked;
import dev.easel.project.Attachment;
import dev.easel.project.Cost;
import dev.easel.project.ImageNote;
import dev.easel.project.Origin;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.project.Spent;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [HistoryRepository] does.
abstract class HistoryRepositoryContract {
    static final Usage USAGE = new Usage(12, 3, 900, 80, false);
    static final Timings TIMINGS = new Timings(400, 900, 6_000);
    static final String ODD =
            "tab\tnul\0 bell\u0007 'quote' \"double\" 😀 e\u0301 \u202e \uffff \r\n";

    HistoryRepository history;

    /// An empty repository whose clock moves on a second with every look at it.
    abstract HistoryRepository create();

    @BeforeEach
    void open() {
        history = create();
    }

    @AfterEach
    void close() {
        history.close();
    }

    static List<Prompt> prompts(String... texts) {
        return Stream.of(texts).map(Prompt::of).toList();
    }

    Project project(String title) {
        return history.createProject(title);
    }

    Run run(Project project, String prompt) {
        return history.startRun(project.id(), Asked.prompt("gemini", "gemini-x", "high", prompt));
    }

    Run finish(Run run) {
        return history.finishRun(run.id(), result(RunStatus.COMPLETE, ""));
    }

    static RunResult result(RunStatus status, String message) {
        Cost cost = new Cost(6_100_000, "0.50 in, 3.00 out (list of 1 November)");
        return new RunResult(status, "gemini-x-001", message, USAGE, TIMINGS, 3, Optional.of(cost));
    }

    static Artifact page(String text) {
        return new Artifact(List.of(new ProjectFile("index.html", text)));
    }

    private List<String> found(String words) {
        return history.search(words).stream().map(h -> h.project().title()).toList();
    }

    @Test
    void aNewHistoryIsEmpty() {
        assertThat(history.projects()).isEmpty();
        assertThat(history.project("none")).isEmpty();
        assertThat(history.runs("none")).isEmpty();
        assertThat(history.revisions("none")).isEmpty();
        assertThat(history.revisionCounts()).isEmpty();
    }

    @Test
    void aProjectIsReadAsItWasMade() {
        Project made = project("Windows 98");

        assertThat(history.project(made.id())).contains(made);
        assertThat(history.projects()).containsExactly(made);
        assertThat(made.id()).matches("[a-z0-9-]{36}");
    }

    @Test
    void theProjectUsedLastComesFirst() {
        Project first = project("first");
        Project second = project("second");
        assertThat(history.projects())
                .extracting(Project::title)
                .containsExactly("second", "first");

        Run run = run(first, "again");
        assertThat(history.projects())
                .extracting(Project::title)
                .containsExactly("first", "second");

        Run other = run(second, "more");
        history.addRevision(first.id(), run.id(), false, page("x"));
        assertThat(other.projectId()).isEqualTo(second.id());
        assertThat(history.projects())
                .extracting(Project::title)
                .containsExactly("first", "second");
    }

    @Test
    void renamingKeepsTheOrder() {
        Project first = project("first");
        project("second");

        history.renameProject(first.id(), "one");

        assertThat(history.projects()).extracting(Project::title).containsExactly("second", "one");
    }

    @Test
    void renamingWhatIsGoneSaysSo() {
        assertThatThrownBy(() -> history.renameProject("gone", "x"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("not in the history any more");
    }

    @Test
    void deletingTakesEverythingOfTheProjectAndNothingElse() {
        Project gone = project("gone balloons");
        Project stays = project("stays");
        Run goneRun = finish(run(gone, "same prompt"));
        Run staysRun = finish(run(stays, "same prompt"));
        history.addRevision(gone.id(), goneRun.id(), false, page("<p>same</p>"));
        Revision kept = history.addRevision(stays.id(), staysRun.id(), false, page("<p>same</p>"));

        history.deleteProject(gone.id());

        assertThat(history.projects()).extracting(Project::title).containsExactly("stays");
        assertThat(history.runs(gone.id())).isEmpty();
        assertThat(history.revisions(gone.id())).isEmpty();
        assertThat(history.runs(stays.id())).containsExactly(staysRun);
        assertThat(history.revisions(stays.id())).containsExactly(kept);
        assertThat(found("balloons")).isEmpty();
        assertThat(found("same prompt")).containsExactly("stays");
    }

    @Test
    void deletingTwiceIsNoError() {
        Project project = project("x");
        history.deleteProject(project.id());
        history.deleteProject(project.id());

        assertThat(history.projects()).isEmpty();
    }

    @Test
    void aStartedRunIsRunningWithEmptyTexts() {
        Project project = project("p");
        Run run = run(project, "make a clock");

        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.prompt()).isEqualTo("make a clock");
        assertThat(run.thoughts() + run.reply() + run.message() + run.modelVersion()).isEmpty();
        assertThat(history.runs(project.id())).containsExactly(run);
    }

    @Test
    void aRunOfAProjectThatIsGoneSaysSo() {
        assertThatThrownBy(() -> history.startRun("gone", Asked.prompt("p", "m", "", "prompt")))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("not in the history any more");
    }

    @Test
    void whatHasArrivedIsReadWhileTheRunIsUnderWay() {
        Project project = project("p");
        Run run = run(project, "x");
        history.appendThought(run.id(), "first ");
        history.appendReply(run.id(), "Here ");
        history.appendThought(run.id(), "this");
        history.appendReply(run.id(), "it is");

        Run read = history.runs(project.id()).getFirst();

        assertThat(read.thoughts()).isEqualTo("first this");
        assertThat(read.reply()).isEqualTo("Here it is");
        assertThat(read.status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void aFinishedRunHasAllItsTextsAndFigures() {
        Project project = project("p");
        Run run = run(project, "x");
        history.appendThought(run.id(), "think");
        history.appendReply(run.id(), "re");
        history.appendReply(run.id(), "ply");

        Run finished = history.finishRun(run.id(), result(RunStatus.PARTIAL, "It broke off."));

        assertThat(finished)
                .isEqualTo(
                        new Run(
                                run.id(),
                                project.id(),
                                run.started(),
                                Asked.prompt("gemini", "gemini-x", "high", "x"),
                                "think",
                                "reply",
                                result(RunStatus.PARTIAL, "It broke off.")));
        assertThat(history.runs(project.id())).containsExactly(finished);
    }

    @Test
    void whatWaitsIsKeptInItsOrderUntilItIsReplaced() {
        Project project = project("p");
        history.setQueue(project.id(), prompts("one", "two", "one"));
        assertThat(history.queue(project.id())).isEqualTo(prompts("one", "two", "one"));
        history.setQueue(project.id(), prompts("two"));
        assertThat(history.queue(project.id())).isEqualTo(prompts("two"));
        assertThat(history.queue(project("other").id())).isEmpty();
    }

    @Test
    void aDeletedProjectHasNothingWaiting() {
        Project project = project("p");
        history.setQueue(project.id(), prompts("one"));
        history.deleteProject(project.id());
        assertThat(history.queue(project.id())).isEmpty();
    }

    @Test
    void whyAndFromWhatARunWasStartedIsKept() {
        Project project = project("p");
        Run first = run(project, "one");
        Origin origin = new Origin(Origin.Kind.CONTINUE, first.id());
        Asked goOn = new Asked("gemini", "gemini-x", "", "go on", origin, "revision-1");
        history.startRun(project.id(), goOn);

        assertThat(history.runs(project.id()))
                .extracting(Run::asked)
                .containsExactly(first.asked(), goOn);
    }

    @Test
    void runsComeInTheOrderInWhichTheyWereStarted() {
        Project project = project("p");
        run(project, "one");
        run(project, "two");
        run(project, "three");

        assertThat(history.runs(project.id()))
                .extracting(Run::prompt)
                .containsExactly("one", "two", "three");
    }

    @Test
    void aChunkMayEndInsideACharacter() {
        Project project = project("p");
        Run run = run(project, "x");
        history.appendReply(run.id(), "balloon \ud83c");
        history.appendReply(run.id(), "\udf88!");

        assertThat(history.runs(project.id()).getFirst().reply()).isEqualTo("balloon 🎈!");
        assertThat(finish(run).reply()).isEqualTo("balloon 🎈!");
    }

    @Test
    void oddCharactersComeBackAsTheyWent() {
        Project project = project(ODD);
        Run run = run(project, ODD);
        history.appendThought(run.id(), ODD);
        history.appendReply(run.id(), ODD);
        Run finished = finish(run);
        Revision revision = history.addRevision(project.id(), run.id(), false, page(ODD));

        assertThat(finished.reply()).isEqualTo(ODD);
        assertThat(history.projects().getFirst().title()).isEqualTo(ODD);
        assertThat(history.runs(project.id())).containsExactly(finished);
        assertThat(history.revisions(project.id())).containsExactly(revision);
    }

    @Test
    void aReplyOfTwoMegabytesComesBackWhole() {
        Project project = project("big");
        Run run = run(project, "x");
        String chunk = "<circle cx=\"10\" cy=\"20\" r=\"3\"/>\n".repeat(32);
        int chunks = 2_000_000 / chunk.length() + 1;
        for (int i = 0; i < chunks; i++) {
            history.appendReply(run.id(), chunk);
        }

        assertThat(history.runs(project.id()).getFirst().reply()).hasSize(chunks * chunk.length());
        assertThat(finish(run).reply()).isEqualTo(chunk.repeat(chunks));
        history.addRevision(project.id(), run.id(), false, page(chunk.repeat(chunks)));
        assertThat(found("circle")).containsExactly("big");
    }

    @Test
    void appendingToARunThatIsGoneSaysSo() {
        Project project = project("p");
        Run run = run(project, "x");
        history.deleteProject(project.id());

        assertThatThrownBy(() -> history.appendReply(run.id(), "more"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("not in the history any more");
        assertThatThrownBy(() -> finish(run))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("not in the history any more");
    }

    @Test
    void revisionsAreNumberedWithinTheirProject() {
        Project a = project("a");
        Project b = project("b");
        Run runA = finish(run(a, "x"));
        Run runB = finish(run(b, "x"));

        assertThat(history.addRevision(a.id(), runA.id(), false, page("1")).number()).isEqualTo(1);
        assertThat(history.addRevision(b.id(), runB.id(), false, page("1")).number()).isEqualTo(1);
        assertThat(history.addRevision(a.id(), runA.id(), true, page("2")).number()).isEqualTo(2);
        assertThat(history.revisionCounts()).containsEntry(a.id(), 2).containsEntry(b.id(), 1);
    }

    @Test
    void aRevisionKeepsItsFilesInTheirOrder() {
        Project project = project("p");
        Run run = finish(run(project, "x"));
        Artifact artifact =
                new Artifact(
                        List.of(
                                new ProjectFile("z.html", "<p>"),
                                new ProjectFile("a/b.css", ""),
                                new ProjectFile("copy.html", "<p>")));

        Revision whole = history.addRevision(project.id(), run.id(), false, artifact);
        Revision empty = history.addRevision(project.id(), run.id(), true, Artifact.EMPTY);

        assertThat(history.revisions(project.id())).containsExactly(whole, empty);
        assertThat(whole.artifact()).isEqualTo(artifact);
        assertThat(empty.partial()).isTrue();
    }

    @Test
    void searchFindsTitlesPromptsRepliesAndFiles() {
        Project title = project("Orbit of Mars");
        Project prompt = project("b");
        Project reply = project("c");
        Project file = project("d");
        run(prompt, "draw the orbit");
        Run answered = run(reply, "x");
        history.appendReply(answered.id(), "An orbit, then.");
        finish(answered);
        Run filed = finish(run(file, "y"));
        history.addRevision(file.id(), filed.id(), false, page("let orbit = 1"));
        project("something else");

        assertThat(found("orbit")).containsExactlyInAnyOrder("Orbit of Mars", "b", "c", "d");
        assertThat(title.title()).isEqualTo("Orbit of Mars");
    }

    @Test
    void searchWantsAllWordsWhereverInTheProjectTheyAre() {
        Project both = project("Balloons");
        run(both, "make them transparent");
        project("Balloons opaque");

        assertThat(found("transparent balloons")).containsExactly("Balloons");
        assertThat(found("transparent elephants")).isEmpty();
    }

    @Test
    void searchKnowsBeginningsOfWordsInAnyCaseAndAccent() {
        project("Café Désktop");

        assertThat(found("des")).containsExactly("Café Désktop");
        assertThat(found("CAFÉ")).containsExactly("Café Désktop");
        assertThat(found("cafe desk")).containsExactly("Café Désktop");
        assertThat(found("sktop")).isEmpty();
    }

    @Test
    void theSnippetMarksWhatMatched() {
        Project project = project("p");
        run(project, "please make a\n  windows 98 desktop");

        assertThat(history.search("wind").getFirst().snippet())
                .contains("make a \u0002windows\u0003 98 desktop");
    }

    @Test
    void aRenamedProjectIsFoundByItsNewTitleOnly() {
        Project project = project("zebra");
        history.renameProject(project.id(), "giraffe");

        assertThat(found("giraffe")).containsExactly("giraffe");
        assertThat(found("zebra")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'; DROP TABLE project; --",
                "AND OR NOT",
                "NEAR(",
                "a* ^b {c}:",
                "text:balloon",
                "%_",
                "\0",
                "c++",
                "😀",
                "\ud800",
                "-balloon",
                "\"un\"closed",
                "日本語"
            })
    void anyTextIsAValidQuery(String words) {
        project("balloon");

        assertThat(history.search(words)).hasSizeLessThanOrEqualTo(1);
        assertThat(found("balloon " + words)).isSubsetOf("balloon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n", "!? -- ..."})
    void aQueryWithoutWordsFindsNothing(String words) {
        project("balloon");

        assertThat(history.search(words)).isEmpty();
    }

    @Test
    void punctuationBetweenWordsIsIgnored() {
        project("balloon & light");

        assertThat(found("balloon & light")).containsExactly("balloon & light");
    }

    @Test
    void ownRunsAreNotTakenForInterrupted() {
        Project project = project("p");
        Run run = run(project, "x");

        assertThat(history.recoverInterrupted()).isEmpty();
        assertThat(history.runs(project.id())).containsExactly(run);
    }

    private Run cost(Run run, long nanoUsd) {
        return cost(run, USAGE, Optional.of(new Cost(nanoUsd, "a price")));
    }

    private Run cost(Run run, Usage usage, Optional<Cost> cost) {
        RunResult result = new RunResult(RunStatus.PARTIAL, "", "", usage, Timings.NONE, 1, cost);
        return history.finishRun(run.id(), result);
    }

    @Test
    void aSpanSumsTheRunsThatBeganInIt() {
        Project project = project("p");
        Run first = cost(run(project, "a"), 5);
        Run second = cost(run(project, "b"), 30);
        Run third = cost(run(project, "c"), 700);

        List<Spent> sums =
                history.spentBetween(
                        List.of(
                                Instant.EPOCH,
                                second.started(),
                                third.started(),
                                third.started().plusMillis(1),
                                third.started().plusSeconds(9)));

        assertThat(first.started()).isBefore(second.started());
        assertThat(sums).extracting(Spent::nanoUsd).containsExactly(5L, 30L, 700L, 0L);
        assertThat(sums).extracting(Spent::runs).containsExactly(1, 1, 1, 0);
    }

    @Test
    void whatADeletedProjectCostStaysInTheSumOfItsDay() {
        Project gone = project("gone");
        Run first = cost(run(gone, "a"), 5);
        Run second = cost(run(project("kept"), "b"), 30);
        List<Instant> day = List.of(first.started(), second.started().plusMillis(1));
        List<Spent> before = history.spentBetween(day);

        history.deleteProject(gone.id());

        assertThat(history.spentBetween(day)).isEqualTo(before);
        assertThat(history.spentOn(gone.id())).isEqualTo(Spent.NOTHING);
        assertThat(history.dearest(9)).hasSize(1);
    }

    @Test
    void runsThatAreNotOverAreNamed() {
        Project project = project("p");
        cost(run(project, "a"), 5);
        Run second = run(project, "b");

        assertThat(history.going())
                .containsExactly(new HistoryRepository.Going(second.provider(), second.model()));
        cost(second, 7);
        assertThat(history.going()).isEmpty();
    }

    @Test
    void runsOfUnknownPriceAreCountedApart() {
        Project project = project("p");
        cost(run(project, "paid"), 5);
        cost(run(project, "unknown"), USAGE, Optional.empty());
        cost(run(project, "used nothing"), Usage.NONE, Optional.empty());
        run(project, "still running");

        assertThat(history.spentOn(project.id())).isEqualTo(new Spent(5, 1, 1, false));
    }

    @Test
    void oneEstimateMakesTheSumAnEstimate() {
        Project project = project("p");
        cost(run(project, "counted"), 5);
        Usage guess = new Usage(1, 0, 1, 0, true);
        cost(run(project, "estimated"), guess, Optional.of(new Cost(7, "a price")));

        assertThat(history.spentOn(project.id())).isEqualTo(new Spent(12, 2, 0, true));
        assertThat(history.spentOn("gone")).isEqualTo(Spent.NOTHING);
    }

    @Test
    void theDearestProjectsComeFirstAndFreeOnesNotAtAll() {
        Project cheap = project("cheap");
        Project dear = project("dear");
        Project free = project("free");
        Project unknown = project("unknown");
        cost(run(cheap, "x"), 4);
        cost(run(dear, "x"), 3);
        cost(run(dear, "y"), 3);
        cost(run(free, "x"), 0);
        cost(run(unknown, "x"), USAGE, Optional.empty());

        assertThat(history.dearest(9))
                .extracting(c -> c.project().title(), c -> c.spent().nanoUsd())
                .containsExactly(tuple("dear", 6L), tuple("cheap", 4L), tuple("unknown", 0L));
        assertThat(history.dearest(1)).hasSize(1);
    }

    @Test
    void theUsualOutputIsThatOfTheLastTenRuns() {
        Project project = project("p");
        cost(run(project, "long ago"), new Usage(1, 0, 90_000, 0, false), Optional.empty());
        for (int i = 0; i < 9; i++) {
            cost(run(project, "x"), new Usage(1, 0, 80, 10, false), Optional.empty());
        }
        cost(run(project, "x"), new Usage(1, 0, 100, 90, false), Optional.empty());
        cost(run(project, "failed"), Usage.NONE, Optional.empty());

        assertThat(history.usualOutput("gemini", "gemini-x")).isEqualTo(100);
        assertThat(history.usualOutput("openai", "gemini-x")).isZero();
    }

    @Test
    void afterCloseEveryCallSaysThatItIsClosed() {
        history.close();

        assertThatThrownBy(() -> history.projects())
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("closed");
        history.close();
    }

    static Attachment image(String name, int... bytes) {
        byte[] body = new byte[bytes.length];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) bytes[i];
        }
        byte[] small = {(byte) bytes.length};
        return new Attachment(new ImageNote(name, "image/png", 640, 480, body.length, small), body);
    }

    private static void assertSame(List<Attachment> found, List<Attachment> expected) {
        assertThat(found).usingRecursiveFieldByFieldElementComparator().isEqualTo(expected);
    }

    private Run run(Project project, Attachment... images) {
        Asked asked = Asked.prompt("gemini", "m", "", "like these");
        return history.startRun(project.id(), asked, List.of(images));
    }

    @Test
    void imagesStayWithTheirRunInTheirOrder() {
        Project project = project("p");
        List<Attachment> images =
                List.of(image("a.png", 1, 2), image("b.png", 3), image("c", 1, 2));
        Run run = run(project, images.toArray(Attachment[]::new));
        Run plain = run(project, "no images");

        assertSame(history.images(run.id()), images);
        assertThat(history.images(plain.id())).isEmpty();
        assertThat(history.images("none")).isEmpty();
    }

    @Test
    void imagesAreNamedWithoutBeingRead() {
        Project project = project("p");
        Run run = run(project, image("a.png", 1, 2), image("b.png", 3));
        run(project("other"), image("c.png", 4));
        run(project, "no images");

        assertThat(history.imageNotes(project.id())).containsOnlyKeys(run.id());
        assertThat(history.imageNotes(project.id()).get(run.id()))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(image("a.png", 1, 2).note(), image("b.png", 3).note());
        assertThat(history.imageNotes("none")).isEmpty();
    }

    @Test
    void imagesOfADeletedProjectAreGone() {
        Project project = project("p");
        Run run = run(project, image("a.png", 1));
        Run other = run(project("other"), image("same.png", 1));

        history.deleteProject(project.id());

        assertThat(history.images(run.id())).isEmpty();
        assertSame(history.images(other.id()), List.of(image("same.png", 1)));
    }

    @Test
    void promptsThatWaitKeepTheirImages() {
        Project project = project("p");
        history.setQueue(
                project.id(),
                List.of(new Prompt("one", List.of(image("a.png", 1))), Prompt.of("two")));

        assertThat(history.queue(project.id()))
                .extracting(Prompt::text)
                .containsExactly("one", "two");
        assertSame(history.queue(project.id()).getFirst().images(), List.of(image("a.png", 1)));
        assertThat(history.queue(project.id()).getLast().images()).isEmpty();
    }

    @Test
    void imagesOfADraftAreReplaced() {
        assertThat(history.draftImages()).isEmpty();
        history.setDraftImages(List.of(image("a.png", 1), image("b.png", 2)));
        assertSame(history.draftImages(), List.of(image("a.png", 1), image("b.png", 2)));
        history.setDraftImages(List.of(image("b.png", 2)));
        assertSame(history.draftImages(), List.of(image("b.png", 2)));
    }

    @Test
    void settingsBelongToOneProject() {
        Project project = project("p");
        history.setProjectSetting(project.id(), "preset", "svg");
        history.setProjectSetting(project.id(), "instructions", ODD);
        history.setProjectSetting(project.id(), "preset", "game");

        assertThat(history.projectSettings(project.id()))
                .containsOnlyKeys("preset", "instructions")
                .containsEntry("preset", "game");
        assertThat(history.projectSettings(project("other").id())).isEmpty();
    }

    @Test
    void anEmptySettingIsNone() {
        Project project = project("p");
        history.setProjectSetting(project.id(), "preset", "svg");
        history.setProjectSetting(project.id(), "preset", "");

        assertThat(history.projectSettings(project.id())).isEmpty();
        assertThatThrownBy(() -> history.setProjectSetting("none", "preset", "svg"))
                .isInstanceOf(HistoryException.class);
    }
}
