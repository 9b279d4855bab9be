package dev.easel.preview.dialog;

import dev.easel.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.web.WebView;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What a card needs of the desktop once its user has agreed: choosers, printer, clipboard.
final class DialogDesk {
    private static final Texts TEXTS = Texts.of(DialogDesk.class);

    private final Node place;
    private final ObservableValue<@Nullable WebView> view;
    private final Executor background;
    private final Executor fx;
    private @Nullable File folder;

    DialogDesk(
            Node place, ObservableValue<@Nullable WebView> view, Executor background, Executor fx) {
        this.place = place;
        this.view = view;
        this.background = background;
        this.fx = fx;
    }

    void focusPage() {
        WebView page = view.getValue();
        if (page != null) {
            page.requestFocus();
        }
    }

    void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// @return absolute paths, one a line; empty when nothing was chosen
    Optional<String> chooseFiles(PageQuestion.ChooseFiles question, String page) {
        FileChooser chooser = chooser(TEXTS.get("files.chooser", page));
        FileTypes.filters(question.types()).forEach(chooser.getExtensionFilters()::add);
        List<File> files =
                question.several()
                        ? chooser.showOpenMultipleDialog(window())
                        : asList(chooser.showOpenDialog(window()));
        if (files == null || files.isEmpty()) {
            return Optional.empty();
        }
        folder = files.getFirst().getParentFile();
        return Optional.of(
                files.stream().map(File::getAbsolutePath).collect(Collectors.joining("\n")));
    }

    private static @Nullable List<File> asList(@Nullable File file) {
        return file == null ? null : List.of(file);
    }

    Optional<Path> chooseTarget(PageQuestion.Save question, String page) {
        FileChooser chooser = chooser(TEXTS.get("save.chooser", page));
        chooser.setInitialFileName(question.name());
        File file = chooser.showSaveDialog(window());
        if (file == null) {
            return Optional.empty();
        }
        folder = file.getParentFile();
        return Optional.of(file.toPath());
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private @Nullable Window window() {
        return place.getScene() == null ? null : place.getScene().getWindow();
    }

    /// Asking the system for its printers may take seconds.
    ///
    /// @param none hears that there is no printer
    void print(Runnable none) {
        background.execute(() -> {
            PrinterJob job = PrinterJob.createPrinterJob();
            fx.execute(() -> {
                if (job == null) {
                    none.run();
                } else {
                    print(job);
                }
            });
        });
    }

    private void print(PrinterJob job) {
        WebView page = view.getValue();
        if (page == null || !job.showPrintDialog(window())) {
            job.cancelJob();
            return;
        }
        page.getEngine().print(job);
        job.endJob();
    }
}
