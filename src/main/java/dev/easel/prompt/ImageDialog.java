package dev.easel.prompt;

import dev.easel.image.ImageReading;
import dev.easel.project.Attachment;
import dev.easel.text.Texts;
import java.io.ByteArrayInputStream;
import javafx.concurrent.Task;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Window;

/// An image in the size in which it is sent, or as large as the screen allows.
final class ImageDialog extends Dialog<Void> {
    private static final Texts TEXTS = Texts.of(ImageDialog.class);
    private static final double OF_SCREEN = 0.75;

    ImageDialog(Window owner, Attachment shown) {
        initOwner(owner);
        setTitle(shown.note().name());
        setResizable(true);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        ImageView view = new ImageView();
        decode(shown.bytes(), view);
        view.setPreserveRatio(true);
        double scale =
                Math.min(
                        1,
                        Math.min(
                                screen.getWidth() * OF_SCREEN / shown.note().width(),
                                screen.getHeight() * OF_SCREEN / shown.note().height()));
        view.setFitWidth(shown.note().width() * scale);
        StackPane frame = new StackPane(view);
        frame.setPrefSize(shown.note().width() * scale, shown.note().height() * scale);
        frame.getStyleClass().add("image-frame");
        frame.setMinSize(240, 120);
        Label note =
                new Label(
                        TEXTS.get(
                                "image.note",
                                shown.note().name(),
                                ImageReading.describe(shown.note())));
        note.getStyleClass().add("text-muted");
        VBox content = new VBox(8, frame, note);
        getDialogPane().setId("imageDialog");
        getDialogPane().getStyleClass().add("wide-dialog");
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    }

    // The toolkit reads addresses on a thread of its own, but no bytes.
    private static void decode(byte[] bytes, ImageView view) {
        Task<Image> decoding =
                new Task<>() {
                    @Override
                    protected Image call() {
                        return new Image(new ByteArrayInputStream(bytes));
                    }
                };
        decoding.setOnSucceeded(e -> view.setImage(decoding.getValue()));
        Thread.ofVirtual().name("image").start(decoding);
    }
}
