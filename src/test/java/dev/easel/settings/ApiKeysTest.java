package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.settings.KeptKey.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private final FakeSecretStore store = new FakeSecretStore();

    @Test
    void theEnvironmentGoesFirstInGooglesOrder() throws Exception {
        store.write("gemini", "stored");
        assertThat(
                        new ApiKeys(Map.of("GEMINI_API_KEY", "b", "GOOGLE_API_KEY", "a"), store)
                                .gemini()
                                .get())
                .contains("a");
        assertThat(
                        new ApiKeys(Map.of("GEMINI_API_KEY", "b", "GOOGLE_API_KEY", " "), store)
                                .gemini()
                                .get())
                .contains("b");
        assertThat(new ApiKeys(Map.of(), store).gemini().get()).contains("stored");
    }

    @Test
    void aRememberedKeyIsThereAfterARestart() {
        assertThat(new ApiKeys(Map.of(), store).gemini().keep("k", true)).isEqualTo(Place.KEYRING);
        assertThat(new ApiKeys(Map.of(), store).gemini().get()).contains("k");
    }

    @Test
    void withoutAStoreAKeyIsKeptForTheSession() {
        store.remove();
        ApiKeys keys = new ApiKeys(Map.of(), store);
        assertThat(keys.gemini().get()).isEmpty();
        assertThat(keys.gemini().keep("k", true)).isEqualTo(Place.SESSION);
        assertThat(keys.gemini().get()).contains("k");
    }

    @Test
    void aKeyThatIsNotToBeRememberedNeverReachesTheStore() {
        assertThat(new ApiKeys(Map.of(), store).gemini().keep("k", false)).isEqualTo(Place.SESSION);
        assertThat(store.secrets()).isEmpty();
    }

    @Test
    void aKeyIsNotInItsText() {
        ApiKeys keys = new ApiKeys(Map.of("GOOGLE_API_KEY", "secret-1"), store);
        keys.gemini().keep("secret-2", false);
        assertThat(keys.toString()).doesNotContain("secret");
    }

    @Test
    void aForgottenKeyIsGoneEverywhere() throws Exception {
        ApiKeys keys = new ApiKeys(Map.of(), store);
        keys.gemini().keep("k", true);
        keys.gemini().forget();
        assertThat(keys.gemini().get()).isEmpty();
        assertThat(keys.gemini().place()).isEmpty();
        assertThat(store.secrets()).isEmpty();
    }

    @Test
    void aKeyOfTheEnvironmentCannotBeForgotten() throws Exception {
        ApiKeys keys = new ApiKeys(Map.of("GEMINI_API_KEY", "e"), store);
        keys.gemini().forget();
        assertThat(keys.gemini().place()).contains(Place.ENVIRONMENT);
        assertThat(keys.gemini().variable()).contains("GEMINI_API_KEY");
    }

    @Test
    void everyServerHasAKeyOfItsOwn() {
        ApiKeys keys = new ApiKeys(Map.of(), store);
        keys.server("https://one.example/v1").keep("k", true);
        assertThat(keys.server("https://one.example/api/").get()).contains("k");
        assertThat(keys.server("http://one.example/v1").get()).isEmpty();
        assertThat(keys.server("http://localhost:11434/v1").get()).isEmpty();
    }
}
