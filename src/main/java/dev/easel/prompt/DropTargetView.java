package dev.easel.prompt;

import dev.easel.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// Takes images that are dropped anywhere on an area, and says so over its content while something
/// is held above it.
final class DropTargetView extends StackPane {
    private static final Texts TEXTS = Texts.of(DropTargetView.class);

    /// @param area where something may be dropped
    DropTargetView(Node content, Node area, AttachmentsView attachments) {
        Label here = new Label(TEXTS.get("attach.drop"), new FontIcon("fth-image"));
        here.setId("dropHere");
        here.getStyleClass().add("drop-here");
        here.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        here.setMouseTransparent(true);
        here.setVisible(false);
        getChildren().addAll(content, here);
        area.addEventHandler(
                DragEvent.DRAG_OVER,
                drag -> {
                    if (accepts(drag)) {
                        drag.acceptTransferModes(TransferMode.COPY);
                        here.setVisible(true);
                        drag.consume();
                    }
                });
        area.addEventHandler(DragEvent.DRAG_EXITED_TARGET, drag -> here.setVisible(false));
        area.addEventHandler(
                DragEvent.DRAG_DROPPED,
                drag -> {
                    here.setVisible(false);
                    if (accepts(drag)) {
                        drag.setDropCompleted(attachments.take(drag.getDragboard()));
                        drag.consume();
                    }
                });
    }

    // A file that is no image says so when it is dropped.
    private static boolean accepts(DragEvent drag) {
        return drag.getDragboard().hasFiles() || drag.getDragboard().hasImage();
    }
}
