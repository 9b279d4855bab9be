package dev.easel.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A key store in memory, which can be taken away.
public final class FakeSecretStore implements SecretStore {
    private final Map<String, String> secrets = new HashMap<>();
    private boolean absent;

    @Override
    public Optional<String> read(String name) throws SecretStoreException {
        check();
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void write(String name, String secret) throws SecretStoreException {
        check();
        secrets.put(name, secret);
    }

    @Override
    public void delete(String name) throws SecretStoreException {
        check();
        secrets.remove(name);
    }

    public Map<String, String> secrets() {
        return secrets;
    }

    /// From now on there is no key store, as on a server.
    public void remove() {
        absent = true;
    }

    private void check() throws SecretStoreException {
        if (absent) {
            throw new SecretStoreException("none", new IllegalStateException());
        }
    }
}
