package dev.easel.editor;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The comparison of a revision with the one before. UI thread only.
public final class DiffViewModel {
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ObservableList<LineDiff> files = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LineDiff> selected = new SimpleObjectProperty<>();
    private final IntegerProperty change = new SimpleIntegerProperty(-1);

    public DiffViewModel() {
        selected.addListener((o, before, now) -> {
            change.set(-1);
            change.set(now == null || now.changes().isEmpty() ? -1 : 0);
        });
    }

    /// Shows a comparison.
    ///
    /// @param of what is compared, for people
    public void show(String of, List<LineDiff> diffs) {
        title.set(of);
        files.setAll(diffs);
        selected.set(null);
        selected.set(diffs.isEmpty() ? null : diffs.getFirst());
        open.set(true);
    }

    public void close() {
        open.set(false);
        files.clear();
        selected.set(null);
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// What is compared.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// The files that differ.
    public ObservableList<LineDiff> files() {
        return files;
    }

    /// The file that is shown; null while none differs.
    public ObjectProperty<@Nullable LineDiff> selectedProperty() {
        return selected;
    }

    /// Which change of the file is in sight, counted from 0; -1 for none.
    public IntegerProperty changeProperty() {
        return change;
    }

    /// Goes to the next or an earlier change, through all files and round again.
    ///
    /// @param by 1 or -1
    public void step(int by) {
        LineDiff file = selected.get();
        if (file == null) {
            return;
        }
        int to = change.get() + by;
        if (to >= 0 && to < file.changes().size()) {
            change.set(to);
            return;
        }
        LineDiff other = files.get(Math.floorMod(files.indexOf(file) + by, files.size()));
        selected.set(other);
        change.set(by > 0 ? 0 : other.changes().size() - 1);
    }
}
