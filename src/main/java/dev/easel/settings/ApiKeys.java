package dev.easel.settings;

import dev.easel.settings.ApiKey.Origin;
import dev.easel.settings.Keyring.KeyringException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The Gemini key: from the environment, else what was set in this session, else from the system's
/// keyring. A key is never written to a file of ours and never logged.
///
/// Every method but [#toString()] may wait for the keyring, 3 s at most: never call them on the UI
/// thread. Thread-safe.
public final class ApiKeys {
    private static final List<String> VARIABLES = List.of("GOOGLE_API_KEY", "GEMINI_API_KEY");
    private static final String NAME = "gemini-api-key";

    private final Map<String, String> environment;
    private final Keyring keyring;
    private final Executor background;
    private final Duration limit;
    private @Nullable ApiKey known;
    private boolean keyringAsked;

    /// @param environment as [System#getenv()]
    /// @param background gets calls that may hang for good: a thread for each, e.g. virtual ones
    public ApiKeys(Map<String, String> environment, Keyring keyring, Executor background) {
        this(environment, keyring, background, Duration.ofSeconds(3));
    }

    ApiKeys(Map<String, String> environment, Keyring keyring, Executor background, Duration limit) {
        this.environment = Map.copyOf(environment);
        this.keyring = keyring;
        this.background = background;
        this.limit = limit;
    }

    /// The key to use now. The keyring is asked once; later calls return at once.
    public synchronized Optional<ApiKey> find() {
        Optional<ApiKey> given = fromEnvironment();
        if (given.isPresent()) {
            return given;
        }
        if (known == null && !keyringAsked) {
            keyringAsked = true;
            known = fromKeyring();
        }
        return Optional.ofNullable(known);
    }

    /// Keeps a key; it replaces the one before at once. A key in the environment still goes first,
    /// see the origin of [#find()].
    ///
    /// @param key white space around it is dropped
    /// @param remember whether it should be there after a restart
    /// @return where it is now: [Origin#SESSION] also when there is no keyring that takes it
    /// @throws IllegalArgumentException when the key is blank
    public synchronized Origin set(String key, boolean remember) {
        String value = key.strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("The key is empty");
        }
        boolean kept =
                remember
                        && asked(
                                        () -> {
                                            keyring.set(NAME, value);
                                            return true;
                                        })
                                .isPresent();
        Origin origin = kept ? Origin.KEYRING : Origin.SESSION;
        known = new ApiKey(value, origin, "");
        return origin;
    }

    /// Drops the key of this session and removes it from the keyring.
    ///
    /// @return false when the keyring did not answer: the key may be back after a restart
    public synchronized boolean forget() {
        known = null;
        keyringAsked = true;
        return asked(
                        () -> {
                            keyring.remove(NAME);
                            return true;
                        })
                .isPresent();
    }

    private Optional<ApiKey> fromEnvironment() {
        return VARIABLES.stream()
                .filter(v -> !environment.getOrDefault(v, "").isBlank())
                .findFirst()
                .map(v ->
                        new ApiKey(environment.getOrDefault(v, "").strip(), Origin.ENVIRONMENT, v));
    }

    private @Nullable ApiKey fromKeyring() {
        return asked(() -> keyring.get(NAME))
                .flatMap(found -> found)
                .filter(value -> !value.isBlank())
                .map(value -> new ApiKey(value, Origin.KEYRING, ""))
                .orElse(null);
    }

    /// Asks the keyring on another thread.
    ///
    /// @return empty when there is none, it refused, or the time is over
    private <T> Optional<T> asked(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        background.execute(task);
        try {
            return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KeyringException) {
                return Optional.empty();
            }
            throw new IllegalStateException("The keyring failed unexpectedly", e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ApiKeys";
    }
}
