package dev.easel.welcome;

import javafx.scene.layout.VBox;

/// The ways to connect a model, one below the other.
public final class ConnectCardsView extends VBox {
    public ConnectCardsView(ConnectViewModel gemini, ConnectViewModel server) {
        super(12, ConnectView.gemini(gemini), ConnectView.server(server));
    }
}
