package dev.easel.preview;

import dev.easel.preview.sandbox.ConsoleEntry;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The console with repeated lines folded. Follows its source, which grows at the end and loses
/// lines at the start. UI thread.
final class FoldedConsole {
    private final ObservableList<ConsoleEntry> source;
    private final ObservableList<ConsoleRow> rows = FXCollections.observableArrayList();

    FoldedConsole(ObservableList<ConsoleEntry> source) {
        this.source = source;
        source.forEach(this::append);
        source.addListener(this::changed);
    }

    ObservableList<ConsoleRow> rows() {
        return rows;
    }

    private void changed(ListChangeListener.Change<? extends ConsoleEntry> change) {
        while (change.next()) {
            if (change.wasReplaced() || source.isEmpty()) {
                rows.clear();
                source.forEach(this::append);
                return;
            }
            for (int i = 0; i < change.getRemovedSize(); i++) {
                removeFirst();
            }
            List.copyOf(change.getAddedSubList()).forEach(this::append);
        }
    }

    private void append(ConsoleEntry entry) {
        int last = rows.size() - 1;
        if (last >= 0 && rows.get(last).continuesWith(entry)) {
            rows.set(last, new ConsoleRow(entry, rows.get(last).count() + 1));
        } else {
            rows.add(new ConsoleRow(entry, 1));
        }
    }

    private void removeFirst() {
        ConsoleRow first = rows.getFirst();
        if (first.count() > 1) {
            rows.set(0, new ConsoleRow(first.entry(), first.count() - 1));
        } else {
            rows.removeFirst();
        }
    }
}
