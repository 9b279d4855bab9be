package dev.easel.settings;

import dev.easel.provider.ConnectionCheck;
import dev.easel.settings.SecretStore.SecretStoreException;
import dev.easel.text.Texts;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One connection to models as it stands: where its key is, and whether it works. Never the key
/// itself. UI thread only.
public final class ConnectionViewModel {
    private static final Texts TEXTS = Texts.of(ConnectionViewModel.class);

    /// How the test stands.
    public enum State {
        UNTESTED,
        TESTING,
        WORKS,
        FAILS
    }

    /// What is behind it.
    public interface Connection {
        /// The key that is used now; absent where there can be none. Asked in the background.
        Optional<KeptKey> key();

        /// What to try: what is typed, else what is kept. Asked on the JavaFX thread.
        ///
        /// @return runs in the background, for seconds if need be
        Supplier<ConnectionCheck> check();
    }

    private final Connection connection;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyStringWrapper keyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canForget = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNTESTED);
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    // The test whose outcome is waited for; one that was made with another key counts no more.
    private Object current = new Object();

    /// @param background asks key store and server
    /// @param ui runs on the JavaFX thread
    public ConnectionViewModel(Connection connection, Executor background, Executor ui) {
        this.connection = connection;
        this.background = background;
        this.ui = ui;
    }

    /// Where the key is, in plain words.
    public ReadOnlyStringProperty keyTextProperty() {
        return keyText.getReadOnlyProperty();
    }

    /// Whether the key can be forgotten: one of the environment cannot.
    public ReadOnlyBooleanProperty canForgetProperty() {
        return canForget.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What came of the test, in three words.
    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /// What was seen and what to do.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// Looks again where the key is. What was said of the key before is dropped, and so is what a
    /// test under way will say.
    public void refresh() {
        drop();
        look();
    }

    private void look() {
        background.execute(() -> {
            Optional<KeptKey> key = connection.key();
            Optional<KeptKey.Place> place = key.flatMap(KeptKey::place);
            String text = key.map(k -> text(k, place)).orElse(TEXTS.get("key.cloud"));
            ui.execute(() -> {
                keyText.set(text);
                canForget.set(place.filter(p -> p != KeptKey.Place.ENVIRONMENT).isPresent());
            });
        });
    }

    /// Forgets the key, here and in the key store.
    public void forget() {
        drop();
        background.execute(() -> {
            try {
                if (connection.key().isPresent()) {
                    connection.key().get().forget();
                }
                ui.execute(this::drop);
            } catch (SecretStoreException e) {
                String why = TEXTS.get("key.notForgotten", String.valueOf(e.getMessage()));
                ui.execute(() -> show(State.FAILS, TEXTS.get("key.kept"), why));
            }
            look();
        });
    }

    /// Tries the connection; does nothing while a try is under way.
    public void test() {
        if (state.get() == State.TESTING) {
            return;
        }
        show(State.TESTING, "", "");
        Object mine = current;
        Supplier<ConnectionCheck> tried = connection.check();
        background.execute(() -> {
            ConnectionCheck check = tried.get();
            ui.execute(() -> {
                if (mine == current) {
                    show(check);
                }
            });
        });
    }

    private void show(ConnectionCheck check) {
        show(check.works() ? State.WORKS : State.FAILS, check.headline(), check.message());
    }

    private void drop() {
        current = new Object();
        show(State.UNTESTED, "", "");
    }

    private static String text(KeptKey key, Optional<KeptKey.Place> place) {
        if (place.isEmpty()) {
            return TEXTS.get("key.none");
        }
        return switch (place.get()) {
            case ENVIRONMENT -> TEXTS.get("key.environment", key.variable().orElse(""));
            case KEYRING -> TEXTS.get("key.keyring");
            case SESSION -> TEXTS.get("key.session");
        };
    }

    private void show(State now, String words, String more) {
        headline.set(words);
        message.set(more);
        state.set(now);
    }
}
