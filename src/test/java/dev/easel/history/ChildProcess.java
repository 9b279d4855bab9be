package dev.easel.history;

import dev.easel.project.Artifact;
import dev.easel.project.Asked;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A second Easel process, as far as the history is concerned. Says on standard output what it has
/// stored, one line each.
final class ChildProcess {
    private ChildProcess() {}

    static Process start(String... args) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ChildProcess.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// `exit`; `append FILE` appends numbers until it is killed; `work FILE COUNT` makes whole
    /// projects.
    public static void main(String[] args) {
        switch (args[0]) {
            case "append" -> append(Path.of(args[1]));
            case "work" -> work(Path.of(args[1]), Integer.parseInt(args[2]));
            default -> {}
        }
    }

    @SuppressWarnings("InfiniteLoopStatement") // it is to be killed in the middle
    private static void append(Path file) {
        HistoryRepository history = SqliteHistoryRepository.open(file);
        Project project = history.createProject("killed");
        Run run = history.startRun(project.id(), Asked.prompt("g", "m", "", "the prompt"));
        for (int i = 0; ; i++) {
            history.appendReply(run.id(), i + "\n");
            System.out.println(i);
        }
    }

    private static void work(Path file, int count) {
        try (HistoryRepository history = SqliteHistoryRepository.open(file)) {
            System.out.println("opened");
            history.recoverInterrupted();
            for (int i = 0; i < count; i++) {
                Project project = history.createProject("child " + i);
                Run run = history.startRun(project.id(), Asked.prompt("g", "m", "", "prompt " + i));
                history.appendReply(run.id(), "reply " + i);
                history.finishRun(
                        run.id(), HistoryRepositoryContract.result(RunStatus.COMPLETE, ""));
                Artifact page = new Artifact(List.of(new ProjectFile("index.html", "<p>" + i)));
                history.addRevision(project.id(), run.id(), false, page);
            }
        }
    }
}
