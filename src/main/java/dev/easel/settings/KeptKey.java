package dev.easel.settings;

import dev.easel.settings.SecretStore.SecretStoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One key: from the environment, else typed in this session, else from the system's key store.
/// Never in a file of ours, a log, or a text of this class. Thread-safe.
public final class KeptKey {
    /// Where a key is.
    public enum Place {
        ENVIRONMENT,
        KEYRING,
        /// Until the program ends.
        SESSION
    }

    private final List<String> variables;
    private final String name;
    private final Map<String, String> environment;
    private final SecretStore store;
    private @Nullable String typed;
    private @Nullable String stored;
    private boolean loaded;

    /// @param variables of the environment; the first that is set goes first
    /// @param name in the key store
    KeptKey(
            List<String> variables,
            String name,
            Map<String, String> environment,
            SecretStore store) {
        this.variables = List.copyOf(variables);
        this.name = name;
        this.environment = environment;
        this.store = store;
    }

    /// The key to use. The first call may ask the key store and block for seconds.
    public synchronized Optional<String> get() {
        Optional<String> set = variable().map(v -> environment.getOrDefault(v, "").strip());
        if (set.isPresent()) {
            return set;
        }
        load();
        return Optional.ofNullable(typed == null ? stored : typed);
    }

    /// Where the key that [#get()] returns is; empty when there is none. May block like it.
    public synchronized Optional<Place> place() {
        if (variable().isPresent()) {
            return Optional.of(Place.ENVIRONMENT);
        }
        load();
        if (typed != null) {
            return Optional.of(typed.equals(stored) ? Place.KEYRING : Place.SESSION);
        }
        return stored == null ? Optional.empty() : Optional.of(Place.KEYRING);
    }

    /// The variable of the environment that sets it; at once, without asking any store.
    public Optional<String> variable() {
        return variables.stream()
                .filter(v -> !environment.getOrDefault(v, "").isBlank())
                .findFirst();
    }

    /// Takes a key that was typed; blocking.
    ///
    /// @param remember whether the key store shall keep it
    /// @return where it is kept: SESSION when the store cannot take it, ENVIRONMENT when a key is
    ///   set there, which goes first
    public synchronized Place keep(String key, boolean remember) {
        typed = key;
        if (remember) {
            try {
                store.write(name, key);
                stored = key;
                loaded = true;
            } catch (SecretStoreException e) {
                // Said to the user by the place that is returned.
                return variable().isPresent() ? Place.ENVIRONMENT : Place.SESSION;
            }
        }
        return place().orElse(Place.SESSION);
    }

    /// Forgets the key here and in the key store; blocking. One of the environment stays.
    ///
    /// @throws SecretStoreException when the store does not let go of it
    public synchronized void forget() throws SecretStoreException {
        load();
        if (stored != null) {
            store.delete(name);
        }
        stored = null;
        typed = null;
    }

    private void load() {
        if (!loaded && typed == null) {
            loaded = true;
            try {
                stored = store.read(name).orElse(null);
            } catch (SecretStoreException e) {
                // Without a store there is no key in it.
                stored = null;
            }
        }
    }

    @Override
    public String toString() {
        return "KeptKey[" + name + "]";
    }
}
