package dev.easel.preview.draft;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.easel.preview.Preview;
import dev.easel.preview.Preview.State;
import dev.easel.preview.ShownPage;
import dev.easel.preview.sandbox.PageSource;
import dev.easel.text.Texts;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows a page while it is being written: a document without scripts to which the browser's own
/// parser adds what arrives, so that nothing flickers and the reader stays where they scrolled to.
/// A page that takes long to lay out grows once a second, so that the code beside it never waits:
/// most frames are without it. UI thread only.
public final class PageDraft {
    private static final Texts TEXTS = Texts.of(PageDraft.class);
    private static final double LEAST_PAUSE_MILLIS = 150;
    private static final double LONGEST_PAUSE_MILLIS = 1_000;
    private static final int PAUSE_FACTOR = 100;

    private final Preview preview;
    private final PauseTransition pause = new PauseTransition();
    private @Nullable DraftFiles files;
    private String project = "";
    private boolean isOff;
    private boolean isWriting;
    private int written;
    private double scrolled;

    /// @param preview shows the draft until something else is shown
    public PageDraft(Preview preview) {
        this.preview = preview;
        pause.setOnFinished(e -> {
            isWriting = false;
            write();
        });
        preview.stateProperty().subscribe(this::changed);
    }

    /// A reply begins, of which nothing can be seen yet.
    public void begin(String projectId) {
        project = projectId;
        files = new DraftFiles();
        isOff = false;
        written = 0;
        scrolled = 0;
    }

    /// A file begins, or begins anew.
    public void start(String path) {
        if (files == null) {
            return;
        }
        boolean again = files.shown().filter(path::equals).isPresent();
        files.start(path);
        if (again && isShown()) {
            preview.reload();
        }
    }

    /// More of a file that was started.
    public void add(String path, String text) {
        if (files == null || isOff) {
            return;
        }
        files.add(path, text);
        if (files.shown().filter(path::equals).isPresent()) {
            write();
        }
    }

    /// A file is whole.
    public void end(String path) {
        if (files == null || isOff) {
            return;
        }
        files.end(path);
        if (isReady()) {
            preview.evaluate("easelDraft.whole(" + TextNode.valueOf(path) + ")");
        }
    }

    /// The reply has ended. What is shown next of this project is scrolled to where the reader is.
    public void end() {
        files = null;
    }

    private boolean isShown() {
        return files != null
                && preview.shownPage().map(ShownPage::source).filter(s -> s == files).isPresent();
    }

    private boolean isReady() {
        return isShown() && preview.stateProperty().get() == State.SHOWN;
    }

    private void write() {
        if (files == null || isOff || isWriting || !files.isVisible()) {
            return;
        }
        if (files.isThree()) {
            isOff = true;
            preview.stop(TEXTS.get("three"));
        } else if (!isShown()) {
            written = 0;
            preview.show(project, files, PageSource.DRAFT);
        } else if (isReady() && written < files.length()) {
            write(files.from(written));
            written = files.length();
        }
    }

    private void write(String text) {
        isWriting = true;
        long start = System.nanoTime();
        preview.evaluate("easelDraft.write(" + TextNode.valueOf(text) + ")")
                .whenComplete((y, failure) -> {
                    scrolled = Optional.ofNullable(y).map(PageDraft::number).orElse(scrolled);
                    double took = (System.nanoTime() - start) / 1e6;
                    double rest =
                            Math.clamp(
                                    PAUSE_FACTOR * took, LEAST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
                    pause.setDuration(Duration.millis(rest));
                    pause.playFromStart();
                });
    }

    private static double number(String json) {
        try {
            return Double.parseDouble(json);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void changed(State now) {
        if (now == State.SHOWN && isShown()) {
            // The first time, or after a reload.
            isWriting = false;
            written = 0;
            write();
        } else if (now == State.SHOWN && files == null && scrolled > 0) {
            if (preview.projectId().filter(project::equals).isPresent()) {
                preview.evaluate("scrollTo(0, " + scrolled + ")");
            }
            scrolled = 0;
        }
    }
}
