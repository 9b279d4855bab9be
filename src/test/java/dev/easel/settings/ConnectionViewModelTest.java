package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.ConnectionCheck;
import dev.easel.settings.ConnectionViewModel.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ConnectionViewModelTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final FakeSecretStore store = new FakeSecretStore();
    private ConnectionCheck check = new ConnectionCheck(true, "Works", "3 models.");

    @Test
    void aKeyOfTheEnvironmentIsNamedAndCannotBeForgotten() {
        ConnectionViewModel model = model(Map.of("GEMINI_API_KEY", "very-secret"));
        model.refresh();
        runAll();
        assertThat(model.keyTextProperty().get())
                .contains("GEMINI_API_KEY")
                .doesNotContain("very-secret");
        assertThat(model.canForgetProperty().get()).isFalse();
    }

    @Test
    void aRememberedKeyIsForgottenAndSaidToBeGone() throws Exception {
        store.write("gemini", "very-secret");
        ConnectionViewModel model = model(Map.of());
        model.refresh();
        runAll();
        assertThat(model.keyTextProperty().get()).contains("key store");
        assertThat(model.canForgetProperty().get()).isTrue();
        model.forget();
        runAll();
        assertThat(store.secrets()).isEmpty();
        assertThat(model.keyTextProperty().get()).isEqualTo("No key is set.");
        assertThat(model.canForgetProperty().get()).isFalse();
    }

    @Test
    void aTestSaysWhatCameOfIt() {
        ConnectionViewModel model = model(Map.of());
        model.test();
        assertThat(model.stateProperty().get()).isEqualTo(State.TESTING);
        runAll();
        assertThat(model.stateProperty().get()).isEqualTo(State.WORKS);
        assertThat(model.messageProperty().get()).isEqualTo("3 models.");
    }

    @Test
    void aFailureSaysWhatIsWrong() {
        check = new ConnectionCheck(false, "Not reached", "Start the server.");
        ConnectionViewModel model = model(Map.of());
        model.test();
        runAll();
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILS);
        assertThat(model.headlineProperty().get()).isEqualTo("Not reached");
    }

    @Test
    void nothingIsTestedTwiceAtOnce() {
        ConnectionViewModel model = model(Map.of());
        model.test();
        model.test();
        assertThat(background).hasSize(1);
    }

    private ConnectionViewModel model(Map<String, String> environment) {
        KeptKey key = new ApiKeys(environment, store).gemini();
        return new ConnectionViewModel(
                new ConnectionViewModel.Connection() {
                    @Override
                    public Optional<KeptKey> key() {
                        return Optional.of(key);
                    }

                    @Override
                    public Supplier<ConnectionCheck> check() {
                        return () -> check;
                    }
                },
                background::add,
                Runnable::run);
    }

    private void runAll() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
