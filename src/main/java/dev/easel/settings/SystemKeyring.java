package dev.easel.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;

/// The keyring of the desktop: Keychain, Windows credentials, Secret Service or KWallet.
public final class SystemKeyring implements Keyring {
    private static final String SERVICE = "Easel";

    @Override
    public Optional<String> get(String name) throws KeyringException {
        return call(keyring -> {
            try {
                return Optional.ofNullable(keyring.getPassword(SERVICE, name));
            } catch (PasswordAccessException e) {
                // The library's only way to say that there is nothing.
                return Optional.empty();
            }
        });
    }

    @Override
    public void set(String name, String secret) throws KeyringException {
        call(keyring -> {
            keyring.setPassword(SERVICE, name, secret);
            return true;
        });
    }

    @Override
    public void remove(String name) throws KeyringException {
        if (get(name).isPresent()) {
            call(keyring -> {
                keyring.deletePassword(SERVICE, name);
                return true;
            });
        }
    }

    private interface Call<T> {
        T on(com.github.javakeyring.Keyring keyring) throws PasswordAccessException;
    }

    // Opened for each call: a connection to the desktop's bus would outlive its daemon.
    private static <T> T call(Call<T> call) throws KeyringException {
        try (com.github.javakeyring.Keyring keyring = com.github.javakeyring.Keyring.create()) {
            return call.on(keyring);
        } catch (BackendNotSupportedException e) {
            throw new KeyringException("This system has no keyring.", e);
        } catch (PasswordAccessException e) {
            throw new KeyringException("The keyring did not accept it.", e);
        } catch (Exception e) {
            // The back ends throw what their native libraries and the bus throw.
            throw new KeyringException("The keyring does not work.", e);
        } catch (LinkageError e) {
            throw new KeyringException("The keyring's library cannot be loaded.", e);
        }
    }
}
