package dev.easel.settings;

import dev.easel.settings.SecretStore.SecretStoreException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Gemini key: from the environment, else typed in this session, else from the system's key
/// store. Never in a file of ours, a log, or a text of this class. Thread-safe.
public final class ApiKeys {
    /// Where a key is.
    public enum Place {
        ENVIRONMENT,
        KEYRING,
        /// Until the program ends.
        SESSION
    }

    private static final String NAME = "gemini";

    private final Map<String, String> environment;
    private final SecretStore store;
    private @Nullable String session;
    private boolean loaded;

    /// @param environment as [System#getenv()]
    public ApiKeys(Map<String, String> environment, SecretStore store) {
        this.environment = environment;
        this.store = store;
    }

    /// The key to use. The first call may ask the key store and block for seconds.
    public synchronized Optional<String> gemini() {
        Optional<String> set = fromEnvironment();
        if (set.isPresent()) {
            return set;
        }
        if (session == null && !loaded) {
            loaded = true;
            try {
                session = store.read(NAME).orElse(null);
            } catch (SecretStoreException e) {
                // Without a store there is no key in it.
                session = null;
            }
        }
        return Optional.ofNullable(session);
    }

    /// Takes a key that was typed; blocking.
    ///
    /// @param remember whether the key store shall keep it
    /// @return where it is kept: SESSION when the store cannot take it, ENVIRONMENT when a key is
    ///   set there, which goes first
    public synchronized Place keepGemini(String key, boolean remember) {
        session = key;
        if (remember) {
            try {
                store.write(NAME, key);
                return fromEnvironment().isPresent() ? Place.ENVIRONMENT : Place.KEYRING;
            } catch (SecretStoreException e) {
                // Said to the user by the place that is returned.
            }
        }
        return fromEnvironment().isPresent() ? Place.ENVIRONMENT : Place.SESSION;
    }

    /// Whether the environment sets a key; at once, without asking any store.
    public boolean isInEnvironment() {
        return fromEnvironment().isPresent();
    }

    // In the order of Google's own client.
    private Optional<String> fromEnvironment() {
        return Stream.of("GOOGLE_API_KEY", "GEMINI_API_KEY")
                .map(name -> environment.getOrDefault(name, "").strip())
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    @Override
    public String toString() {
        return "ApiKeys";
    }
}
