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
import dev.easel.project.RunStatus;
import dev.easel.project.Spent;
import dev.easel.text.Texts;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The history in one SQLite file. Several processes may use it at once; one that is killed loses
/// nothing that a method has returned for (a power cut may lose the last moments, never the file).
///
/// The reply of a run is found by [#search(String)] once the run has ended.
public final class SqliteHistoryRepository implements HistoryRepository {
    private static final Texts TEXTS = Texts.of(SqliteHistoryRepository.class);

    private final SqliteDatabase database;
    private final InstantSource clock;
    private final RunOwner owner;

    /// Opens the file, making it and its folder when missing.
    ///
    /// @throws HistoryException when it cannot be opened, or was written by a newer Easel: then it
    ///   is left as it is
    public static SqliteHistoryRepository open(Path file) {
        return open(file, InstantSource.system(), RunOwner.thisProcess());
    }

    static SqliteHistoryRepository open(Path file, InstantSource clock, RunOwner owner) {
        SqliteDatabase database = SqliteDatabase.open(file, SqliteMigrations.ofEasel());
        return new SqliteHistoryRepository(database, clock, owner);
    }

    private SqliteHistoryRepository(SqliteDatabase database, InstantSource clock, RunOwner owner) {
        this.database = database;
        this.clock = clock;
        this.owner = owner;
    }

    /// What the user should know about the opening, in plain words: that a damaged file was moved
    /// aside, and where to. Empty when all was well.
    public Optional<String> warning() {
        return database.movedAside().map(p -> TEXTS.get("warning.damaged", "", p));
    }

    @Override
    public List<Project> projects() {
        return database.read(s -> new SqliteProjects(s).all());
    }

    @Override
    public Optional<Project> project(String projectId) {
        return database.read(s -> new SqliteProjects(s).get(projectId));
    }

    @Override
    public Project createProject(String title) {
        Instant now = now();
        Project project = new Project(newId(), title, now, now);
        return database.write(s -> {
            new SqliteProjects(s).insert(project);
            return project;
        });
    }

    @Override
    public void renameProject(String projectId, String title) {
        database.write(s -> {
            requireProject(s, projectId);
            new SqliteProjects(s).rename(projectId, title);
            return true;
        });
    }

    @Override
    public void deleteProject(String projectId) {
        database.write(s -> {
            new SqliteProjects(s).delete(projectId);
            return true;
        });
    }

    @Override
    public List<Run> runs(String projectId) {
        return database.read(s -> new SqliteRuns(s).of(projectId));
    }

    @Override
    public Run startRun(String projectId, Asked asked, List<Attachment> images) {
        Run run = Run.begin(newId(), projectId, now(), asked);
        return database.write(s -> {
            requireProject(s, projectId);
            new SqliteRuns(s).insert(run, owner);
            new SqliteImages(s).addToRun(run.id(), images);
            new SqliteProjects(s).touch(projectId, run.started());
            return run;
        });
    }

    @Override
    public List<Attachment> images(String runId) {
        return database.read(s -> new SqliteImages(s).ofRun(runId));
    }

    @Override
    public Map<String, List<ImageNote>> imageNotes(String projectId) {
        return database.read(s -> new SqliteImages(s).notes(projectId));
    }

    @Override
    public void appendThought(String runId, String text) {
        append(runId, SqliteChunks.Kind.THOUGHT, text);
    }

    @Override
    public void appendReply(String runId, String text) {
        append(runId, SqliteChunks.Kind.REPLY, text);
    }

    private void append(String runId, SqliteChunks.Kind kind, String text) {
        database.write(s -> {
            new SqliteChunks(s).append(runId, kind, text);
            return true;
        });
    }

    @Override
    public Run finishRun(String runId, RunResult result) {
        return database.write(s -> {
            SqliteRuns runs = new SqliteRuns(s);
            runs.finish(runId, result);
            return runs.get(runId);
        });
    }

    @Override
    public List<Run> recoverInterrupted() {
        return database.write(s -> {
            SqliteRuns runs = new SqliteRuns(s);
            List<Run> recovered = new ArrayList<>();
            for (String id : runs.interrupted()) {
                recovered.add(recover(runs, runs.get(id)));
            }
            return recovered;
        });
    }

    private static Run recover(SqliteRuns runs, Run run) throws SQLException {
        boolean nothing = run.thoughts().isEmpty() && run.reply().isEmpty();
        runs.finish(
                run.id(),
                run.result()
                        .with(
                                nothing ? RunStatus.FAILED : RunStatus.PARTIAL,
                                TEXTS.get(nothing ? "run.interruptedEmpty" : "run.interrupted")));
        return runs.get(run.id());
    }

    @Override
    public Revision addRevision(
            String projectId, String runId, boolean partial, Artifact artifact) {
        return database.write(s -> {
            SqliteProjects projects = new SqliteProjects(s);
            requireProject(s, projectId);
            Revision revision =
                    new Revision(
                            newId(),
                            projectId,
                            projects.nextNumber(projectId),
                            now(),
                            runId,
                            partial,
                            artifact);
            projects.insert(revision);
            projects.touch(projectId, revision.created());
            return revision;
        });
    }

    @Override
    public List<Revision> revisions(String projectId) {
        return database.read(s -> new SqliteProjects(s).revisions(projectId));
    }

    @Override
    public Map<String, Integer> revisionCounts() {
        return database.read(s -> new SqliteProjects(s).revisionCounts());
    }

    @Override
    public List<Prompt> queue(String projectId) {
        return database.read(s -> new SqliteImages(s).queue(projectId));
    }

    @Override
    public void setQueue(String projectId, List<Prompt> prompts) {
        database.write(s -> {
            requireProject(s, projectId);
            new SqliteImages(s).setQueue(projectId, prompts);
            return true;
        });
    }

    @Override
    public List<Attachment> draftImages() {
        return database.read(s -> new SqliteImages(s).draft());
    }

    @Override
    public void setDraftImages(List<Attachment> images) {
        database.write(s -> {
            new SqliteImages(s).setDraft(images);
            return true;
        });
    }

    @Override
    public Map<String, String> projectSettings(String projectId) {
        return database.read(s -> new SqliteProjects(s).settings(projectId));
    }

    @Override
    public void setProjectSetting(String projectId, String name, String value) {
        database.write(s -> {
            requireProject(s, projectId);
            new SqliteProjects(s).set(projectId, name, value);
            return true;
        });
    }

    @Override
    public List<SearchHit> search(String words) {
        return database.read(s -> new SqliteSearch(s).search(SearchWords.of(words)));
    }

    @Override
    public List<Spent> spentBetween(List<Instant> borders) {
        return database.read(s -> new SqliteCosts(s).between(borders));
    }

    @Override
    public List<Going> going() {
        return database.read(s -> new SqliteCosts(s).going());
    }

    @Override
    public Spent spentOn(String projectId) {
        return database.read(s -> new SqliteCosts(s).of(projectId));
    }

    @Override
    public List<ProjectCost> dearest(int count) {
        return database.read(s -> new SqliteCosts(s).dearest(count));
    }

    @Override
    public int usualOutput(String provider, String model) {
        return database.read(s -> new SqliteCosts(s).usualOutput(provider, model));
    }

    @Override
    public void close() {
        database.close();
    }

    private static void requireProject(SqliteSession session, String projectId)
            throws SQLException {
        if (new SqliteProjects(session).get(projectId).isEmpty()) {
            throw new HistoryException(TEXTS.get("error.gone"), null);
        }
    }

    // The file keeps milliseconds; what is returned equals what is read later.
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
