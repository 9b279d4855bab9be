package dev.easel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.history.HistoryRow.Heading;
import dev.easel.history.HistoryRow.ProjectRow;
import dev.easel.history.HistoryRow.RevisionRow;
import dev.easel.history.HistoryViewModel.State;
import dev.easel.project.Artifact;
import dev.easel.project.Asked;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-11-03T15:00:00Z"), ZoneOffset.UTC);

    private Instant storeTime = Instant.parse("2026-11-03T12:04:00Z");
    private final InMemoryHistoryRepository history =
            new InMemoryHistoryRepository(() -> storeTime);
    private final HistoryViewModel viewModel =
            new HistoryViewModel(history, Runnable::run, Runnable::run, NOW);
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private Project project(String title, String... prompts) {
        Project project = history.createProject(title);
        for (String prompt : prompts) {
            revision(project, prompt, false);
        }
        return project;
    }

    private Revision revision(Project project, String prompt, boolean partial) {
        Run run = history.startRun(project.id(), Asked.prompt("g", "m", "", prompt));
        Artifact page = new Artifact(List.of(new ProjectFile("index.html", prompt)));
        return history.addRevision(project.id(), run.id(), partial, page);
    }

    private List<String> lines() {
        return viewModel.rows().stream()
                .map(row ->
                        switch (row) {
                            case Heading h -> "# " + h.label();
                            case ProjectRow p -> (p.open() ? "> " : "  ") + p.project().title();
                            case RevisionRow r ->
                                    (r.current() ? "* r" : "  r")
                                            + r.revision().number()
                                            + " "
                                            + r.prompt();
                        })
                .toList();
    }

    @Test
    void beforeTheFirstReadingItIsLoading() {
        assertThat(viewModel.state().get()).isEqualTo(State.LOADING);
        assertThat(viewModel.rows()).isEmpty();
    }

    @Test
    void aHistoryWithoutProjectsIsEmpty() {
        viewModel.refresh();

        assertThat(viewModel.state().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void projectsAreGroupedByDay() {
        storeTime = Instant.parse("2025-12-24T10:00:00Z");
        project("tree");
        storeTime = Instant.parse("2026-11-02T23:59:00Z");
        project("late");
        project("later");
        storeTime = Instant.parse("2026-11-03T00:00:00Z");
        project("early");

        viewModel.refresh();

        assertThat(viewModel.state().get()).isEqualTo(State.READY);
        assertThat(lines())
                .containsExactly(
                        "# Today",
                        "  early",
                        "# Yesterday",
                        "  late",
                        "  later",
                        "# December 24, 2025",
                        "  tree");
    }

    @Test
    void aProjectSaysHowManyRevisionsItHasAndWhenItWasUsed() {
        project("two", "a", "b");
        project("one", "a");
        project("none");

        viewModel.refresh();

        assertThat(viewModel.rows().stream().filter(ProjectRow.class::isInstance))
                .extracting(r -> ((ProjectRow) r).detail().replace('\u202f', ' '))
                .containsExactly(
                        "2 revisions · 12:04 PM",
                        "1 revision · 12:04 PM",
                        "No revision yet · 12:04 PM");
    }

    @Test
    void openingUnfoldsTheRevisionsAndSelectsTheNewest() {
        Project project = project("clock", "a\n  clock", "in red");
        project("other", "x");

        viewModel.openProject(project.id());

        assertThat(lines())
                .containsExactly("# Today", "> clock", "  r1 a clock", "* r2 in red", "  other");
        assertThat(viewModel.selectedProject().get().title()).isEqualTo("clock");
        assertThat(viewModel.selectedRevision().get().number()).isEqualTo(2);
    }

    @Test
    void aPartialRevisionIsNotSelectedWhileThereIsAWholeOne() {
        Project project = project("p", "whole");
        revision(project, "broken", true);

        viewModel.openProject(project.id());

        assertThat(viewModel.selectedRevision().get().number()).isEqualTo(1);
    }

    @Test
    void aPartialRevisionIsBetterThanNone() {
        Project project = history.createProject("p");
        revision(project, "broken", true);

        viewModel.openProject(project.id());

        assertThat(viewModel.selectedRevision().get().number()).isEqualTo(1);
    }

    @Test
    void anOldRevisionCanBeSelectedAndStaysSoWhenRefreshed() {
        Project project = project("p", "one", "two");
        viewModel.openProject(project.id());

        viewModel.openRevision(history.revisions(project.id()).getFirst());
        revision(project, "three", false);
        viewModel.refresh();

        assertThat(lines()).contains("* r1 one", "  r2 two", "  r3 three");
    }

    @Test
    void afterARunTheNewRevisionIsSelected() {
        Project project = project("p", "one");
        viewModel.openProject(project.id());

        revision(project, "two", false);
        viewModel.openProject(project.id());

        assertThat(viewModel.selectedRevision().get().number()).isEqualTo(2);
    }

    @Test
    void anotherProjectIsNeverSeenWithARevisionOfTheOldOne() {
        Project one = project("one", "a");
        Project two = project("two", "b");
        viewModel.openProject(one.id());
        List<String> seen = new ArrayList<>();
        viewModel
                .selectedProject()
                .subscribe(p -> {
                    Revision r = viewModel.selectedRevision().get();
                    seen.add(p.title() + (r == null ? "" : " " + r.projectId()));
                });

        viewModel.openProject(two.id());

        assertThat(seen).containsExactly("one " + one.id(), "two");
        assertThat(viewModel.selectedRevision().get().projectId()).isEqualTo(two.id());
    }

    @Test
    void aNewProjectSelectsNothing() {
        viewModel.openProject(project("p", "one").id());

        viewModel.newProject();

        assertThat(viewModel.selectedProject().get()).isNull();
        assertThat(viewModel.selectedRevision().get()).isNull();
        assertThat(lines()).containsExactly("# Today", "  p");
    }

    @Test
    void searchingShowsWhatWasFoundWithSnippets() {
        project("Balloons", "transparent light");
        project("Clock", "a clock");

        viewModel.query().set("transp");

        assertThat(lines()).containsExactly("# 1 project found", "  Balloons");
        assertThat(((ProjectRow) viewModel.rows().get(1)).snippet())
                .isEqualTo("\u0002transparent\u0003 light");
    }

    @Test
    void aTitleThatMatchedIsNotRepeatedAsSnippet() {
        project("Balloons");

        viewModel.query().set("ball");

        assertThat(((ProjectRow) viewModel.rows().get(1)).snippet()).isEmpty();
    }

    @Test
    void aSearchWithoutResultSaysSoAndEndsWithTheQuery() {
        project("Clock");

        viewModel.query().set("zebra");
        assertThat(viewModel.state().get()).isEqualTo(State.NOTHING_FOUND);

        viewModel.query().set("");
        assertThat(viewModel.state().get()).isEqualTo(State.READY);
        assertThat(lines()).containsExactly("# Today", "  Clock");
    }

    @Test
    void searchingKeepsTheSelection() {
        Project project = project("Clock", "tick");
        viewModel.openProject(project.id());

        viewModel.query().set("zebra");

        assertThat(viewModel.selectedProject().get().id()).isEqualTo(project.id());
        assertThat(viewModel.selectedRevision().get()).isNotNull();
    }

    @Test
    void aRenamedProjectShowsItsNewTitle() {
        Project project = project("old");
        viewModel.openProject(project.id());

        viewModel.rename(project, "  new ");

        assertThat(lines()).contains("> new");
        assertThat(viewModel.selectedProject().get().title()).isEqualTo("new");
    }

    @Test
    void aBlankTitleChangesNothing() {
        Project project = project("old");

        viewModel.rename(project, "   ");

        assertThat(history.projects().getFirst().title()).isEqualTo("old");
    }

    @Test
    void aDeletedProjectIsNoLongerSelected() {
        Project project = project("gone", "x");
        project("stays");
        viewModel.openProject(project.id());

        viewModel.delete(project);

        assertThat(lines()).containsExactly("# Today", "  stays");
        assertThat(viewModel.selectedProject().get()).isNull();
        assertThat(viewModel.selectedRevision().get()).isNull();
    }

    @Test
    void aFailureIsShownAndRetried() {
        project("p");
        history.failWith("The disk is full.");
        viewModel.refresh();
        assertThat(viewModel.state().get()).isEqualTo(State.ERROR);
        assertThat(viewModel.error().get()).isEqualTo("The disk is full.");

        history.failWith("");
        viewModel.refresh();

        assertThat(viewModel.state().get()).isEqualTo(State.READY);
        assertThat(viewModel.error().get()).isEmpty();
    }

    @Test
    void aChangeThatFailsIsShown() {
        Project project = project("p");
        viewModel.refresh();
        history.failWith("It is read-only.");

        viewModel.rename(project, "q");

        assertThat(viewModel.error().get()).isEqualTo("It is read-only.");
    }

    @Test
    void fastTypingIsAnsweredByOneMoreReading() {
        project("balloon");
        HistoryViewModel slow = new HistoryViewModel(history, waiting::add, Runnable::run, NOW);
        slow.query().set("b");
        slow.query().set("ba");
        slow.query().set("zzz");
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();

        assertThat(waiting).isEmpty();
        assertThat(slow.state().get()).isEqualTo(State.NOTHING_FOUND);
    }

    @Test
    void aProjectOpenedDuringAReadingIsSelectedInTheEnd() {
        Project one = project("one", "a");
        Project two = project("two", "b");
        HistoryViewModel slow = new HistoryViewModel(history, waiting::add, Runnable::run, NOW);
        slow.openProject(one.id());
        slow.openProject(two.id());

        waiting.remove().run();
        assertThat(slow.selectedProject().get()).isNull();
        waiting.remove().run();

        assertThat(slow.selectedProject().get().title()).isEqualTo("two");
        assertThat(slow.selectedRevision().get().number()).isEqualTo(1);
    }

    @Test
    void aRevisionMadeDuringAReadingIsSelectedInTheEnd() {
        Project project = project("p", "one");
        HistoryViewModel slow = new HistoryViewModel(history, waiting::add, Runnable::run, NOW);
        slow.openProject(project.id());
        waiting.remove().run();
        slow.openProject(project.id());
        waiting.remove().run();
        slow.refresh();
        revision(project, "two", false);
        slow.openProject(project.id());

        waiting.remove().run();
        waiting.remove().run();

        assertThat(slow.selectedRevision().get().number()).isEqualTo(2);
    }

    @Test
    void equalRowsAreNotSetAgain() {
        project("p");
        viewModel.refresh();
        List<Object> changes = new ArrayList<>();
        viewModel.rows().subscribe(() -> changes.add("change"));

        viewModel.refresh();

        assertThat(changes).isEmpty();
    }
}
