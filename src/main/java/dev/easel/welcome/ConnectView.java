package dev.easel.welcome;

import dev.easel.text.Texts;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One way to connect a model: title, field, button, and what came of it.
final class ConnectView extends VBox {
    private static final Texts TEXTS = Texts.of(ConnectView.class);

    private final ConnectViewModel model;
    private final Button button = new Button(TEXTS.get("connect"));
    private final Label state = new Label();

    /// A card for Google's servers.
    static ConnectView gemini(ConnectViewModel model) {
        ConnectView view = new ConnectView(model, "gemini", new PasswordField());
        view.addBeforeState(view.remember());
        return view;
    }

    /// A card for an OpenAI-compatible server, with what was found on this computer.
    static ConnectView server(ConnectViewModel model, ObservableList<FoundServer> found) {
        ConnectView view = new ConnectView(model, "server", new TextField());
        view.addBeforeState(new FoundServersView(model, found));
        view.addKeyField();
        return view;
    }

    // Servers on this computer want none, so the field comes when it is asked for.
    private void addKeyField() {
        PasswordField key = new PasswordField();
        key.setId("serverKey");
        key.setPromptText(TEXTS.get("server.key"));
        key.setAccessibleText(TEXTS.get("server.key"));
        key.textProperty().bindBidirectional(model.secretProperty());
        key.setOnAction(e -> model.connect());
        VBox fields = new VBox(8, key, remember());
        Hyperlink wanted = new Hyperlink(TEXTS.get("server.wantsKey"));
        wanted.setId("serverWantsKey");
        wanted.setOnAction(e -> {
            fields.setVisible(true);
            wanted.setVisible(false);
            key.requestFocus();
        });
        fields.setVisible(false);
        fields.managedProperty().bind(fields.visibleProperty());
        wanted.managedProperty().bind(wanted.visibleProperty());
        addBeforeState(wanted);
        addBeforeState(fields);
    }

    private CheckBox remember() {
        CheckBox remember = new CheckBox(TEXTS.get("gemini.remember"));
        remember.setWrapText(true);
        remember.setMinHeight(USE_PREF_SIZE);
        remember.selectedProperty().bindBidirectional(model.rememberProperty());
        return remember;
    }

    private void addBeforeState(Node node) {
        getChildren().add(getChildren().size() - 1, node);
    }

    private ConnectView(ConnectViewModel model, String kind, TextField field) {
        this.model = model;
        getStyleClass().add("connect-card");
        Label title = new Label(TEXTS.get(kind + ".title"));
        title.getStyleClass().add("connect-title");
        Label help = new Label(TEXTS.get(kind + ".help"));
        help.getStyleClass().add("connect-help");
        help.setMinHeight(USE_PREF_SIZE);
        field.setId(kind + "Field");
        field.setPromptText(TEXTS.get(kind + ".prompt"));
        field.setAccessibleText(TEXTS.get(kind + ".prompt"));
        field.textProperty().bindBidirectional(model.valueProperty());
        field.setOnAction(e -> model.connect());
        HBox.setHgrow(field, Priority.ALWAYS);
        button.setId(kind + "Connect");
        button.setOnAction(e -> model.connect());
        HBox row = new HBox(8, field, button);
        row.setAlignment(Pos.CENTER_LEFT);
        state.setId(kind + "State");
        state.getStyleClass().add("connect-state");
        state.setMinHeight(USE_PREF_SIZE);
        state.textProperty().bind(model.messageProperty());
        state.visibleProperty().bind(model.messageProperty().isNotEmpty());
        state.managedProperty().bind(state.visibleProperty());
        getChildren().addAll(title, help, row, state);
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.stateProperty().get());
    }

    private void show(ConnectViewModel.State now) {
        boolean busy = now == ConnectViewModel.State.CONNECTING;
        // Not disabled: who pressed it with the keyboard would lose the focus.
        button.setText(TEXTS.get(busy ? "connecting" : "connect"));
        state.getStyleClass().removeAll("connected", "failed");
        switch (now) {
            case CONNECTING -> {}
            case IDLE, CONNECTED -> state.getStyleClass().add("connected");
            case FAILED -> state.getStyleClass().add("failed");
        }
    }
}
