package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.text.Texts;
import java.util.List;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Names what would be fetched, whole, before anything is.
final class FetchDialog extends Dialog<ButtonType> {
    private static final double ROW = 30;

    FetchDialog(Window owner, List<NetworkEntry> offers, Texts texts) {
        initOwner(owner);
        setTitle(texts.get("fetch.dialog.title"));
        Label lead = new Label(texts.get("fetch.dialog.lead", offers.size()));
        lead.setWrapText(true);
        lead.setMinHeight(VBox.USE_PREF_SIZE);
        ListView<String> list = new ListView<>();
        list.setId("fetchList");
        list.getItems().setAll(offers.stream().map(NetworkEntry::url).toList());
        list.setPrefHeight(Math.min(8, offers.size()) * ROW + 24);
        VBox content = new VBox(12, lead, list);
        content.setPrefWidth(620);
        getDialogPane().setContent(content);
        getDialogPane()
                .getButtonTypes()
                .setAll(
                        new ButtonType(
                                texts.get("fetch.dialog.fetch", offers.size()), ButtonData.OK_DONE),
                        ButtonType.CANCEL);
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    }

    /// Shows it and waits.
    boolean isConfirmed() {
        return showAndWait().filter(b -> b.getButtonData() == ButtonData.OK_DONE).isPresent();
    }
}
