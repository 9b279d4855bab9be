package dev.easel.preview;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that names the project whose page has not been seen to answer. It outlives a program that
/// has to be killed, so the next start can show that page without running it. Thread-safe.
public final class StartNote {
    private static final System.Logger LOG = System.getLogger(StartNote.class.getName());

    private final Path file;

    /// @param file made when there is something to say, with its folder
    public StartNote(Path file) {
        this.file = file;
    }

    /// The id of the project; empty when every page answered.
    public synchronized String read() {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be read: {1}", file, e);
            return "";
        }
    }

    /// Blocking; of a crash in between, the old or the new text remains.
    synchronized void write(String projectId) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(fresh, projectId);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be written: {1}", file, e);
        }
    }

    /// Every page answered.
    public synchronized void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be deleted: {1}", file, e);
        }
    }
}
