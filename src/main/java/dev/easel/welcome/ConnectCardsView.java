package dev.easel.welcome;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The ways to connect a model, one below the other.
public final class ConnectCardsView extends VBox {
    /// @param found servers on this computer
    public ConnectCardsView(
            ConnectViewModel gemini, ConnectViewModel server, ObservableList<FoundServer> found) {
        super(12, ConnectView.gemini(gemini), ConnectView.server(server, found));
    }

    /// With something at the end of each card.
    public ConnectCardsView with(Node geminiEnd, Node serverEnd) {
        ((VBox) getChildren().get(0)).getChildren().add(geminiEnd);
        ((VBox) getChildren().get(1)).getChildren().add(serverEnd);
        return this;
    }
}
