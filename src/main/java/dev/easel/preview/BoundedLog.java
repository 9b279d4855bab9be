package dev.easel.preview;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The latest entries of something that a page can make arbitrarily many of. UI thread.
final class BoundedLog<T> {
    private final int limit;
    private final ObservableList<T> entries = FXCollections.observableArrayList();
    private final ObservableList<T> readOnly = FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();

    BoundedLog(int limit) {
        this.limit = limit;
    }

    /// Adds an entry; the oldest goes when the log is full.
    void add(T entry) {
        if (entries.size() == limit) {
            entries.removeFirst();
            drop(1);
        }
        entries.add(entry);
    }

    void replace(int index, T entry) {
        entries.set(index, entry);
    }

    /// Counts entries that never came here.
    void drop(long count) {
        dropped.set(dropped.get() + count);
    }

    void clear() {
        entries.clear();
        dropped.set(0);
    }

    ObservableList<T> entries() {
        return readOnly;
    }

    ReadOnlyLongProperty dropped() {
        return dropped.getReadOnlyProperty();
    }
}
