package dev.easel.welcome;

import dev.easel.provider.ProviderException;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One way to connect a model: a value (key or address) that is tried before it is believed. UI
/// thread only.
public final class ConnectViewModel {
    /// How it stands.
    public enum State {
        IDLE,
        CONNECTING,
        CONNECTED,
        FAILED
    }

    /// Tries a value and keeps it when it works. Runs in the background.
    public interface Connector {
        /// @return what to tell the user, in plain words
        /// @throws ProviderException when it does not work; its message is shown
        ///
        /// @param secret typed beside the value; empty for none
        String connect(String value, String secret, boolean remember) throws ProviderException;
    }

    private final Connector connector;
    private final Executor background;
    private final Executor ui;
    private final StringProperty value = new SimpleStringProperty("");
    private final StringProperty secret = new SimpleStringProperty("");
    private final BooleanProperty remember = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /// @param background runs the connector
    /// @param ui runs on the JavaFX thread
    public ConnectViewModel(Connector connector, Executor background, Executor ui) {
        this.connector = connector;
        this.background = background;
        this.ui = ui;
    }

    /// The key or address, as typed.
    public StringProperty valueProperty() {
        return value;
    }

    /// A key that goes with an address, where one is wanted; empty for none.
    public StringProperty secretProperty() {
        return secret;
    }

    /// Whether the value shall outlive the program, where that is a question at all.
    public BooleanProperty rememberProperty() {
        return remember;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The outcome, in plain words.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// Says what is connected already, in plain words, unless something is being tried.
    public void known(String what) {
        if (state.get() == State.IDLE) {
            message.set(what);
        }
    }

    /// Tries what is typed; does nothing while a try is under way or nothing is typed.
    public void connect() {
        String typed = value.get().strip();
        if (typed.isEmpty() || state.get() == State.CONNECTING) {
            return;
        }
        boolean keep = remember.get();
        String key = secret.get().strip();
        message.set("");
        state.set(State.CONNECTING);
        background.execute(() -> {
            try {
                String told = connector.connect(typed, key, keep);
                ui.execute(() -> end(State.CONNECTED, told));
            } catch (ProviderException e) {
                ui.execute(() -> end(State.FAILED, e.getMessage()));
            }
        });
    }

    private void end(State to, String told) {
        message.set(told);
        state.set(to);
    }
}
