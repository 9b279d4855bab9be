package dev.easel.preview.webgl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the pages of one view reach the driver: through `prompt`, which needs nothing that is not
/// public in WebView. A message is a mark, a letter for what is wanted, the number of a document,
/// and what [PageSession] reads.
///
/// To be used on the UI thread. Messages are a page's, so nothing in them is believed.
public final class WebGlPrompts {
    private static final String MARK = "\u0001easel-gl:";

    private static final String FRAMES = "window[Symbol.for('easel-gl:frames')]";

    /// JavaScript that runs what a page and its frames have to do in one frame.
    public static final String FRAME = FRAMES + " && " + FRAMES + ".run()";

    /// JavaScript that draws the images of all contexts again.
    public static final String REPAINT = FRAMES + " && " + FRAMES + ".repaint()";

    /// JavaScript for the arrays that a page shares.
    public static final String MEMORY = "window[Symbol.for('easel-gl:memory')]";

    private static final int MOST_SESSIONS = 0xffff;

    private final PageHost host;
    private final WebGlDriver driver;
    private final Map<Character, PageSession> sessions = new HashMap<>();
    private int opened;

    public WebGlPrompts(WebGlDriver driver, PageHost host) {
        this.host = host;
        this.driver = driver;
    }

    /// Answers a page.
    ///
    /// @return empty when the text is a prompt of the page's own
    public Optional<String> answer(@Nullable String text) {
        if (text == null || !text.startsWith(MARK) || text.length() == MARK.length()) {
            return Optional.empty();
        }
        char kind = text.charAt(MARK.length());
        Words rest = new Words(text, MARK.length() + 1);
        return Optional.of(
                switch (kind) {
                    case 's' -> host.script();
                    case 'o' -> open();
                    case 'f' -> frame();
                    case 'n' -> begin();
                    case 'x' -> close((char) rest.character());
                    default -> call(kind, rest);
                });
    }

    /// A new document: the one before cannot say that it goes, because WebKit shows no prompts
    /// then.
    private String begin() {
        closeAll();
        return "";
    }

    private String frame() {
        host.frameAsked();
        return "";
    }

    private String open() {
        if (opened >= MOST_SESSIONS) {
            return "\0";
        }
        char id = (char) ++opened;
        sessions.put(id, new PageSession(driver.open(), host));
        return String.valueOf(id);
    }

    private String close(char id) {
        PageSession gone = sessions.remove(id);
        if (gone != null) {
            gone.close();
        }
        return "";
    }

    private String call(char kind, Words rest) {
        PageSession session = sessions.get((char) rest.character());
        return session == null ? "" : session.answer(kind, rest);
    }

    /// What the page and its frames have of WebGL; empty when they never asked for any.
    public Optional<WebGlUse> use() {
        return sessions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        sessions.values().stream()
                                .map(PageSession::use)
                                .reduce(WebGlUse.NONE, WebGlUse::plus));
    }

    /// Frees what the pages have: they are gone, or about to be.
    public void closeAll() {
        sessions.values().forEach(PageSession::close);
        sessions.clear();
    }
}
