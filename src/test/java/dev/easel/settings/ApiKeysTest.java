package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.settings.ApiKey.Origin;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private static final Executor DIRECT = Runnable::run;

    private final FakeKeyring keyring = new FakeKeyring();

    private ApiKeys keys(Map<String, String> environment) {
        return new ApiKeys(environment, keyring, DIRECT);
    }

    private static String value(ApiKeys keys) {
        return keys.find().map(ApiKey::value).orElse("none");
    }

    @Test
    void googleApiKeyGoesBeforeGeminiApiKey() {
        ApiKeys keys = keys(Map.of("GOOGLE_API_KEY", "one", "GEMINI_API_KEY", "two"));

        assertThat(keys.find()).contains(new ApiKey("one", Origin.ENVIRONMENT, "GOOGLE_API_KEY"));
    }

    @Test
    void aBlankVariableDoesNotCount() {
        ApiKeys keys = keys(Map.of("GOOGLE_API_KEY", "  ", "GEMINI_API_KEY", " two\n"));

        assertThat(keys.find()).contains(new ApiKey("two", Origin.ENVIRONMENT, "GEMINI_API_KEY"));
    }

    @Test
    void theEnvironmentGoesBeforeTheKeyring() {
        keyring.secrets.put("gemini-api-key", "stored");

        assertThat(value(keys(Map.of("GEMINI_API_KEY", "env")))).isEqualTo("env");
        assertThat(keyring.calls).isZero();
    }

    @Test
    void theKeyringIsAskedOnce() {
        keyring.secrets.put("gemini-api-key", "stored");
        ApiKeys keys = keys(Map.of());

        assertThat(keys.find()).contains(new ApiKey("stored", Origin.KEYRING, ""));
        assertThat(value(keys)).isEqualTo("stored");
        assertThat(keyring.calls).isEqualTo(1);
    }

    @Test
    void withoutAnyKeyThereIsNone() {
        assertThat(keys(Map.of()).find()).isEmpty();
    }

    @Test
    void aRememberedKeyIsThereAfterARestart() {
        assertThat(keys(Map.of()).set(" new ", true)).isEqualTo(Origin.KEYRING);

        assertThat(value(keys(Map.of()))).isEqualTo("new");
    }

    @Test
    void aKeyThatIsNotToBeRememberedStaysInTheSession() {
        ApiKeys keys = keys(Map.of());

        assertThat(keys.set("new", false)).isEqualTo(Origin.SESSION);

        assertThat(keys.find()).contains(new ApiKey("new", Origin.SESSION, ""));
        assertThat(keyring.secrets).isEmpty();
    }

    @Test
    void whatTheUserSetReplacesAnOldStoredKey() {
        keyring.secrets.put("gemini-api-key", "old and wrong");
        ApiKeys keys = keys(Map.of());
        keys.find();

        keys.set("new", false);

        assertThat(value(keys)).isEqualTo("new");
    }

    @Test
    void withoutAKeyringTheKeyStaysInTheSession() {
        keyring.broken = true;
        ApiKeys keys = keys(Map.of());

        assertThat(keys.find()).isEmpty();
        assertThat(keys.set("new", true)).isEqualTo(Origin.SESSION);
        assertThat(value(keys)).isEqualTo("new");
        assertThat(keys.forget()).isFalse();
        assertThat(keys.find()).isEmpty();
    }

    @Test
    void aForgottenKeyIsGoneFromTheKeyringToo() {
        ApiKeys keys = keys(Map.of());
        keys.set("new", true);

        assertThat(keys.forget()).isTrue();

        assertThat(keys.find()).isEmpty();
        assertThat(keyring.secrets).isEmpty();
    }

    @Test
    void aKeyringThatDoesNotAnswerIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        keyring.before = never;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ApiKeys keys = new ApiKeys(Map.of(), keyring, threads, Duration.ofMillis(20));

            assertThat(keys.find()).isEmpty();
            assertThat(keys.set("new", true)).isEqualTo(Origin.SESSION);
            never.countDown();
        }
    }

    @Test
    void aBlankKeyIsRefused() {
        assertThatThrownBy(() -> keys(Map.of()).set(" \n", true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingShowsAKey() {
        ApiKeys keys = keys(Map.of("GOOGLE_API_KEY", "s3cret"));

        assertThat(keys.toString()).doesNotContain("s3cret");
        assertThat(keys.find().orElseThrow().toString())
                .isEqualTo("ApiKey[ENVIRONMENT GOOGLE_API_KEY]");
    }

    private static final class FakeKeyring implements Keyring {
        final Map<String, String> secrets = new HashMap<>();
        CountDownLatch before = new CountDownLatch(0);
        boolean broken;
        int calls;

        private void use() throws KeyringException {
            calls++;
            try {
                before.await();
            } catch (InterruptedException e) {
                throw new KeyringException("interrupted", e);
            }
            if (broken) {
                throw new KeyringException("no daemon", new IllegalStateException());
            }
        }

        @Override
        public Optional<String> get(String name) throws KeyringException {
            use();
            return Optional.ofNullable(secrets.get(name));
        }

        @Override
        public void set(String name, String secret) throws KeyringException {
            use();
            secrets.put(name, secret);
        }

        @Override
        public void remove(String name) throws KeyringException {
            use();
            secrets.remove(name);
        }
    }
}
