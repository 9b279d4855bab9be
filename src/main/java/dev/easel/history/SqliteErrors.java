package dev.easel.history;

import dev.easel.text.Texts;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// Turns SQLite's error codes into words for people.
final class SqliteErrors {
    private static final Texts TEXTS = Texts.of(SqliteErrors.class);

    private SqliteErrors() {}

    /// @param e is kept as the cause
    static HistoryException explain(Path file, SQLException e) {
        return new HistoryException(TEXTS.get(key(e), file, String.valueOf(e.getMessage())), e);
    }

    /// Whether the file is not a sound database, as opposed to one that cannot be reached just now.
    static boolean isDamage(SQLException e) {
        return switch (primary(e)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> true;
            default -> false;
        };
    }

    // The low byte is the primary code, the rest says more: https://sqlite.org/rescode.html
    private static SQLiteErrorCode primary(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    }

    private static String key(SQLException e) {
        return switch (primary(e)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "error.damaged";
            case SQLITE_FULL -> "error.full";
            case SQLITE_READONLY, SQLITE_PERM -> "error.readOnly";
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> "error.locked";
            case SQLITE_CANTOPEN, SQLITE_AUTH -> "error.cannotOpen";
            case SQLITE_IOERR -> "error.disk";
            case SQLITE_CONSTRAINT -> "error.gone";
            default -> "error.unknown";
        };
    }
}
