package dev.easel.history;

import dev.easel.text.BundledText;
import dev.easel.text.Texts;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Brings a database to the newest format. Script n leads from format n-1 to n, in one transaction
/// with its `PRAGMA user_version`; a script that was released never changes.
///
/// @param scripts SQL, the first for an empty database
record SqliteMigrations(List<String> scripts) {
    private static final Texts TEXTS = Texts.of(SqliteMigrations.class);

    SqliteMigrations {
        scripts = List.copyOf(scripts);
    }

    /// The scripts in the resources of this package.
    static SqliteMigrations ofEasel() {
        return new SqliteMigrations(
                List.of(
                        resource("migrations/1.sql"),
                        resource("migrations/2.sql"),
                        resource("migrations/3.sql"),
                        resource("migrations/4.sql"),
                        resource("migrations/5.sql")));
    }

    /// Changes nothing when the database is not one that this Easel may change.
    ///
    /// @throws HistoryException for a database of a newer Easel or of another program
    void check(Path file, SqliteSession session) throws SQLException {
        long version = version(session);
        if (version > scripts.size()) {
            throw new HistoryException(
                    TEXTS.get("error.newer", file, version, scripts.size()), null);
        }
        if (version == 0 && session.number("SELECT count(*) FROM sqlite_schema") > 0) {
            throw new HistoryException(TEXTS.get("error.foreign", file), null);
        }
    }

    /// Runs what is missing. Another process may do the same at this moment.
    void apply(SqliteSession session) throws SQLException {
        while (version(session) < scripts.size()) {
            session.script("BEGIN IMMEDIATE");
            try {
                next(session);
                session.script("COMMIT");
            } catch (SQLException e) {
                session.script("ROLLBACK");
                throw e;
            }
        }
    }

    private void next(SqliteSession session) throws SQLException {
        // Asked again inside the transaction: the other process may have been first.
        int version = Math.toIntExact(version(session));
        if (version < scripts.size()) {
            session.script(scripts.get(version));
            session.script("PRAGMA user_version = " + (version + 1));
        }
    }

    private static long version(SqliteSession session) throws SQLException {
        return session.number("PRAGMA user_version");
    }

    private static String resource(String name) {
        return BundledText.read(SqliteMigrations.class, name);
    }
}
