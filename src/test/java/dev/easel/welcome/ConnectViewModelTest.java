package dev.easel.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.ProviderException;
import dev.easel.welcome.ConnectViewModel.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectViewModelTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> tried = new ArrayList<>();
    private final ConnectViewModel model =
            new ConnectViewModel(this::connect, background::add, Runnable::run);

    private String connect(String value, String secret, boolean remember) throws ProviderException {
        tried.add(value + " " + remember);
        if (value.equals("wrong")) {
            throw new ProviderException(ProviderException.Kind.KEY, "Not accepted.", null);
        }
        return "Connected: 3 models.";
    }

    @Test
    void aValueIsTriedInTheBackground() {
        model.valueProperty().set("  key ");
        model.connect();
        assertThat(model.stateProperty().get()).isEqualTo(State.CONNECTING);
        assertThat(tried).isEmpty();
        background.remove().run();
        assertThat(tried).containsExactly("key true");
        assertThat(model.stateProperty().get()).isEqualTo(State.CONNECTED);
        assertThat(model.messageProperty().get()).isEqualTo("Connected: 3 models.");
    }

    @Test
    void aRefusalIsShownAndTheValueStays() {
        model.valueProperty().set("wrong");
        model.connect();
        background.remove().run();
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.messageProperty().get()).isEqualTo("Not accepted.");
        assertThat(model.valueProperty().get()).isEqualTo("wrong");
    }

    @Test
    void nothingIsTriedWithoutAValueOrTwiceAtOnce() {
        model.connect();
        assertThat(background).isEmpty();
        model.valueProperty().set("key");
        model.connect();
        model.connect();
        assertThat(background).hasSize(1);
    }

    @Test
    void whatIsConnectedAlreadyIsSaidUnlessSomethingElseIsTried() {
        model.known("Ready: the key is in the key store.");
        assertThat(model.messageProperty().get()).startsWith("Ready");
        model.valueProperty().set("key");
        model.connect();
        assertThat(model.messageProperty().get()).isEmpty();
        model.known("Ready: too late.");
        background.remove().run();
        model.known("Ready: too late.");
        assertThat(model.messageProperty().get()).isEqualTo("Connected: 3 models.");
    }
}
