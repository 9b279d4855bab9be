package dev.easel.app;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes an artifact's files into a folder.
final class FileSink {
    private FileSink() {}

    /// Makes the folder when it is not there; files of the same name are replaced, others stay.
    static void write(Artifact artifact, Path folder) {
        for (ProjectFile file : artifact.files()) {
            Path path = folder.resolve(file.path());
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, file.text());
            } catch (IOException e) {
                throw new EaselCommand.Failure(
                        "Could not write "
                                + path
                                + " ("
                                + e.getMessage()
                                + "). The files are safe in the history; choose another --out folder.");
            }
        }
    }
}
