package dev.easel.history;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// What has arrived of a run that is under way: one row a chunk, so that storing a chunk costs the
/// same at the end of a long reply as at its beginning.
record SqliteChunks(SqliteSession session) {
    /// Which of a run's texts a chunk belongs to.
    enum Kind {
        THOUGHT,
        REPLY
    }

    /// The texts so far of one run.
    static final class Arrived {
        private final Map<Kind, StringBuilder> texts = new EnumMap<>(Kind.class);

        String text(Kind kind) {
            return texts.getOrDefault(kind, new StringBuilder()).toString();
        }

        private void add(Kind kind, byte[] body) {
            texts.computeIfAbsent(kind, k -> new StringBuilder())
                    .append(ByteBuffer.wrap(body).asCharBuffer());
        }
    }

    void append(String runId, Kind kind, String text) throws SQLException {
        session.update(
                "INSERT INTO chunk (run_id, kind, body) VALUES (?, ?, ?)",
                runId,
                kind.name(),
                utf16(text));
    }

    /// What has arrived, by run, of those runs that have chunks.
    ///
    /// @param condition SQL about a run `r`, with one parameter
    Map<String, Arrived> where(String condition, String value) throws SQLException {
        Map<String, Arrived> byRun = new HashMap<>();
        session.list(
                "SELECT c.run_id, c.kind, c.body FROM chunk c JOIN run r ON r.id = c.run_id"
                        + " WHERE "
                        + condition
                        + " ORDER BY c.id",
                row -> {
                    Arrived arrived = byRun.computeIfAbsent(row.getString(1), id -> new Arrived());
                    arrived.add(Kind.valueOf(row.getString(2)), row.getBytes(3));
                    return row;
                },
                value);
        return byRun;
    }

    void delete(String runId) throws SQLException {
        session.update("DELETE FROM chunk WHERE run_id = ?", runId);
    }

    // Not getBytes(UTF_16BE): that replaces half a surrogate pair, and chunks end anywhere.
    private static byte[] utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }
}
