package dev.easel.history;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What is done about a damaged history file: it is moved aside, never deleted.
///
/// Damage inside a file may show only while it is used. Then a note is left beside it, and the next
/// start checks the whole file; a check at every start would read gigabytes for nothing.
///
/// @param file the history
record SqliteDamage(Path file) {
    private static final System.Logger LOG = System.getLogger(SqliteDamage.class.getName());
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /// Leaves the note for the next start.
    void suspect() {
        try {
            Files.writeString(note(), "Easel will check this history at its next start.\n");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "No note beside the damaged history", e);
        }
    }

    /// Checks the whole file if the note is there.
    ///
    /// @throws SQLException of the kind that means damage
    void checkIfSuspected(SqliteSession session) throws SQLException, IOException {
        if (!Files.exists(note())) {
            return;
        }
        String result = session.first("PRAGMA integrity_check(1)", r -> r.getString(1)).orElse("");
        Files.delete(note());
        if (!result.equals("ok")) {
            throw new SQLiteException(result, SQLiteErrorCode.SQLITE_CORRUPT);
        }
    }

    /// @return where the file is now, beside its old place
    Path moveAside() throws IOException {
        Path aside = free(file.getFileName() + ".damaged-" + LocalDateTime.now().format(STAMP));
        // The log of changes belongs to the old file and goes first: SQLite would delete it if it
        // found it alone.
        for (String suffix : new String[] {"-wal", "-shm"}) {
            Path companion = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(companion)) {
                Files.move(companion, aside.resolveSibling(aside.getFileName() + suffix));
            }
        }
        Files.move(file, aside);
        Files.deleteIfExists(note());
        return aside;
    }

    private Path free(String name) {
        Path aside = file.resolveSibling(name);
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(name + "-" + i);
        }
        return aside;
    }

    private Path note() {
        return file.resolveSibling(file.getFileName() + ".check");
    }
}
