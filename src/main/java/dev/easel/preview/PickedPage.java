package dev.easel.preview;

import dev.easel.preview.pick.PickPage;
import java.util.Optional;
import javafx.scene.input.ScrollEvent;
import javafx.scene.web.WebView;

/// The preview, as the picker knows it.
record PickedPage(Preview preview) implements PickPage {
    @Override
    public Optional<String> ask(String call) {
        return preview.call(call);
    }

    @Override
    public double scale() {
        WebView view = preview.viewProperty().get();
        return view == null ? 1 : view.getZoom();
    }

    @Override
    public void pass(ScrollEvent event) {
        WebView view = preview.viewProperty().get();
        if (view != null) {
            view.fireEvent(event.copyFor(view, view));
        }
    }
}
