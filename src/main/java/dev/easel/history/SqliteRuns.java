package dev.easel.history;

import dev.easel.project.Asked;
import dev.easel.project.Cost;
import dev.easel.project.Origin;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import dev.easel.text.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs, inside a transaction of the caller.
record SqliteRuns(SqliteSession session) {
    private static final Texts TEXTS = Texts.of(SqliteRuns.class);

    private static final String SELECT =
            """
            SELECT r.id, r.project_id, r.started, r.provider, r.model, r.model_version, r.thinking,
                   p.body AS prompt, r.status, r.thoughts, coalesce(a.body, '') AS reply, r.message,
                   r.prompt_tokens, r.cached_tokens, r.output_tokens, r.thought_tokens, r.estimated,
                   r.first_thought, r.first_token, r.total, r.kind, r.follows, r.base,
                   r.attempts, r.cost, r.price
            FROM run r JOIN text p ON p.id = r.prompt_id LEFT JOIN text a ON a.id = r.reply_id
            """;

    /// The runs of a project, oldest first, with everything that has arrived.
    List<Run> of(String projectId) throws SQLException {
        return where("r.project_id = ?", projectId);
    }

    /// @throws HistoryException when it is not there (any more)
    Run get(String runId) throws SQLException {
        return where("r.id = ?", runId).stream()
                .findFirst()
                .orElseThrow(() -> new HistoryException(TEXTS.get("error.gone"), null));
    }

    private List<Run> where(String condition, String value) throws SQLException {
        Map<String, SqliteChunks.Arrived> chunks =
                new SqliteChunks(session).where(condition, value);
        return session.list(
                SELECT + " WHERE " + condition + " ORDER BY r.sequence",
                row -> {
                    Run run = read(row);
                    SqliteChunks.Arrived arrived = chunks.get(run.id());
                    return arrived == null ? run : with(run, arrived);
                },
                value);
    }

    void insert(Run run, RunOwner owner) throws SQLException {
        session.update(
                "INSERT INTO run (id, project_id, started, provider, model, thinking, prompt_id,"
                        + " status, owner_pid, owner_started, kind, follows, base)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                run.projectId(),
                run.started().toEpochMilli(),
                run.provider(),
                run.model(),
                run.thinking(),
                new SqliteTexts(session).intern(run.prompt()),
                run.status().name(),
                owner.pid(),
                owner.started().toEpochMilli(),
                run.origin().kind().name(),
                run.origin().follows(),
                run.asked().base());
    }

    /// Moves the chunks into the run's row, keeping what is there: a run that was taken for dead
    /// may have gone on.
    void finish(String runId, RunResult result) throws SQLException {
        compact(get(runId));
        Usage usage = result.usage();
        Timings timings = result.timings();
        session.update(
                "UPDATE run SET status = ?, model_version = ?, message = ?, prompt_tokens = ?,"
                        + " cached_tokens = ?, output_tokens = ?, thought_tokens = ?, estimated = ?,"
                        + " first_thought = ?, first_token = ?, total = ?, attempts = ?, cost = ?,"
                        + " price = ?, owner_pid = NULL, owner_started = NULL WHERE id = ?",
                result.status().name(),
                result.modelVersion(),
                result.message(),
                usage.prompt(),
                usage.cached(),
                usage.output(),
                usage.thought(),
                usage.estimated() ? 1 : 0,
                timings.firstThought(),
                timings.firstToken(),
                timings.total(),
                result.attempts(),
                result.cost().map(Cost::nanoUsd).orElse(null),
                result.cost().map(Cost::price).orElse(""),
                runId);
    }

    private void compact(Run run) throws SQLException {
        SqliteTexts texts = new SqliteTexts(session);
        List<Long> before =
                session.list(
                        "SELECT reply_id FROM run WHERE id = ? AND reply_id IS NOT NULL",
                        r -> r.getLong(1),
                        run.id());
        session.update(
                "UPDATE run SET thoughts = ?, reply_id = ? WHERE id = ?",
                run.thoughts(),
                texts.intern(run.reply()),
                run.id());
        new SqliteChunks(session).delete(run.id());
        texts.forget(before);
    }

    /// The runs whose process is gone.
    List<String> interrupted() throws SQLException {
        List<Optional<String>> found =
                session.list(
                        "SELECT id, owner_pid, owner_started FROM run WHERE status = 'RUNNING'"
                                + " ORDER BY sequence",
                        r -> owner(r).isAlive() ? Optional.empty() : Optional.of(r.getString(1)));
        return found.stream().flatMap(Optional::stream).toList();
    }

    private static RunOwner owner(ResultSet row) throws SQLException {
        return new RunOwner(row.getLong(2), Instant.ofEpochMilli(row.getLong(3)));
    }

    private static Run read(ResultSet r) throws SQLException {
        return new Run(
                r.getString("id"),
                r.getString("project_id"),
                Instant.ofEpochMilli(r.getLong("started")),
                asked(r),
                r.getString("thoughts"),
                r.getString("reply"),
                result(r));
    }

    private static Asked asked(ResultSet r) throws SQLException {
        return new Asked(
                r.getString("provider"),
                r.getString("model"),
                r.getString("thinking"),
                r.getString("prompt"),
                new Origin(Origin.Kind.valueOf(r.getString("kind")), r.getString("follows")),
                r.getString("base"));
    }

    private static RunResult result(ResultSet r) throws SQLException {
        return new RunResult(
                RunStatus.valueOf(r.getString("status")),
                r.getString("model_version"),
                r.getString("message"),
                new Usage(
                        r.getInt("prompt_tokens"),
                        r.getInt("cached_tokens"),
                        r.getInt("output_tokens"),
                        r.getInt("thought_tokens"),
                        r.getBoolean("estimated")),
                new Timings(
                        r.getLong("first_thought"), r.getLong("first_token"), r.getLong("total")),
                r.getInt("attempts"),
                cost(r));
    }

    private static Optional<Cost> cost(ResultSet r) throws SQLException {
        long nanoUsd = r.getLong("cost");
        return r.wasNull()
                ? Optional.empty()
                : Optional.of(new Cost(nanoUsd, r.getString("price")));
    }

    private static Run with(Run run, SqliteChunks.Arrived arrived) {
        return run.withTexts(
                run.thoughts() + arrived.text(SqliteChunks.Kind.THOUGHT),
                run.reply() + arrived.text(SqliteChunks.Kind.REPLY));
    }
}
