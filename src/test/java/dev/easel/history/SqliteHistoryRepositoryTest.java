package dev.easel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.easel.project.Artifact;
import dev.easel.project.Asked;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryRepositoryTest extends HistoryRepositoryContract {
    @TempDir Path dir;

    private Path file() {
        return dir.resolve("data").resolve("easel.db");
    }

    @Override
    HistoryRepository create() {
        return SqliteHistoryRepository.open(file(), new TickingClock(), RunOwner.thisProcess());
    }

    private HistoryRepository reopen() {
        history.close();
        history = create();
        return history;
    }

    private void sql(String sql) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            new SqliteSession(c).script(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            return new SqliteSession(c).number(sql);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.map(p -> p.getFileName().toString()).toList();
        }
    }

    @Test
    void everythingIsThereAfterAnotherStart() {
        Project project = project("p");
        Run run = run(project, "x");
        history.appendReply(run.id(), "reply");
        Run finished = finish(run);
        Revision revision = history.addRevision(project.id(), run.id(), false, page("<p>"));

        reopen();

        assertThat(history.projects()).extracting(Project::id).containsExactly(project.id());
        assertThat(history.runs(project.id())).containsExactly(finished);
        assertThat(history.revisions(project.id())).containsExactly(revision);
    }

    @Test
    void runsOfBeforeStartedFromTheNewestWholeRevision() throws SQLException {
        Project project = project("p");
        Run first = finish(run(project, "one"));
        Revision whole = history.addRevision(project.id(), first.id(), false, page("one"));
        Run second = run(project, "two");
        history.addRevision(project.id(), second.id(), true, page("tw"));
        Run third = run(project, "three");
        sql(
                "DROP INDEX run_started; ALTER TABLE run DROP COLUMN base;"
                        + " ALTER TABLE run DROP COLUMN attempts; ALTER TABLE run DROP COLUMN cost;"
                        + " ALTER TABLE run DROP COLUMN price; DROP VIEW image_use;"
                        + " DROP TABLE run_image; DROP TABLE queued_image; DROP TABLE draft_image;"
                        + " DROP TABLE image; DROP TABLE project_setting;"
                        + " DROP TABLE deleted_run; PRAGMA user_version = 2");

        reopen();

        assertThat(history.runs(project.id()))
                .extracting(r -> r.asked().base())
                .containsExactly("", whole.id(), whole.id());
        assertThat(history.runs(project.id()).getLast().id()).isEqualTo(third.id());
    }

    @Test
    void chunksAreCompactedWhenTheRunEnds() throws SQLException {
        Run run = run(project("p"), "x");
        history.appendReply(run.id(), "a");
        history.appendThought(run.id(), "b");
        assertThat(number("SELECT count(*) FROM chunk")).isEqualTo(2);

        finish(run);

        assertThat(number("SELECT count(*) FROM chunk")).isZero();
    }

    @Test
    void aFileThatDidNotChangeIsStoredOnce() throws SQLException {
        Project project = project("p");
        Run run = finish(run(project, "x"));
        ProjectFile same = new ProjectFile("big.js", "let x;\n".repeat(1_000));
        long before = number("SELECT count(*) FROM text");

        for (int i = 0; i < 5; i++) {
            ProjectFile page = new ProjectFile("index.html", "<p>" + i);
            history.addRevision(project.id(), run.id(), false, new Artifact(List.of(page, same)));
        }

        assertThat(number("SELECT count(*) FROM text") - before).isEqualTo(6);
    }

    @Test
    void nothingOfADeletedProjectStaysInTheFile() throws SQLException {
        Project project = project("p");
        Run run = run(project, "x");
        history.appendReply(run.id(), "reply");
        finish(run);
        history.addRevision(project.id(), run.id(), false, page("<p>"));
        run(project, "still running");

        history.deleteProject(project.id());

        for (String table : List.of("project", "run", "chunk", "revision", "text")) {
            assertThat(number("SELECT count(*) FROM " + table)).as(table).isZero();
        }
        assertThat(number("SELECT count(*) FROM text_search WHERE text_search MATCH 'reply'"))
                .isZero();
    }

    @Test
    void runsOfADeadProcessAreRecoveredWithTheirTexts() throws Exception {
        RunOwner dead = deadProcess();
        history.close();
        Project project;
        try (HistoryRepository other =
                SqliteHistoryRepository.open(file(), InstantSource.system(), dead)) {
            project = other.createProject("p");
            String id =
                    other.startRun(project.id(), Asked.prompt("g", "m", "", "got something")).id();
            other.appendReply(id, "half a rep");
            other.startRun(project.id(), Asked.prompt("g", "m", "", "got nothing"));
        }
        history = create();

        List<Run> recovered = history.recoverInterrupted();

        assertThat(recovered)
                .extracting(Run::status)
                .containsExactly(RunStatus.PARTIAL, RunStatus.FAILED);
        assertThat(recovered.getFirst().reply()).isEqualTo("half a rep");
        assertThat(recovered).allMatch(r -> !r.message().isEmpty());
        assertThat(history.runs(project.id())).isEqualTo(recovered);
        assertThat(history.recoverInterrupted()).isEmpty();
    }

    private static RunOwner deadProcess() throws Exception {
        Process process = ChildProcess.start("exit");
        RunOwner owner = RunOwner.of(process.toHandle());
        process.waitFor();
        return owner;
    }

    @Test
    void aRunOfALivingProcessIsLeftAlone() {
        Project project = project("p");
        Run run = run(project, "x");

        try (HistoryRepository other = SqliteHistoryRepository.open(file())) {
            assertThat(other.recoverInterrupted()).isEmpty();
            assertThat(other.runs(project.id())).containsExactly(run);
        }
    }

    @Test
    void aLaterProcessWithTheSameIdIsAnotherProcess() {
        RunOwner now = RunOwner.thisProcess();
        RunOwner earlier = new RunOwner(now.pid(), now.started().minus(Duration.ofHours(3)));

        assertThat(now.isAlive()).isTrue();
        assertThat(earlier.isAlive()).isFalse();
    }

    @Test
    void aRunThatWasTakenForDeadMayGoOn() throws Exception {
        history.close();
        try (HistoryRepository slow =
                SqliteHistoryRepository.open(file(), InstantSource.system(), deadProcess())) {
            Run run = slow.startRun(slow.createProject("p").id(), Asked.prompt("g", "m", "", "x"));
            slow.appendReply(run.id(), "one ");
            history = create();
            history.recoverInterrupted();

            slow.appendReply(run.id(), "two");

            assertThat(history.runs(run.projectId()).getFirst().reply()).isEqualTo("one two");
            assertThat(finish(run).reply()).isEqualTo("one two");
        }
    }

    @Test
    void aHistoryOfANewerEaselIsRefusedAndLeftAsItIs() throws Exception {
        project("p");
        history.close();
        sql("PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(this::create)
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("newer Easel")
                .hasMessageContaining("99");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(names()).containsExactly("easel.db");
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() throws Exception {
        history.close();
        Files.delete(file());
        sql("CREATE TABLE bookmarks (url TEXT)");
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(this::create)
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("another program");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoDatabaseIsMovedAside() throws Exception {
        history.close();
        Files.delete(file());
        Files.writeString(file(), "not a database at all ".repeat(500));

        SqliteHistoryRepository opened = SqliteHistoryRepository.open(file());
        history = opened;

        assertThat(history.projects()).isEmpty();
        String aside =
                names().stream().filter(n -> n.contains(".damaged-")).findFirst().orElseThrow();
        assertThat(opened.warning().orElseThrow()).contains("damaged").contains(aside);
        assertThat(file().resolveSibling(aside)).content().startsWith("not a database");
    }

    @Test
    void damageFoundInUseIsPutAsideAtTheNextStart() throws Exception {
        for (int i = 0; i < 300; i++) {
            finish(run(project("project " + i), "a prompt with number " + i));
        }
        history.close();
        // Everything after the first pages, which hold the list of tables.
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            int page = 4_096;
            for (long at = 30L * page; at < raw.length(); at += page) {
                raw.seek(at);
                raw.write(new byte[page / 2]);
            }
        }
        byte[] damaged = Files.readAllBytes(file());
        history = create();
        assertThatThrownBy(() -> history.search("prompt number project"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("damaged");

        history.close();
        SqliteHistoryRepository opened = SqliteHistoryRepository.open(file());
        history = opened;

        assertThat(opened.warning()).isPresent();
        assertThat(history.projects()).isEmpty();
        String aside =
                names().stream()
                        .filter(n -> n.matches(".*damaged-[0-9-]+"))
                        .findFirst()
                        .orElseThrow();
        assertThat(Files.readAllBytes(file().resolveSibling(aside))).hasSameSizeAs(damaged);
    }

    @Test
    void aSoundFileHasNoWarning() {
        try (SqliteHistoryRepository opened = SqliteHistoryRepository.open(file())) {
            assertThat(opened.warning()).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsExplained() throws IOException {
        Path blocker = Files.writeString(dir.resolve("blocker"), "a file, not a folder");

        assertThatThrownBy(() -> SqliteHistoryRepository.open(blocker.resolve("easel.db")))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("cannot be opened")
                .hasMessageContaining("EASEL_HOME");
    }

    @Test
    void aFullDiskIsExplainedAndLosesNothing() {
        Project project = project("p");
        Run run = run(project, "kept");
        Path full = file().resolveSibling("full.db");
        try (SqliteDatabase database = SqliteDatabase.open(full, SqliteMigrations.ofEasel())) {
            database.read(s -> s.list("PRAGMA max_page_count = 1", r -> r.getLong(1)));

            assertThatThrownBy(() ->
                            database.write(s -> new SqliteTexts(s).intern("x".repeat(2_000_000))))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("disk is full");
            long texts = database.read(s -> s.number("SELECT count(*) FROM text"));
            assertThat(texts).isZero();
        }
        assertThat(history.runs(project.id())).containsExactly(run);
    }

    @Test
    void aReadOnlyFileIsExplained() throws SQLException {
        Project project = project("p");
        try (SqliteDatabase database = SqliteDatabase.open(file(), SqliteMigrations.ofEasel())) {
            database.read(s -> s.update("PRAGMA query_only = 1"));

            assertThatThrownBy(() -> database.write(s -> s.update("DELETE FROM project")))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("read-only");
        }
        assertThat(history.project(project.id())).isPresent();
    }

    @Test
    void aFileWithoutWriteRightIsExplained() throws IOException {
        project("p");
        history.close();
        assumeThat(file().toFile().setReadOnly()).isTrue();
        // The superuser may write it all the same.
        assumeThat(Files.isWritable(file())).isFalse();

        assertThatThrownBy(() -> create().createProject("x"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("no right to write");
    }

    @Test
    void aLockedFileIsExplained() {
        HistoryException e =
                SqliteErrors.explain(
                        file(),
                        new org.sqlite.SQLiteException(
                                "busy", org.sqlite.SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT));

        assertThat(e).hasMessageContaining("Another program is using the history");
    }

    @Test
    void anUnfinishedMigrationLeavesTheOldFormat() throws SQLException {
        history.close();
        SqliteMigrations good = SqliteMigrations.ofEasel();
        SqliteMigrations broken =
                new SqliteMigrations(
                        Stream.concat(
                                        good.scripts().stream(),
                                        Stream.of("CREATE TABLE extra (x); SELECT nonsense;"))
                                .toList());

        assertThatThrownBy(() -> SqliteDatabase.open(file(), broken))
                .isInstanceOf(HistoryException.class);

        assertThat(number("PRAGMA user_version")).isEqualTo(good.scripts().size());
        assertThat(number("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'")).isZero();
    }

    @Test
    void aMigrationKeepsTheData() throws SQLException {
        project("kept");
        history.close();
        SqliteMigrations more =
                new SqliteMigrations(
                        Stream.concat(
                                        SqliteMigrations.ofEasel().scripts().stream(),
                                        Stream.of("ALTER TABLE project ADD COLUMN colour TEXT"))
                                .toList());

        SqliteDatabase.open(file(), more).close();

        assertThat(number("PRAGMA user_version")).isEqualTo(more.scripts().size());
        assertThat(number("SELECT count(*) FROM project WHERE colour IS NULL")).isEqualTo(1);
    }

    @Test
    void oneOfAThousandProjectsIsFound() {
        for (int i = 0; i < 1_000; i++) {
            Project project = project("Project " + i);
            Run run = run(project, "draw balloons, please; variant number" + i);
            history.appendReply(run.id(), "Here are the balloons.");
            finish(run);
        }

        assertThat(history.search("variant number777").getFirst().project().title())
                .isEqualTo("Project 777");
        assertThat(history.search("balloons")).hasSize(1_000);
        assertThat(history.projects()).hasSize(1_000);
    }
}
