package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.settings.ApiKeys.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private final FakeSecretStore store = new FakeSecretStore();

    @Test
    void theEnvironmentGoesFirstInGooglesOrder() throws Exception {
        store.write("gemini", "stored");
        assertThat(
                        new ApiKeys(Map.of("GEMINI_API_KEY", "b", "GOOGLE_API_KEY", "a"), store)
                                .gemini())
                .contains("a");
        assertThat(
                        new ApiKeys(Map.of("GEMINI_API_KEY", "b", "GOOGLE_API_KEY", " "), store)
                                .gemini())
                .contains("b");
        assertThat(new ApiKeys(Map.of(), store).gemini()).contains("stored");
    }

    @Test
    void aRememberedKeyIsThereAfterARestart() {
        assertThat(new ApiKeys(Map.of(), store).keepGemini("k", true)).isEqualTo(Place.KEYRING);
        assertThat(new ApiKeys(Map.of(), store).gemini()).contains("k");
    }

    @Test
    void withoutAStoreAKeyIsKeptForTheSession() {
        store.remove();
        ApiKeys keys = new ApiKeys(Map.of(), store);
        assertThat(keys.gemini()).isEmpty();
        assertThat(keys.keepGemini("k", true)).isEqualTo(Place.SESSION);
        assertThat(keys.gemini()).contains("k");
    }

    @Test
    void aKeyThatIsNotToBeRememberedNeverReachesTheStore() {
        assertThat(new ApiKeys(Map.of(), store).keepGemini("k", false)).isEqualTo(Place.SESSION);
        assertThat(store.secrets()).isEmpty();
    }

    @Test
    void aKeyIsNotInItsText() {
        ApiKeys keys = new ApiKeys(Map.of("GOOGLE_API_KEY", "secret-1"), store);
        keys.keepGemini("secret-2", false);
        assertThat(keys.toString()).doesNotContain("secret");
    }
}
