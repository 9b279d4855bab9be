package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.history.InMemoryHistoryRepository;
import dev.easel.project.Artifact;
import dev.easel.project.Asked;
import dev.easel.project.ProjectFile;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptedRunsTest {
    private final InMemoryHistoryRepository history =
            new InMemoryHistoryRepository(InstantSource.system(), this::stored);
    private final InterruptedRuns interrupted = new InterruptedRuns(history);

    private boolean fillsUp;

    // The disk is full as soon as the run is marked as interrupted.
    private void stored(String entry) {
        if (fillsUp && entry.startsWith("finish")) {
            history.full(true);
        }
    }

    private Run start() {
        return history.startRun(
                history.createProject("Page").id(), Asked.prompt("scripted", "m", "", "page"));
    }

    private List<Run> recover() {
        history.restart();
        return interrupted.recover();
    }

    @Test
    void whatHadArrivedBecomesAPartialRevision() {
        Run run = start();
        history.appendReply(run.id(), "Here.\n```html index.html\n<p>ha");
        List<Run> found = recover();
        assertThat(found).extracting(Run::status).containsExactly(RunStatus.PARTIAL);
        assertThat(history.revisions(run.projectId()))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.partial()).isTrue();
                    assertThat(r.runId()).isEqualTo(run.id());
                    assertThat(r.artifact().files())
                            .containsExactly(new ProjectFile("index.html", "<p>ha"));
                });
    }

    @Test
    void aRunOfWhichNothingCameHasNoRevision() {
        Run run = start();
        assertThat(recover()).hasSize(1);
        assertThat(history.revisions(run.projectId())).isEmpty();
    }

    @Test
    void aRunThatStoredItsRevisionGetsNoSecondOne() {
        Run run = start();
        history.appendReply(run.id(), "```html index.html\n<p></p>\n```\n");
        Artifact files = new Artifact(List.of(new ProjectFile("index.html", "<p></p>\n")));
        history.addRevision(run.projectId(), run.id(), false, files);
        recover();
        assertThat(history.revisions(run.projectId())).hasSize(1);
    }

    @Test
    void aFullDiskLosesNoRun() {
        Run run = start();
        history.appendReply(run.id(), "```html index.html\n<p></p>\n```\n");
        fillsUp = true;
        assertThat(recover()).extracting(Run::id).containsExactly(run.id());
    }
}
