package dev.easel.history;

import dev.easel.project.Artifact;
import dev.easel.project.Asked;
import dev.easel.project.Attachment;
import dev.easel.project.ImageNote;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.Spent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that was ever typed and received.
///
/// A call that returns has stored its data so that a killed process does not lose it. All methods
/// block on the disk: never call them on the UI thread. Thread-safe.
///
/// Every method throws [HistoryException] when the store cannot be read or written (disk full, no
/// rights, damaged file), with the reason in plain words.
public interface HistoryRepository extends AutoCloseable {
    /// All projects, the most recently used first.
    List<Project> projects();

    /// One project; empty when it is not there (any more).
    Optional<Project> project(String projectId);

    /// Makes a project with an id of its own.
    Project createProject(String title);

    /// Changes the title; its time of use stays.
    void renameProject(String projectId, String title);

    /// Deletes the project with all its runs and revisions.
    void deleteProject(String projectId);

    /// The runs of a project, oldest first.
    List<Run> runs(String projectId);

    /// Stores a prompt before anything is sent; the run is RUNNING with empty texts.
    ///
    /// @param images that go along with it, in their order
    Run startRun(String projectId, Asked asked, List<Attachment> images);

    /// Stores a prompt without images.
    default Run startRun(String projectId, Asked asked) {
        return startRun(projectId, asked, List.of());
    }

    /// The images that went along with a run's prompt, in their order; none for a run that is gone.
    List<Attachment> images(String runId);

    /// What can be shown of the images of a project's runs without reading them, by run id; runs
    /// without images are absent.
    Map<String, List<ImageNote>> imageNotes(String projectId);

    /// Appends what has just arrived. Called for every chunk: one short insert.
    void appendThought(String runId, String text);

    /// Appends what has just arrived. Called for every chunk: one short insert.
    void appendReply(String runId, String text);

    /// Ends a run.
    ///
    /// @return the run with all its texts
    Run finishRun(String runId, RunResult result);

    /// Runs that an earlier process left RUNNING: it died while they ran. Marks them PARTIAL
    /// (FAILED when nothing had arrived) and returns them with their texts, so that the caller can
    /// make a partial revision of what came. Runs started by this repository object are not
    /// touched.
    List<Run> recoverInterrupted();

    /// Adds the next revision of the project.
    Revision addRevision(String projectId, String runId, boolean partial, Artifact artifact);

    /// The revisions of a project, oldest first.
    List<Revision> revisions(String projectId);

    /// How many revisions each project has, by project id; a project without one may be absent.
    /// Reads no files: a list of all projects needs only this.
    Map<String, Integer> revisionCounts();

    /// Prompts of a project that wait for its run to end, the next first.
    List<Prompt> queue(String projectId);

    /// Replaces what waits; a project that is gone has nothing to wait for.
    void setQueue(String projectId, List<Prompt> prompts);

    /// Images beside what is typed and not sent.
    List<Attachment> draftImages();

    /// Replaces them.
    void setDraftImages(List<Attachment> images);

    /// What the user set for a project, by name; empty for a project that is gone.
    Map<String, String> projectSettings(String projectId);

    /// Sets one of them; an empty value takes it back.
    void setProjectSetting(String projectId, String name, String value);

    /// Projects whose title, prompts, replies or files contain all the words (prefixes count), best
    /// match first. Any text is a valid query.
    List<SearchHit> search(String words);

    /// What the runs cost that began between each two neighbouring borders, those of deleted
    /// projects included.
    ///
    /// @param borders in their order, at least two; a run at a border belongs to what follows
    /// @return one sum fewer than there are borders
    List<Spent> spentBetween(List<Instant> borders);

    /// The runs that are not over, of every process that writes this history.
    List<Going> going();

    /// A run that is not over.
    record Going(String provider, String model) {}

    /// What all runs of a project cost.
    Spent spentOn(String projectId);

    /// The projects whose runs cost something, or have unknown prices; the dearest first.
    List<ProjectCost> dearest(int count);

    /// Tokens that a model wrote and thought in its last runs, on average; 0 when it has not
    /// answered yet.
    int usualOutput(String provider, String model);

    @Override
    void close();

    /// What the runs of a project cost.
    record ProjectCost(Project project, Spent spent) {}

    /// A found project.
    ///
    /// @param snippet a line of the place that matched, matched words between U+0002 and U+0003
    record SearchHit(Project project, String snippet) {}
}
