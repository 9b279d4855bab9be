package dev.easel.editor;

import dev.easel.project.Artifact;
import dev.easel.project.EditOutcome;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files shown in the code pane: those of a revision, or those that a run is writing.
///
/// UI thread only.
public final class CodeViewModel {
    private final ObservableList<CodeDocument> documents = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable CodeDocument> selected = new SimpleObjectProperty<>();
    private final ObservableList<CodeMark> marks = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper streaming = new ReadOnlyBooleanWrapper();

    /// In the order of the tabs.
    public ObservableList<CodeDocument> documents() {
        return documents;
    }

    /// The lines at which something went wrong; whoever finds that out keeps the list. New code
    /// begins without any.
    public ObservableList<CodeMark> marks() {
        return marks;
    }

    /// The document whose tab is shown; null while there is none.
    public ObjectProperty<@Nullable CodeDocument> selectedProperty() {
        return selected;
    }

    /// True while a run writes; the view then follows the end of the text.
    public ReadOnlyBooleanProperty streamingProperty() {
        return streaming.getReadOnlyProperty();
    }

    /// Shows the files of a revision, keeping the selected tab if a file of that path is there.
    public void show(Artifact artifact) {
        streaming.set(false);
        if (shows(artifact)) {
            return;
        }
        String path = Optional.ofNullable(selected.get()).map(CodeDocument::path).orElse("");
        List<CodeDocument> fresh =
                artifact.files().stream()
                        .map(file -> new CodeDocument(file.path(), file.text()))
                        .toList();
        marks.clear();
        documents.setAll(fresh);
        selected.set(find(path).or(() -> fresh.stream().findFirst()).orElse(null));
    }

    /// Empties the pane for a run that begins.
    public void beginStream() {
        marks.clear();
        documents.clear();
        selected.set(null);
        streaming.set(true);
    }

    /// Keeps what is shown for a run that will change it.
    public void beginChanges() {
        streaming.set(true);
    }

    /// Shows a file, if it is there.
    public void select(String path) {
        find(path).ifPresent(selected::set);
    }

    /// Lines of a file become others; a file that is not there yet comes whole.
    ///
    /// @param now the whole text after the change
    public void change(String path, String now, EditOutcome.Applied what) {
        Optional<CodeDocument> shown = find(path);
        if (shown.isEmpty()) {
            startFile(path);
            append(path, now);
            return;
        }
        selected.set(shown.get());
        String added = String.join("", what.added());
        shown.get().change(new CodeDocument.Change(what.line(), what.removed(), added), now);
    }

    /// A file begins; one of the same path is begun anew, in its place.
    public void startFile(String path) {
        CodeDocument document = new CodeDocument(path, "");
        int at = find(path).map(documents::indexOf).orElse(-1);
        if (at < 0) {
            documents.add(document);
        } else {
            documents.set(at, document);
        }
        selected.set(document);
    }

    /// Adds to a file that was started; a path that was not is ignored.
    public void append(String path, String text) {
        find(path).ifPresent(document -> document.text().append(text));
    }

    /// The run is over; what it wrote stays.
    public void endStream() {
        streaming.set(false);
    }

    /// The file of a path, if it is one of those that are shown.
    Optional<CodeDocument> find(String path) {
        return documents.stream().filter(d -> d.path().equals(path)).findFirst();
    }

    // After a run its revision is what is on the screen already: nothing may flicker or scroll.
    private boolean shows(Artifact artifact) {
        return documents.size() == artifact.files().size()
                && artifact.files().stream()
                        .allMatch(f ->
                                find(f.path())
                                        .map(d -> d.text().toString().equals(f.text()))
                                        .orElse(false));
    }
}
