package dev.easel.app;

import dev.easel.history.HistoryRepository;
import dev.easel.project.Asked;
import dev.easel.project.Project;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import java.nio.file.Path;

/// Makes a folder's files the first revision of a project, so that a prompt can change them.
final class FolderImport {
    private FolderImport() {}

    static Project into(HistoryRepository history, Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        var artifact = FileSource.read(folder);
        Project project = history.createProject(String.valueOf(absolute.getFileName()));
        Run run =
                history.startRun(
                        project.id(), Asked.prompt("folder", "", "", "Files of " + absolute));
        history.finishRun(run.id(), RunResult.of(RunStatus.COMPLETE, ""));
        history.addRevision(project.id(), run.id(), false, artifact);
        return project;
    }
}
