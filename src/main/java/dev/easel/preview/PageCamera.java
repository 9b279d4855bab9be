package dev.easel.preview;

import dev.easel.preview.share.SystemBrowser;
import dev.easel.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Takes pictures of the page, for the toolbar.
final class PageCamera {
    private final Preview preview;
    private final NoticeView notices;
    private final SystemBrowser system;
    private final Executor background;
    private final Executor fx;
    private final Texts texts;
    private @Nullable File lastFolder;

    PageCamera(
            Preview preview,
            NoticeView notices,
            SystemBrowser system,
            Executor background,
            Executor fx,
            Texts texts) {
        this.preview = preview;
        this.notices = notices;
        this.system = system;
        this.background = background;
        this.fx = fx;
        this.texts = texts;
    }

    /// Asks for a file and saves a picture there.
    ///
    /// @param whole the whole document instead of what can be seen of it
    void save(Window owner, boolean whole) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("screenshot.chooser"));
        chooser.setInitialFileName("preview.png");
        chooser.setInitialDirectory(
                lastFolder != null && lastFolder.isDirectory() ? lastFolder : null);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("screenshot.filter"), "*.png"));
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            lastFolder = file.getParentFile();
            save(file, whole);
        }
    }

    void save(File file, boolean whole) {
        Path named = file.toPath();
        Path png =
                file.getName().contains(".")
                        ? named
                        : named.resolveSibling(file.getName() + ".png");
        if (whole) {
            notices.say(texts.get("screenshot.taking"));
        }
        take(whole, image -> background.execute(() -> write(image, png)));
    }

    private void take(boolean whole, Consumer<WritableImage> then) {
        CompletionStage<WritableImage> picture =
                whole ? new PageCapture(preview).take() : preview.screenshot();
        picture.whenComplete((image, failure) -> {
            if (failure == null) {
                then.accept(image);
            } else {
                fx.execute(() -> notices.say(texts.get("screenshot.noPage")));
            }
        });
    }

    private void write(Image image, Path file) {
        try {
            PngFile.write(image, file);
            fx.execute(() ->
                    notices.say(
                            texts.get("screenshot.saved", String.valueOf(file.getFileName())),
                            texts.get("screenshot.folder"),
                            () -> showFolder(file)));
        } catch (IOException e) {
            fx.execute(() -> notices.say(texts.get("screenshot.failed", e)));
        }
    }

    private void showFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        background.execute(() -> {
            try {
                system.openFolder(folder);
            } catch (IOException e) {
                fx.execute(() ->
                        notices.say(
                                texts.get(
                                        "screenshot.noFolder",
                                        folder,
                                        String.valueOf(e.getMessage()))));
            }
        });
    }

    void copy() {
        take(
                false,
                image -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(image);
                    boolean copied = Clipboard.getSystemClipboard().setContent(content);
                    notices.say(texts.get(copied ? "screenshot.copied" : "screenshot.noClipboard"));
                });
    }
}
