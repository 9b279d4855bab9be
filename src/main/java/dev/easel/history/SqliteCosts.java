package dev.easel.history;

import dev.easel.history.HistoryRepository.Going;
import dev.easel.history.HistoryRepository.ProjectCost;
import dev.easel.project.Project;
import dev.easel.project.Spent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Sums over runs, inside a transaction of the caller.
record SqliteCosts(SqliteSession session) {
    // As many runs tell what a model usually writes.
    private static final int LAST_RUNS = 10;

    private static final String SUMS =
            """
            coalesce(sum(r.cost), 0) AS nano, count(r.cost) AS runs,
            coalesce(sum(r.cost IS NULL AND r.status <> 'RUNNING'
                AND r.prompt_tokens + r.output_tokens + r.thought_tokens > 0), 0) AS unknown,
            coalesce(max(r.cost IS NOT NULL AND r.estimated), 0) AS estimated
            """;

    private static final String COLUMNS =
            "started, status, prompt_tokens, output_tokens, thought_tokens, estimated, cost";

    // A condition on `started` reaches the indexes of both.
    private static final String ALL_RUNS =
            "(SELECT %1$s FROM run UNION ALL SELECT %1$s FROM deleted_run)".formatted(COLUMNS);

    /// Remembers what a project cost that is about to be deleted.
    void keep(String projectId) throws SQLException {
        session.update(
                "INSERT INTO deleted_run (%1$s) SELECT %1$s FROM run WHERE project_id = ?"
                        .formatted(COLUMNS),
                projectId);
    }

    /// Runs of deleted projects included.
    List<Spent> between(List<Instant> borders) throws SQLException {
        List<Spent> sums = new ArrayList<>();
        for (int i = 1; i < borders.size(); i++) {
            sums.add(
                    one(
                            ALL_RUNS,
                            "r.started >= ? AND r.started < ?",
                            borders.get(i - 1).toEpochMilli(),
                            borders.get(i).toEpochMilli()));
        }
        return sums;
    }

    Spent of(String projectId) throws SQLException {
        return one("run", "r.project_id = ?", projectId);
    }

    private Spent one(String runs, String condition, Object... values) throws SQLException {
        String sql = "SELECT " + SUMS + " FROM " + runs + " r WHERE " + condition;
        return session.first(sql, SqliteCosts::spent, values).orElse(Spent.NOTHING);
    }

    List<ProjectCost> dearest(int count) throws SQLException {
        return session.list(
                "SELECT p.id, t.body, p.created, p.updated, "
                        + SUMS
                        + " FROM run r JOIN project p ON p.id = r.project_id"
                        + " JOIN text t ON t.id = p.title_id GROUP BY p.id"
                        + " HAVING nano > 0 OR unknown > 0"
                        + " ORDER BY nano DESC, p.updated DESC LIMIT ?",
                row -> new ProjectCost(project(row), spent(row)),
                count);
    }

    private static Project project(ResultSet row) throws SQLException {
        return new Project(
                row.getString(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)));
    }

    private static Spent spent(ResultSet row) throws SQLException {
        return new Spent(
                row.getLong("nano"),
                row.getInt("runs"),
                row.getInt("unknown"),
                row.getBoolean("estimated"));
    }

    List<Going> going() throws SQLException {
        return session.list(
                "SELECT provider, model FROM run WHERE status = 'RUNNING'",
                row -> new Going(row.getString(1), row.getString(2)));
    }

    int usualOutput(String provider, String model) throws SQLException {
        return (int)
                session.number(
                        "SELECT coalesce(round(avg(n)), 0) FROM"
                                + " (SELECT output_tokens + thought_tokens AS n FROM run"
                                + " WHERE provider = ? AND model = ? AND n > 0"
                                + " ORDER BY sequence DESC LIMIT ?)",
                        provider,
                        model,
                        LAST_RUNS);
    }
}
