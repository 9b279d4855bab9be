package dev.easel.ui;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Whether somebody can see a node, for what need not move otherwise. UI thread only.
public final class Seen {
    private static final ObservableValue<Boolean> NO = new SimpleBooleanProperty(false);

    private Seen() {}

    /// True while the node is in a window that is shown, and neither the node nor anything that it
    /// is in is invisible. The node's ancestors are watched only while the value is.
    public static ObservableValue<Boolean> of(Node node) {
        return node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .flatMap(showing -> showing ? isVisible(node) : NO)
                .orElse(false);
    }

    private static ObservableValue<Boolean> isVisible(Node node) {
        return node.visibleProperty()
                .flatMap(visible ->
                        visible ? node.parentProperty().flatMap(Seen::isVisible).orElse(true) : NO);
    }
}
