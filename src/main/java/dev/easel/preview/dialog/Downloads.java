package dev.easel.preview.dialog;

import dev.easel.preview.sandbox.PageWish;
import dev.easel.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Files that a page makes: each is offered, and written where its user says. UI thread; the
/// writing is elsewhere.
///
/// The page hands over one piece after another, each when the one before is on the disk, so that
/// neither side ever holds more than a piece. A page that lies about its file harms nothing: more
/// than it offered is not taken, and less is not kept.
public final class Downloads {
    /// More than any demo makes. The page has it in its memory already.
    static final long LARGEST = 512L << 20;

    private static final Texts TEXTS = Texts.of(Downloads.class);

    private final PageDialogs dialogs;
    private final Consumer<String> bridge;
    private final Executor background;
    private final Executor fx;
    private @Nullable Running running;

    /// A file under way.
    private record Running(PageWish.Offer offer, FileInParts file) {}

    /// @param bridge calls a function of the page's bridge
    /// @param background may block
    /// @param fx runs on the UI thread
    public Downloads(
            PageDialogs dialogs, Consumer<String> bridge, Executor background, Executor fx) {
        this.dialogs = dialogs;
        this.bridge = bridge;
        this.background = background;
        this.fx = fx;
    }

    /// Asks where an offered file shall go. While another is under way, the page is refused.
    public void offer(PageWish.Offer offer) {
        String name = SafeName.of(offer.name());
        if (offer.bytes() > LARGEST) {
            dialogs.tell(TEXTS.get("save.tooLarge", name, (LARGEST >> 20) + " MB"));
            drop(offer);
        } else if (running != null) {
            drop(offer);
        } else {
            dialogs.request(new PageQuestion.Save(name, offer.bytes()))
                    .thenAccept(answer -> decided(offer, answer));
        }
    }

    private void drop(PageWish.Offer offer) {
        bridge.accept("drop(" + offer.id() + ")");
    }

    private void decided(PageWish.Offer offer, PageAnswer answer) {
        if (!answer.isGiven()) {
            drop(offer);
            return;
        }
        FileInParts file = new FileInParts(Path.of(answer.value()), offer.bytes());
        running = new Running(offer, file);
        next(running);
    }

    private void next(Running download) {
        if (download.file().isWhole()) {
            finish(download);
        } else {
            bridge.accept("piece(" + download.offer().id() + ", " + download.file().length() + ")");
        }
    }

    /// Takes a piece, if it is the one that was asked for.
    public void piece(PageWish.Piece piece) {
        Running download = running;
        if (download == null
                || piece.id() != download.offer().id()
                || piece.offset() != download.file().length()) {
            return;
        }
        byte[] bytes = decoded(piece.base64());
        if (bytes.length == 0 || !download.file().fits(bytes.length)) {
            fail(download, TEXTS.get("save.broken", download.file().name()));
            return;
        }
        background.execute(() -> write(download, bytes));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private void write(Running download, byte[] bytes) {
        try {
            download.file().append(bytes);
            fx.execute(() -> {
                if (running == download) {
                    next(download);
                }
            });
        } catch (IOException e) {
            fx.execute(() -> fail(download, failure(download, e)));
        }
    }

    private String failure(Running download, IOException e) {
        return TEXTS.get("save.failed", download.file().name(), String.valueOf(e.getMessage()));
    }

    private void finish(Running download) {
        running = null;
        drop(download.offer());
        background.execute(() -> {
            try {
                download.file().finish();
            } catch (IOException e) {
                fx.execute(() -> dialogs.tell(failure(download, e)));
            }
        });
    }

    private void fail(Running download, String why) {
        if (running == download) {
            running = null;
            drop(download.offer());
            background.execute(download.file()::discard);
            dialogs.tell(why);
        }
    }

    /// The page goes; what it was handing over is not kept.
    public void end() {
        Running download = running;
        if (download != null) {
            fail(download, TEXTS.get("save.broken", download.file().name()));
        }
    }
}
