package dev.easel.preview;

import dev.easel.text.Texts;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.Duration;

/// Takes pictures of the page, for the toolbar.
final class PageCamera {
    private final Preview preview;
    private final Executor background;
    private final Executor fx;
    private final Texts texts;
    private final Label notice = new Label();
    private final PauseTransition fade = new PauseTransition(Duration.seconds(6));

    PageCamera(Preview preview, Executor background, Executor fx, Texts texts) {
        this.preview = preview;
        this.background = background;
        this.fx = fx;
        this.texts = texts;
        notice.setId("previewNotice");
        notice.getStyleClass().add("preview-notice");
        fade.setOnFinished(e -> notice.setText(""));
    }

    /// Says what became of the last picture, for a while.
    Label notice() {
        return notice;
    }

    void save(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("screenshot.chooser"));
        chooser.setInitialFileName("preview.png");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("screenshot.filter"), "*.png"));
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            save(file);
        }
    }

    void save(File file) {
        preview.screenshot().thenAccept(image -> background.execute(() -> write(image, file)));
    }

    private void write(Image image, File file) {
        try {
            PngFile.write(image, file.toPath());
            fx.execute(() -> say(texts.get("screenshot.saved", file.getName())));
        } catch (IOException e) {
            fx.execute(() -> say(texts.get("screenshot.failed", e)));
        }
    }

    void copy() {
        preview.screenshot()
                .thenAccept(image -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(image);
                    Clipboard.getSystemClipboard().setContent(content);
                    say(texts.get("screenshot.copied"));
                });
    }

    private void say(String text) {
        notice.setText(text);
        fade.playFromStart();
    }
}
