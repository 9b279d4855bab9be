package dev.easel.preview.dialog;

import dev.easel.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;

/// The ways out of a page that its user may open: links to elsewhere, each after a question. UI
/// thread.
public final class Exits {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private static final Texts TEXTS = Texts.of(Exits.class);

    private final PageDialogs dialogs;
    private final Browser browser;
    private final Executor background;
    private final Executor fx;

    /// Opens addresses outside of Easel.
    public interface Browser {
        /// May block.
        ///
        /// @throws IOException when there is nothing to open it with; the message says why
        void open(URI address) throws IOException;
    }

    /// @param background may block
    /// @param fx runs on the UI thread
    public Exits(PageDialogs dialogs, Browser browser, Executor background, Executor fx) {
        this.dialogs = dialogs;
        this.browser = browser;
        this.background = background;
        this.fx = fx;
    }

    /// Asks whether an address shall be opened.
    ///
    /// @return false when no browser, mail or telephone program could mean it
    public boolean visit(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (SCHEMES.contains(scheme)) {
                ask(address);
                return true;
            }
        } catch (URISyntaxException e) {
            System.getLogger(Exits.class.getName())
                    .log(System.Logger.Level.DEBUG, "Not an address: " + e.getMessage());
        }
        return false;
    }

    private void ask(URI address) {
        dialogs.request(new PageQuestion.Visit(address.toASCIIString()))
                .thenAccept(answer -> {
                    if (answer.isGiven()) {
                        background.execute(() -> open(address));
                    }
                });
    }

    private void open(URI address) {
        try {
            browser.open(address);
        } catch (IOException e) {
            fx.execute(
                    () -> dialogs.tell(TEXTS.get("visit.failed", String.valueOf(e.getMessage()))));
        }
    }
}
