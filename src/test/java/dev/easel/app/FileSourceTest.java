package dev.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
    @TempDir Path folder;

    @Test
    void whatWasWrittenIsReadAgain() {
        Artifact artifact =
                new Artifact(
                        List.of(
                                new ProjectFile("index.html", "<p>\u00e9</p>"),
                                new ProjectFile("js/app.js", "1")));
        FileSink.write(artifact, folder.resolve("new/folder"));
        assertThat(FileSource.read(folder.resolve("new/folder"))).isEqualTo(artifact);
    }

    @Test
    void hiddenFilesAndPicturesAreLeftOut() throws Exception {
        Files.writeString(folder.resolve("index.html"), "x");
        Files.writeString(folder.resolve(".env"), "SECRET=1");
        Files.createDirectories(folder.resolve("a/.git"));
        Files.writeString(folder.resolve("a/.git/config"), "x");
        Files.write(folder.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xff});
        assertThat(FileSource.read(folder).files())
                .extracting(ProjectFile::path)
                .containsExactly("index.html");
    }

    @Test
    void aFolderNamedByMistakeIsRefused() throws Exception {
        for (int i = 0; i < 201; i++) {
            Files.writeString(folder.resolve(i + ".txt"), "x");
        }
        assertThatThrownBy(() -> FileSource.read(folder))
                .isInstanceOf(EaselCommand.Failure.class)
                .hasMessageContaining("more than a project");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> FileSource.read(folder.resolve("none")))
                .hasMessageContaining("There is no folder");
    }
}
