package dev.easel.preview;

import dev.easel.preview.Preview.State;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// How far the page that was asked for has come. Only one that loads comes to be shown or fails: a
/// page that is there stays there, whatever becomes of what it still loads. UI thread.
final class LoadProgress {
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /// Nothing is shown.
    ///
    /// @param expected what will be, in plain words; may be empty
    void empty(String expected) {
        to(State.EMPTY, expected);
    }

    /// A page is asked for.
    void begin() {
        to(State.LOADING, "");
    }

    /// Its document is there.
    void arrive() {
        if (state.get() == State.LOADING) {
            to(State.SHOWN, "");
        }
    }

    /// There will be none.
    ///
    /// @param why in plain words
    void fail(String why) {
        if (state.get() == State.LOADING) {
            to(State.FAILED, why);
        }
    }

    // The message first: who hears of the state reads it.
    private void to(State next, String text) {
        message.set(text);
        state.set(next);
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is expected, or why it failed.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
