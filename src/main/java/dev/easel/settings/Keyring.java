package dev.easel.settings;

import java.util.Optional;

/// The operating system's store for secrets. Its calls block, perhaps for long: the system may ask
/// the user for a password. That there is none is normal, e.g. on a server.
public interface Keyring {
    /// @return empty when nothing is stored under this name
    Optional<String> get(String name) throws KeyringException;

    void set(String name, String secret) throws KeyringException;

    /// Nothing happens when nothing is stored under this name.
    void remove(String name) throws KeyringException;

    /// There is no keyring, or it refused. The message never holds a secret.
    final class KeyringException extends Exception {
        private static final long serialVersionUID = 1;

        public KeyringException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
