package dev.easel.settings;

import java.util.Optional;

/// The operating system's key store. Every call may block for seconds: never on the UI thread.
public interface SecretStore {
    /// @throws SecretStoreException when there is no store, or it does not answer
    Optional<String> read(String name) throws SecretStoreException;

    /// @throws SecretStoreException when there is no store, or it refuses
    void write(String name, String secret) throws SecretStoreException;

    /// Removes a secret; one that is not there is none the less gone.
    ///
    /// @throws SecretStoreException when there is no store, or it refuses
    void delete(String name) throws SecretStoreException;

    /// There is no key store, or it does not answer; normal on servers.
    final class SecretStoreException extends Exception {
        private static final long serialVersionUID = 1;

        public SecretStoreException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
