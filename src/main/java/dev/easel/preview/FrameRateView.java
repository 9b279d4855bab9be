package dev.easel.preview;

import atlantafx.base.theme.Styles;
import dev.easel.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The frames a second that the page draws, measured once a second while it is to be seen; empty
/// for a page at rest. By how much the program has grown with the page, once that is worth saying.
final class FrameRateView extends Label {
    /// Megabytes that a page takes without anybody minding.
    private static final long WORTH_SAYING = 200;

    private final Preview preview;
    private final Texts texts;
    private FrameCount last = FrameCount.NONE;

    FrameRateView(Preview preview, Texts texts) {
        this.preview = preview;
        this.texts = texts;
        setId("previewFps");
        getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        setMinWidth(Region.USE_PREF_SIZE);
        EverySecond.whileIn(this, this::measure);
    }

    private void measure() {
        FrameCount now = preview.frames();
        // A count that runs backwards is another page's.
        FrameCount since = now.millis() < last.millis() ? FrameCount.NONE : last;
        long rate = Math.round(now.perSecondSince(since));
        String fps = rate == 0 ? "" : texts.get("toolbar.fps", rate);
        long megabytes = preview.guard().growthProperty().get().bytes() >> 20;
        String memory = megabytes < WORTH_SAYING ? "" : texts.get("toolbar.memory", megabytes);
        setText((fps + "  " + memory).strip());
        last = now;
    }
}
