package dev.easel.preview.pick;

import java.util.Optional;
import javafx.scene.input.ScrollEvent;

/// The page that is picked in. UI thread.
public interface PickPage {
    /// Calls a function of the page's bridge.
    ///
    /// @param call e.g. `pickAt(10, 20)`
    /// @return its answer; empty when there is none
    Optional<String> ask(String call);

    /// Pixels of the view for one CSS pixel.
    double scale();

    /// The wheel was turned over the highlight: the page scrolls as without it.
    void pass(ScrollEvent event);
}
