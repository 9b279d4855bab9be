package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The requests of a load with repeats folded, wherever they stand. UI thread.
final class FoldedRequests {
    /// A page that asks for ever new addresses must not fill the memory.
    private static final int MOST = 1_000;

    private final ObservableList<NetworkRow> rows = FXCollections.observableArrayList();
    private final Map<NetworkRow.Key, Integer> places = new HashMap<>();

    FoldedRequests(ObservableList<NetworkEntry> source) {
        new RequestFollower(source, this::clear, this::add);
    }

    ObservableList<NetworkRow> rows() {
        return rows;
    }

    private void clear() {
        rows.clear();
        places.clear();
    }

    private void add(NetworkEntry entry) {
        NetworkRow row = new NetworkRow(entry, 1);
        Integer place = places.get(row.key());
        if (place != null) {
            rows.set(place, rows.get(place).again(entry));
        } else if (rows.size() < MOST) {
            places.put(row.key(), rows.size());
            rows.add(row);
        }
    }
}
