package dev.easel.preview.pick;

import dev.easel.preview.sandbox.PageSource;
import dev.easel.text.Texts;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Says in the card where the picked element is in the code, found in the background.
public final class SourceFinder {
    private static final Texts TEXTS = Texts.of(SourceFinder.class);

    private final Executor background;
    private final Executor fx;

    /// What the page is made of.
    ///
    /// @param entry path of its document
    public record Page(PageSource source, String entry) {}

    /// Shows a place in the code pane.
    public interface Opener {
        /// @param path of a file of the project
        /// @param line from 1
        void open(String path, int line);
    }

    /// @param background searches
    /// @param fx runs on the UI thread
    public SourceFinder(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    /// Searches whenever something is picked.
    ///
    /// @param page the page that is shown now
    /// @param opener where a place is shown
    public void serve(
            ElementPicker picker, PickCardView card, Supplier<Optional<Page>> page, Opener opener) {
        picker.pickedProperty()
                .subscribe(picked -> {
                    Optional<Page> shown = picked == null ? Optional.empty() : page.get();
                    if (picked == null || shown.isEmpty()) {
                        return;
                    }
                    background.execute(() -> {
                        Optional<SourcePlace> found = find(picked, shown.get());
                        fx.execute(() -> {
                            if (picker.pickedProperty().get() == picked) {
                                show(card, found, opener);
                            }
                        });
                    });
                });
    }

    private static Optional<SourcePlace> find(PickedElement picked, Page page) {
        try {
            return new ElementSource(PageFiles.of(page.source()::read, page.entry())).find(picked);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void show(PickCardView card, Optional<SourcePlace> found, Opener opener) {
        found.ifPresentOrElse(
                place ->
                        card.showCode(
                                () -> opener.open(place.path(), place.line()),
                                TEXTS.get(
                                        place.written() ? "pick.code.at" : "pick.code.about",
                                        place.path(),
                                        place.line())),
                () -> card.showCode(null, TEXTS.get("pick.code.nowhere")));
    }
}
