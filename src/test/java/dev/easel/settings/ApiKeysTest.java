package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.settings.ApiKeys.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    /// A key store in memory, or one that is not there.
    private static final class FakeStore implements SecretStore {
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

        private void check() throws SecretStoreException {
            if (absent) {
                throw new SecretStoreException("none", new IllegalStateException());
            }
        }
    }

    private final FakeStore store = new FakeStore();

    @Test
    void theEnvironmentGoesFirstInGooglesOrder() throws Exception {
        store.write("gemini", "stored");
        assertThat(new ApiKeys(Map.of("GEMINI_API_KEY", "b", "GOOGLE_API_KEY", "a"), store).gemini()).contains("a");
        assertThat(new ApiKeys(Map.of("GEMINI_API_KEY", "b", "GOOGLE_API_KEY", " "), store).gemini()).contains("b");
        assertThat(new ApiKeys(Map.of(), store).gemini()).contains("stored");
    }

    @Test
    void aRememberedKeyIsThereAfterARestart() {
        assertThat(new ApiKeys(Map.of(), store).keepGemini("k", true)).isEqualTo(Place.KEYRING);
        assertThat(new ApiKeys(Map.of(), store).gemini()).contains("k");
    }

    @Test
    void withoutAStoreAKeyIsKeptForTheSession() {
        store.absent = true;
        ApiKeys keys = new ApiKeys(Map.of(), store);
        assertThat(keys.gemini()).isEmpty();
        assertThat(keys.keepGemini("k", true)).isEqualTo(Place.SESSION);
        assertThat(keys.gemini()).contains("k");
    }

    @Test
    void aKeyThatIsNotToBeRememberedNeverReachesTheStore() {
        assertThat(new ApiKeys(Map.of(), store).keepGemini("k", false)).isEqualTo(Place.SESSION);
        assertThat(store.secrets).isEmpty();
    }

    @Test
    void aKeyIsNotInItsText() {
        ApiKeys keys = new ApiKeys(Map.of("GOOGLE_API_KEY", "secret-1"), store);
        keys.keepGemini("secret-2", false);
        assertThat(keys.toString()).doesNotContain("secret");
    }
}
