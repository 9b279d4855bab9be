package dev.easel.app;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a folder's text files as an artifact.
final class FileSource {
    // A folder named by mistake (a home directory) must not be sent to a model.
    private static final int MOST_FILES = 200;
    private static final long MOST_BYTES = 4_000_000;

    private FileSource() {}

    /// Hidden files and files that are not UTF-8 text are left out.
    static Artifact read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new EaselCommand.Failure("There is no folder " + folder + ".");
        }
        List<ProjectFile> files = new ArrayList<>();
        long bytes = 0;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path :
                    (Iterable<Path>) paths.filter(Files::isRegularFile).sorted()::iterator) {
                Path relative = folder.relativize(path);
                if (relative.toString().startsWith(".") || relative.toString().contains("/.")) {
                    continue;
                }
                bytes += Files.size(path);
                if (files.size() >= MOST_FILES || bytes > MOST_BYTES) {
                    throw new EaselCommand.Failure(
                            folder
                                    + " holds more than a project: over "
                                    + MOST_FILES
                                    + " files or 4 MB. Name the folder of one demo.");
                }
                text(path)
                        .ifPresent(t ->
                                files.add(
                                        new ProjectFile(
                                                relative.toString().replace('\\', '/'), t)));
            }
        } catch (IOException e) {
            throw new EaselCommand.Failure(
                    "Could not read " + folder + " (" + e.getMessage() + ").");
        }
        return new Artifact(files);
    }

    private static Optional<String> text(Path path) throws IOException {
        try {
            return Optional.of(Files.readString(path));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
