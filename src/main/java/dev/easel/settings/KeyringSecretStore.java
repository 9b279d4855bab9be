package dev.easel.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Keychain, Credential Manager or Secret Service, through java-keyring. A store that asks the user
/// to unlock it may never answer, so every call ends after three seconds.
public final class KeyringSecretStore implements SecretStore {
    private static final String SERVICE = "easel";
    private static final long LIMIT_SECONDS = 3;

    @Override
    public Optional<String> read(String name) throws SecretStoreException {
        return limited(() -> {
            try (Keyring keyring = Keyring.create()) {
                return Optional.of(keyring.getPassword(SERVICE, name));
            } catch (PasswordAccessException e) {
                // The library's way to say that there is no such entry.
                return Optional.<String>empty();
            }
        });
    }

    @Override
    public void write(String name, String secret) throws SecretStoreException {
        limited(() -> {
            try (Keyring keyring = Keyring.create()) {
                keyring.setPassword(SERVICE, name, secret);
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(String name) throws SecretStoreException {
        limited(() -> {
            try (Keyring keyring = Keyring.create()) {
                keyring.deletePassword(SERVICE, name);
            } catch (PasswordAccessException e) {
                // The library's way to say that there is no such entry.
                return Optional.empty();
            }
            return Optional.empty();
        });
    }

    private static <T> T limited(Callable<T> call) throws SecretStoreException {
        FutureTask<T> task = new FutureTask<>(call);
        // A daemon: one that hangs must not keep the program alive.
        Thread.ofPlatform().daemon().name("keyring").start(task);
        try {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            String why =
                    e.getCause() instanceof BackendNotSupportedException
                            ? "This computer offers no key store."
                            : "The key store refused.";
            throw new SecretStoreException(why, e);
        } catch (TimeoutException e) {
            throw new SecretStoreException("The key store does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SecretStoreException("Interrupted.", e);
        }
    }
}
