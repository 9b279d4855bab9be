package dev.easel.settings;

import dev.easel.library.cache.CachedFile;
import dev.easel.settings.FetchSettingsViewModel.State;
import dev.easel.text.Texts;
import dev.easel.ui.Wheel;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The fetched files, and how to be rid of them.
final class FetchedFilesView extends VBox {
    private static final Texts TEXTS = Texts.of(FetchedFilesView.class);
    private static final double HEIGHT = 190;

    private final FetchSettingsViewModel model;
    private final Label total = new Label();
    private final Button removeAll = new Button(TEXTS.get("files.remove.all"));
    private final ListView<CachedFile> list = new ListView<>();
    private final Wheel wheel = new Wheel(24);
    private final Label message = new Label();

    FetchedFilesView(FetchSettingsViewModel model) {
        super(6);
        this.model = model;
        setId("fetchedFiles");
        Label heading = new Label(TEXTS.get("files"));
        heading.getStyleClass().add("settings-heading");
        total.setId("fetchedTotal");
        total.getStyleClass().add("text-muted");
        removeAll.setId("removeAllFetched");
        removeAll.getStyleClass().add("small");
        removeAll.setOnAction(e -> removeAll());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(10, heading, total, gap, removeAll);
        bar.setAlignment(Pos.CENTER_LEFT);
        list.setId("fetchedList");
        list.setItems(model.files());
        list.setCellFactory(l -> new CachedFileCell(TEXTS, model::remove));
        list.setAccessibleText(TEXTS.get("files"));
        message.setId("fetchedMessage");
        message.setWrapText(true);
        message.getStyleClass().add("text-muted");
        StackPane place = new StackPane(list, message, wheel);
        place.setPrefHeight(HEIGHT);
        place.setMinHeight(HEIGHT);
        place.getStyleClass().add("settings-list");
        getChildren().addAll(bar, place);
        model.stateProperty().addListener((InvalidationListener) o -> show());
        model.files().addListener((InvalidationListener) o -> show());
        show();
    }

    private void show() {
        State state = model.stateProperty().get();
        list.setVisible(state == State.READY);
        wheel.setVisible(state == State.LOADING);
        message.setVisible(state == State.EMPTY || state == State.FAILED);
        removeAll.setDisable(state != State.READY);
        message.setText(
                switch (state) {
                    case LOADING, READY -> "";
                    case EMPTY -> TEXTS.get("files.none");
                    case FAILED -> TEXTS.get("files.failed", model.messageProperty().get());
                });
        total.setText(
                state == State.READY
                        ? TEXTS.get(
                                "files.total",
                                model.files().size(),
                                CachedFileCell.size(model.total(), TEXTS))
                        : "");
    }

    private void removeAll() {
        Alert question =
                new Alert(
                        Alert.AlertType.CONFIRMATION,
                        TEXTS.get("files.remove.question"),
                        new ButtonType(TEXTS.get("files.remove.all.do"), ButtonData.OK_DONE),
                        ButtonType.CANCEL);
        question.initOwner(getScene().getWindow());
        question.setHeaderText(null);
        question.setTitle(TEXTS.get("files.remove.all"));
        question.showAndWait()
                .filter(b -> b != ButtonType.CANCEL)
                .ifPresent(b -> model.removeAll());
    }
}
