package dev.easel.history;

import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks before a project is deleted for good.
final class DeleteProjectDialog extends Alert {
    private static final ButtonType DELETE =
            new ButtonType(Texts.text("delete.confirm"), ButtonData.OK_DONE);
    private static final ButtonType KEEP =
            new ButtonType(Texts.text("delete.cancel"), ButtonData.CANCEL_CLOSE);

    DeleteProjectDialog(HistoryRow.ProjectRow row, @Nullable Window owner) {
        super(AlertType.CONFIRMATION, Texts.text("delete.text", row.revisions()), DELETE, KEEP);
        initOwner(owner);
        setTitle(Texts.text("delete.title"));
        setHeaderText(Texts.text("delete.header", row.project().title()));
        Node delete = getDialogPane().lookupButton(DELETE);
        delete.setId("historyDeleteConfirm");
        delete.getStyleClass().add("danger");
        getDialogPane().lookupButton(KEEP).setId("historyDeleteCancel");
    }

    /// Shows the question and returns at once.
    void ask(Runnable whenConfirmed) {
        setOnHidden(e -> {
            if (getResult() == DELETE) {
                whenConfirmed.run();
            }
        });
        show();
    }
}
