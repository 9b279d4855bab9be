package dev.easel.preview;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.animation.AnimationTimer;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/// Takes a picture of the whole document, piece by piece: the page is scrolled, not made higher, so
/// what is as high as the window stays so. UI thread only.
final class PageCapture {
    /// Beyond it a picture takes more memory than it is worth.
    static final int HIGHEST = 20_000;

    /// After a scroll: one frame for the page, one for its painting.
    private static final int FRAMES = 3;

    private final Preview preview;
    private final CompletableFuture<WritableImage> result = new CompletableFuture<>();
    private JsonText.Extent extent = JsonText.Extent.NONE;
    private WritableImage picture = new WritableImage(1, 1);
    private double scale = 1;

    PageCapture(Preview preview) {
        this.preview = preview;
    }

    /// @return of the document at the zoom of its view, at most [#HIGHEST] pixels high; fails with
    ///   an [IllegalStateException] when the page goes away meanwhile
    CompletionStage<WritableImage> take() {
        var view = preview.viewProperty().get();
        extent = preview.call("captureBegin()").map(JsonText::extent).orElse(JsonText.Extent.NONE);
        if (view == null || extent.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("No document is shown"));
        }
        scale = view.getZoom();
        int width = (int) Math.min(Math.round(extent.width() * scale), Math.ceil(view.getWidth()));
        int height = (int) Math.min(Math.round(extent.height() * scale), HIGHEST);
        picture = new WritableImage(Math.max(1, width), Math.max(1, height));
        piece(0);
        return result.whenComplete((image, failure) -> preview.call("captureEnd()"));
    }

    private void piece(double top) {
        var at = preview.call("captureAt(" + top + ")").map(JsonText::extent);
        if (at.isEmpty()) {
            result.completeExceptionally(
                    new IllegalStateException("The page went away while its picture was taken"));
            return;
        }
        afterFrames(() ->
                preview.screenshot()
                        .whenComplete((image, failure) -> {
                            if (failure == null) {
                                take(image, top, at.get().y());
                            } else {
                                result.completeExceptionally(failure);
                            }
                        }));
    }

    private void take(WritableImage image, double top, double scrolled) {
        PixelReader pixels = image.getPixelReader();
        int y = (int) Math.round(scrolled * scale);
        int height = (int) Math.min(image.getHeight(), picture.getHeight() - y);
        int width = (int) Math.min(image.getWidth(), picture.getWidth());
        if (height > 0) {
            picture.getPixelWriter().setPixels(0, y, width, height, pixels, 0, 0);
        }
        double next = top + extent.step();
        if (next >= extent.height() || next * scale >= HIGHEST) {
            result.complete(picture);
        } else {
            piece(next);
        }
    }

    private static void afterFrames(Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames > FRAMES) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }
}
