package dev.easel.history;

import dev.easel.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks before a project is deleted for good.
final class DeleteProjectDialog extends Alert {
    private static final Texts TEXTS = Texts.of(DeleteProjectDialog.class);

    private static final ButtonType DELETE =
            new ButtonType(TEXTS.get("delete.confirm"), ButtonData.OK_DONE);
    private static final ButtonType KEEP =
            new ButtonType(TEXTS.get("delete.cancel"), ButtonData.CANCEL_CLOSE);

    DeleteProjectDialog(HistoryRow.ProjectRow row, @Nullable Window owner) {
        super(AlertType.CONFIRMATION, TEXTS.get("delete.text", row.revisions()), DELETE, KEEP);
        initOwner(owner);
        setTitle(TEXTS.get("delete.title"));
        setHeaderText(TEXTS.get("delete.header", row.project().title()));
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
