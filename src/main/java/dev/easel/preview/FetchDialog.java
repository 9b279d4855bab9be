package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.text.Texts;
import java.util.List;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Names what would be fetched, whole, before anything is.
final class FetchDialog extends Dialog<ButtonType> {
    private static final double WIDTH = 680;
    private static final double ROW = 44;
    private static final double MOST = 320;

    FetchDialog(Window owner, List<NetworkEntry> offers, Texts texts) {
        initOwner(owner);
        setTitle(texts.get("fetch.dialog.title"));
        Label lead = new Label(texts.get("fetch.dialog.lead", offers.size()));
        lead.setWrapText(true);
        lead.setMinHeight(VBox.USE_PREF_SIZE);
        VBox content = new VBox(12, lead, addresses(offers));
        content.getStyleClass().add("fetch-dialog");
        content.setPrefWidth(WIDTH);
        getDialogPane().getStyleClass().add("wide-dialog");
        getDialogPane().setContent(content);
        getDialogPane()
                .getButtonTypes()
                .setAll(
                        new ButtonType(
                                texts.get("fetch.dialog.fetch", offers.size()), ButtonData.OK_DONE),
                        ButtonType.CANCEL);
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    }

    private static ScrollPane addresses(List<NetworkEntry> offers) {
        VBox list = new VBox(8);
        list.setId("fetchList");
        for (NetworkEntry offer : offers) {
            Label address = new Label(offer.url());
            address.setWrapText(true);
            address.setMinHeight(VBox.USE_PREF_SIZE);
            list.getChildren().add(address);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.clamp(offers.size() * ROW, ROW, MOST));
        return scroll;
    }

    /// Shows it and waits.
    boolean isConfirmed() {
        return showAndWait().filter(b -> b.getButtonData() == ButtonData.OK_DONE).isPresent();
    }
}
