package dev.easel.welcome;

import dev.easel.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The servers that run on this computer, each a click away. Takes no room when there is none.
final class FoundServersView extends FlowPane {
    private static final Texts TEXTS = Texts.of(FoundServersView.class);

    private final ConnectViewModel model;
    private final ObservableList<FoundServer> found;
    private final ListChangeListener<FoundServer> changes = c -> show();

    FoundServersView(ConnectViewModel model, ObservableList<FoundServer> found) {
        super(8, 8);
        this.model = model;
        this.found = found;
        getStyleClass().add("found-servers");
        managedProperty().bind(visibleProperty());
        // The list outlives the dialogs that show it.
        found.addListener(new WeakListChangeListener<>(changes));
        show();
    }

    private void show() {
        getChildren().setAll(found.stream().map(this::button).toList());
        setVisible(!found.isEmpty());
    }

    private Button button(FoundServer server) {
        Button button =
                new Button(
                        TEXTS.get("server.found", server.name(), server.models()),
                        new FontIcon("fth-hard-drive"));
        button.setId("found-" + server.name().replaceAll("[^A-Za-z]", ""));
        button.getStyleClass().addAll("small", "button-outlined", "success");
        button.setTooltip(new Tooltip(TEXTS.get("server.foundHelp", server.address())));
        button.setOnAction(e -> {
            model.valueProperty().set(server.address());
            model.connect();
        });
        return button;
    }
}
