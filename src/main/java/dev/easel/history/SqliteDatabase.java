package dev.easel.history;

import dev.easel.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// One connection to a history file: opens it, runs transactions one at a time, and puts errors
/// into plain words. Thread-safe; other processes may have the same file open.
final class SqliteDatabase implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(SqliteDatabase.class);

    private static final int BUSY_MILLIS = 5_000;

    /// What happens inside a transaction.
    @FunctionalInterface
    interface Work<T> {
        T run(SqliteSession session) throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final @Nullable Path movedAside;
    private final SqliteSession session;
    private boolean closed;

    private SqliteDatabase(Path file, @Nullable Path movedAside, SqliteSession session) {
        this.file = file;
        this.movedAside = movedAside;
        this.session = session;
    }

    /// Opens the file, making it and its folder when missing. A damaged file is moved aside and a
    /// new one begun, see [#movedAside()].
    ///
    /// @throws HistoryException when the file cannot be opened or belongs to a newer Easel
    static SqliteDatabase open(Path file, SqliteMigrations migrations) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            SqliteDamage damage = new SqliteDamage(file);
            try {
                return new SqliteDatabase(file, null, connect(file, migrations, damage));
            } catch (SQLException e) {
                if (!SqliteErrors.isDamage(e)) {
                    throw e;
                }
                Path aside = damage.moveAside();
                return new SqliteDatabase(file, aside, connect(file, migrations, damage));
            }
        } catch (SQLException e) {
            throw SqliteErrors.explain(file, e);
        } catch (IOException e) {
            throw new HistoryException(TEXTS.get("error.cannotOpen", file), e);
        }
    }

    private static SqliteSession connect(
            Path file, SqliteMigrations migrations, SqliteDamage damage)
            throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            SqliteSession session = new SqliteSession(connection);
            // First of all, because the lines below already change the file.
            migrations.check(file, session);
            damage.checkIfSuspected(session);
            session.script("PRAGMA journal_mode = WAL");
            session.script("PRAGMA synchronous = NORMAL");
            session.script("PRAGMA foreign_keys = ON");
            migrations.apply(session);
            return session;
        } catch (SQLException | IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// Where the damaged file is now; empty when the file was sound.
    Optional<Path> movedAside() {
        return Optional.ofNullable(movedAside);
    }

    /// Runs queries that see one state of the data, whatever other processes write meanwhile.
    <T> T read(Work<T> work) {
        return transaction("BEGIN", work);
    }

    /// Runs changes that are stored together or, after an exception, not at all.
    <T> T write(Work<T> work) {
        return transaction("BEGIN IMMEDIATE", work);
    }

    private <T> T transaction(String begin, Work<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw new HistoryException(TEXTS.get("error.closed"), null);
            }
            session.script(begin);
            return commit(work);
        } catch (SQLException e) {
            if (SqliteErrors.isDamage(e)) {
                new SqliteDamage(file).suspect();
            }
            throw SqliteErrors.explain(file, e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T commit(Work<T> work) throws SQLException {
        try {
            T result = work.run(session);
            session.script("COMMIT");
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(Exception reason) {
        try {
            session.script("ROLLBACK");
        } catch (SQLException e) {
            // A full disk has rolled back already; the reason is what matters.
            reason.addSuppressed(e);
        }
    }

    /// Later calls throw. A second close does nothing.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            session.connection().close();
        } catch (SQLException e) {
            throw SqliteErrors.explain(file, e);
        } finally {
            lock.unlock();
        }
    }
}
