package dev.easel.preview;

import dev.easel.preview.share.PageServers;
import dev.easel.preview.share.SystemBrowser;
import dev.easel.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Executor;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Opens the page in the system's browser, for the toolbar. UI thread; the work is done in the
/// background.
final class PageSharing {
    private final Preview preview;
    private final PageServers servers;
    private final SystemBrowser browser;
    private final NoticeView notices;
    private final Executor background;
    private final Executor fx;
    private final Texts texts;

    PageSharing(
            Preview preview,
            PageServers servers,
            SystemBrowser browser,
            NoticeView notices,
            Executor background,
            Executor fx,
            Texts texts) {
        this.preview = preview;
        this.servers = servers;
        this.browser = browser;
        this.notices = notices;
        this.background = background;
        this.fx = fx;
        this.texts = texts;
    }

    /// Serves what is shown now and opens it. Does nothing when nothing is shown.
    void open() {
        preview.shownPage().ifPresent(page -> background.execute(() -> open(page)));
    }

    private void open(ShownPage page) {
        URI address;
        try {
            address = servers.open(page.projectId(), page.source(), page.entry());
        } catch (IOException e) {
            fx.execute(() ->
                    notices.say(texts.get("browse.noServer", String.valueOf(e.getMessage()))));
            return;
        }
        try {
            browser.open(address);
            fx.execute(() -> offer("browse.opened", "", address));
        } catch (IOException e) {
            fx.execute(() -> offer("browse.noBrowser", String.valueOf(e.getMessage()), address));
        }
    }

    private void offer(String key, String reason, URI address) {
        notices.say(
                texts.get(key, reason),
                texts.get("browse.copy"),
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(address.toString());
                    Clipboard.getSystemClipboard().setContent(content);
                    notices.say(texts.get("browse.copied"));
                });
    }
}
