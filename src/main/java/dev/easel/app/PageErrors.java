package dev.easel.app;

import dev.easel.generate.PageError;
import dev.easel.preview.Preview;
import dev.easel.preview.sandbox.ConsoleEntry;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;

/// Watches the console of the preview for errors, and tells them when the page has been quiet for a
/// moment: one mistake often throws several. UI thread only.
final class PageErrors {
    private final Preview preview;
    private final Consumer<List<PageError>> told;
    private final PauseTransition quiet = new PauseTransition(Duration.millis(900));

    PageErrors(Preview preview, Consumer<List<PageError>> told) {
        this.preview = preview;
        this.told = told;
        quiet.setOnFinished(e -> tell());
        preview.console().addListener(this::changed);
    }

    private void changed(ListChangeListener.Change<? extends ConsoleEntry> change) {
        if (preview.console().isEmpty()) {
            quiet.stop();
            return;
        }
        while (change.next()) {
            if (change.getAddedSubList().stream().anyMatch(PageErrors::isError)) {
                quiet.playFromStart();
            }
        }
    }

    private static boolean isError(ConsoleEntry entry) {
        return entry.level() == ConsoleEntry.Level.ERROR;
    }

    private void tell() {
        told.accept(
                preview.console().stream()
                        .filter(PageErrors::isError)
                        .map(e ->
                                new PageError(e.text(), e.file(), e.line(), e.column(), e.stack()))
                        .distinct()
                        .toList());
    }
}
