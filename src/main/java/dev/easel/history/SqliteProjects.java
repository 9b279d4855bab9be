package dev.easel.history;

import dev.easel.project.Artifact;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Projects and their revisions, inside a transaction of the caller.
record SqliteProjects(SqliteSession session) {
    private static final String SELECT =
            "SELECT p.id, t.body, p.created, p.updated FROM project p"
                    + " JOIN text t ON t.id = p.title_id";

    List<Project> all() throws SQLException {
        return session.list(
                SELECT + " ORDER BY p.updated DESC, p.rowid DESC", SqliteProjects::project);
    }

    Optional<Project> get(String projectId) throws SQLException {
        return session.first(SELECT + " WHERE p.id = ?", SqliteProjects::project, projectId);
    }

    void insert(Project project) throws SQLException {
        session.update(
                "INSERT INTO project (id, title_id, created, updated) VALUES (?, ?, ?, ?)",
                project.id(),
                new SqliteTexts(session).intern(project.title()),
                project.created().toEpochMilli(),
                project.updated().toEpochMilli());
    }

    void rename(String projectId, String title) throws SQLException {
        SqliteTexts texts = new SqliteTexts(session);
        List<Long> before = texts.of(projectId);
        session.update(
                "UPDATE project SET title_id = ? WHERE id = ?", texts.intern(title), projectId);
        texts.forget(before);
    }

    void touch(String projectId, Instant now) throws SQLException {
        session.update(
                "UPDATE project SET updated = ? WHERE id = ?", now.toEpochMilli(), projectId);
    }

    void delete(String projectId) throws SQLException {
        SqliteTexts texts = new SqliteTexts(session);
        List<Long> before = texts.of(projectId);
        new SqliteCosts(session).keep(projectId);
        session.update("DELETE FROM project WHERE id = ?", projectId);
        texts.forget(before);
        new SqliteImages(session).forgetUnused();
    }

    Map<String, String> settings(String projectId) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        session.list(
                "SELECT name, value FROM project_setting WHERE project_id = ?",
                r -> settings.put(r.getString(1), r.getString(2)),
                projectId);
        return settings;
    }

    void set(String projectId, String name, String value) throws SQLException {
        if (value.isEmpty()) {
            session.update(
                    "DELETE FROM project_setting WHERE project_id = ? AND name = ?",
                    projectId,
                    name);
        } else {
            session.update(
                    "INSERT INTO project_setting (project_id, name, value) VALUES (?, ?, ?)"
                            + " ON CONFLICT (project_id, name) DO UPDATE SET value = excluded.value",
                    projectId,
                    name,
                    value);
        }
    }

    int nextNumber(String projectId) throws SQLException {
        return (int)
                session.number(
                        "SELECT coalesce(max(number), 0) + 1 FROM revision WHERE project_id = ?",
                        projectId);
    }

    Map<String, Integer> revisionCounts() throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        session.list(
                "SELECT project_id, count(*) FROM revision GROUP BY project_id",
                r -> counts.put(r.getString(1), r.getInt(2)));
        return counts;
    }

    void insert(Revision revision) throws SQLException {
        session.update(
                "INSERT INTO revision (id, project_id, number, created, run_id, partial)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                revision.id(),
                revision.projectId(),
                revision.number(),
                revision.created().toEpochMilli(),
                revision.runId(),
                revision.partial() ? 1 : 0);
        int position = 0;
        for (ProjectFile file : revision.artifact().files()) {
            session.update(
                    "INSERT INTO revision_file (revision_id, position, path, text_id)"
                            + " VALUES (?, ?, ?, ?)",
                    revision.id(),
                    position++,
                    file.path(),
                    new SqliteTexts(session).intern(file.text()));
        }
    }

    /// Oldest first. A file that did not change from one revision to the next is one string in
    /// memory, as it is one row on disk.
    List<Revision> revisions(String projectId) throws SQLException {
        Map<Long, String> texts = new HashMap<>();
        Map<String, List<ProjectFile>> files = new HashMap<>();
        session.list(
                "SELECT f.revision_id, f.path, f.text_id, t.body FROM revision r"
                        + " JOIN revision_file f ON f.revision_id = r.id"
                        + " JOIN text t ON t.id = f.text_id"
                        + " WHERE r.project_id = ? ORDER BY r.number, f.position",
                r -> {
                    String text = texts.get(r.getLong(3));
                    if (text == null) {
                        text = r.getString(4);
                        texts.put(r.getLong(3), text);
                    }
                    return files.computeIfAbsent(r.getString(1), id -> new ArrayList<>())
                            .add(new ProjectFile(r.getString(2), text));
                },
                projectId);
        return session.list(
                "SELECT id, project_id, number, created, run_id, partial FROM revision"
                        + " WHERE project_id = ? ORDER BY number",
                r -> revision(r, files.getOrDefault(r.getString(1), List.of())),
                projectId);
    }

    static Project project(ResultSet r) throws SQLException {
        return new Project(
                r.getString(1),
                r.getString(2),
                Instant.ofEpochMilli(r.getLong(3)),
                Instant.ofEpochMilli(r.getLong(4)));
    }

    private static Revision revision(ResultSet r, List<ProjectFile> files) throws SQLException {
        return new Revision(
                r.getString(1),
                r.getString(2),
                r.getInt(3),
                Instant.ofEpochMilli(r.getLong(4)),
                r.getString(5),
                r.getBoolean(6),
                new Artifact(files));
    }
}
