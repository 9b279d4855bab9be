package dev.easel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Asked;
import dev.easel.project.Project;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real processes on one history file.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SqliteProcessesTest {
    @TempDir Path dir;

    private Path file() {
        return dir.resolve("easel.db");
    }

    @Test
    void aKilledProcessLosesNothingThatWasStored() throws Exception {
        Process child = ChildProcess.start("append", file().toString());
        int said;
        try (BufferedReader out = reader(child)) {
            while (Integer.parseInt(out.readLine()) < 500) {
                // it goes on appending
            }
            // By its handle: Process.destroyForcibly() closes the pipe with what is still in it.
            child.toHandle().destroyForcibly();
            said = last(out, 500);
        }
        child.waitFor();

        try (HistoryRepository history = SqliteHistoryRepository.open(file())) {
            List<Run> recovered = history.recoverInterrupted();
            assertThat(recovered).hasSize(1);
            Run run = recovered.getFirst();
            assertThat(run.prompt()).isEqualTo("the prompt");
            assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
            assertThat(run.reply()).startsWith("0\n1\n2\n").contains("\n" + said + "\n");
            // Whole chunks, in order, none missing.
            List<String> lines = run.reply().lines().toList();
            assertThat(lines.getLast()).isEqualTo(String.valueOf(lines.size() - 1));
        }
    }

    // What the pipe still holds; a line may be cut.
    private static int last(BufferedReader out, int known) throws Exception {
        int last = known;
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(String.valueOf(last + 1))) {
                last++;
            }
        }
        return last;
    }

    @Test
    void twoProcessesUseOneHistoryAtTheSameTime() throws Exception {
        int count = 40;
        Process one = ChildProcess.start("work", file().toString(), String.valueOf(count));
        Process two = ChildProcess.start("work", file().toString(), String.valueOf(count));
        try (HistoryRepository history = SqliteHistoryRepository.open(file());
                BufferedReader first = reader(one);
                BufferedReader second = reader(two)) {
            assertThat(first.readLine()).isEqualTo("opened");
            assertThat(second.readLine()).isEqualTo("opened");
            Project mine = history.createProject("mine");
            Run run = history.startRun(mine.id(), Asked.prompt("g", "m", "", "x"));
            for (int i = 0; i < 200; i++) {
                history.appendReply(run.id(), i + "\n");
            }
            assertThat(one.waitFor()).isZero();
            assertThat(two.waitFor()).isZero();

            assertThat(history.projects()).hasSize(2 * count + 1);
            assertThat(history.revisionCounts()).hasSize(2 * count);
            assertThat(history.runs(mine.id()).getFirst().status()).isEqualTo(RunStatus.RUNNING);
            assertThat(history.runs(mine.id()).getFirst().reply().lines()).hasSize(200);
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
