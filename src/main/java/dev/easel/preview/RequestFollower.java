package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Follows the requests of a preview, which grow at the end, and begin anew with each load. What
/// the log drops because it is full is of no interest here. UI thread.
final class RequestFollower {
    /// @param cleared a new load has begun
    /// @param added a request was made; called for those that are there already, too
    RequestFollower(
            ObservableList<NetworkEntry> source, Runnable cleared, Consumer<NetworkEntry> added) {
        source.forEach(added);
        source.addListener(
                (ListChangeListener<NetworkEntry>)
                        change -> {
                            while (change.next()) {
                                if (change.wasRemoved() && source.isEmpty()) {
                                    cleared.run();
                                }
                                List.copyOf(change.getAddedSubList()).forEach(added);
                            }
                        });
    }
}
