package dev.easel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeViewModelTest {
    private final CodeViewModel model = new CodeViewModel();

    @Test
    void aRevisionOpensItsFirstFile() {
        model.show(artifact("index.html", "<p>", "app.js", "x"));
        assertThat(paths()).containsExactly("index.html", "app.js");
        assertThat(model.selectedProperty().get().path()).isEqualTo("index.html");
    }

    @Test
    void theSelectedFileStaysSelectedInAnotherRevision() {
        model.show(artifact("index.html", "<p>", "app.js", "x"));
        model.selectedProperty().set(model.documents().get(1));
        model.show(artifact("index.html", "<b>", "app.js", "y"));
        assertThat(model.selectedProperty().get().path()).isEqualTo("app.js");
        assertThat(model.selectedProperty().get().text()).hasToString("y");
    }

    @Test
    void aFileAppearsWhileItStreams() {
        model.beginStream();
        model.startFile("index.html");
        model.append("index.html", "<h1>");
        model.append("index.html", "Hi");
        assertThat(model.streamingProperty().get()).isTrue();
        assertThat(model.selectedProperty().get().text()).hasToString("<h1>Hi");
    }

    @Test
    void aFileThatIsBegunAgainStartsEmpty() {
        model.beginStream();
        model.startFile("a.js");
        model.append("a.js", "old");
        model.startFile("a.js");
        model.append("a.js", "new");
        assertThat(paths()).containsExactly("a.js");
        assertThat(model.documents().getFirst().text()).hasToString("new");
    }

    @Test
    void theRevisionOfTheStreamThatWasShownReplacesNothing() {
        model.beginStream();
        model.startFile("index.html");
        model.append("index.html", "<p>");
        CodeDocument streamed = model.documents().getFirst();
        model.endStream();
        model.show(artifact("index.html", "<p>"));
        assertThat(model.documents()).containsExactly(streamed);
    }

    private List<String> paths() {
        return model.documents().stream().map(CodeDocument::path).toList();
    }

    private static Artifact artifact(String path, String text, String path2, String text2) {
        return new Artifact(List.of(new ProjectFile(path, text), new ProjectFile(path2, text2)));
    }

    private static Artifact artifact(String path, String text) {
        return new Artifact(List.of(new ProjectFile(path, text)));
    }
}
