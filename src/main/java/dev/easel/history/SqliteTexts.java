package dev.easel.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The texts of the history, each kept once under its SHA-256. A lone surrogate, which no file can
/// hold either, becomes `?`.
record SqliteTexts(SqliteSession session) {
    /// Stores a text unless it is there.
    ///
    /// @return the id under which other tables name it
    long intern(String text) throws SQLException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] hash = sha256(bytes);
        Optional<Long> known =
                session.first("SELECT id FROM text WHERE hash = ?", r -> r.getLong(1), hash);
        if (known.isPresent()) {
            return known.get();
        }
        session.update(
                "INSERT INTO text (hash, body) VALUES (?, ?)",
                hash,
                new String(bytes, StandardCharsets.UTF_8));
        return session.number("SELECT last_insert_rowid()");
    }

    /// All texts of a project, for [#forget(List)] after it was changed.
    List<Long> of(String projectId) throws SQLException {
        return session.list(
                "SELECT DISTINCT text_id FROM project_text WHERE project_id = ?",
                r -> r.getLong(1),
                projectId);
    }

    /// Deletes those of the texts that nothing names any more.
    void forget(List<Long> ids) throws SQLException {
        for (long id : ids) {
            session.update(
                    "DELETE FROM text WHERE id = ?1"
                            + " AND NOT EXISTS (SELECT 1 FROM project_text WHERE text_id = ?1)",
                    id);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
