package dev.easel.app;

import dev.easel.settings.ConnectionView;
import dev.easel.settings.ConnectionViewModel;
import dev.easel.welcome.ConnectCardsView;
import dev.easel.welcome.ConnectViewModel;
import javafx.scene.Node;

/// The settings of models: the ways to connect them, and how each stands.
final class ModelsSection {
    private ModelsSection() {}

    static Node of(Connections connections) {
        ConnectViewModel gemini = connections.gemini();
        ConnectViewModel server = connections.server();
        return new ConnectCardsView(gemini, server, connections.found())
                .with(
                        state("gemini", gemini, connections.geminiState(gemini)),
                        state("server", server, connections.serverState(server)));
    }

    // Connecting may have brought another key.
    private static Node state(String id, ConnectViewModel connects, ConnectionViewModel state) {
        connects.stateProperty().addListener(o -> state.refresh());
        return new ConnectionView(id, state);
    }
}
