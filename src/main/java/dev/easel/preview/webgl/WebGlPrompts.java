package dev.easel.preview.webgl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the pages of one view reach the driver: through `prompt`, which needs nothing that is not
/// public in WebView. A message is a mark, a letter for what is wanted, the number of a page, and
/// its bytes, two in a character.
///
/// To be used on the UI thread. Messages are a page's, so nothing in them is believed.
public final class WebGlPrompts {
    private static final String MARK = "\u0001easel-gl:";

    /// JavaScript that runs what a page and its frames have to do in one frame.
    public static final String FRAME =
            "window[Symbol.for('easel-gl:frames')] && window[Symbol.for('easel-gl:frames')].run()";

    private static final int MOST_PAGES = 0xffff;

    private final Supplier<String> script;
    private final Runnable frameAsked;
    private final WebGlDriver driver;
    private final Map<Character, WebGlPage> pages = new HashMap<>();
    private int opened;

    /// @param script composes the page script; asked when a page first wants it
    /// @param frameAsked is run when a page wants [#FRAME] to be evaluated with the next pulse
    public WebGlPrompts(Supplier<String> script, WebGlDriver driver, Runnable frameAsked) {
        this.script = script;
        this.frameAsked = frameAsked;
        this.driver = driver;
    }

    /// Answers a page.
    ///
    /// @return empty when the text is a prompt of the page's own
    public Optional<String> answer(@Nullable String text) {
        if (text == null || !text.startsWith(MARK) || text.length() == MARK.length()) {
            return Optional.empty();
        }
        String rest = text.substring(MARK.length() + 1);
        return Optional.of(
                switch (text.charAt(MARK.length())) {
                    case 's' -> script.get();
                    case 'o' -> open();
                    case 'f' -> frame();
                    case 'n' -> begin();
                    default -> call(text.charAt(MARK.length()), rest);
                });
    }

    /// A new document: the one before cannot say that it goes, because WebKit shows no prompts
    /// then.
    private String begin() {
        closeAll();
        return "";
    }

    private String frame() {
        frameAsked.run();
        return "";
    }

    private String open() {
        if (opened >= MOST_PAGES) {
            return "\0";
        }
        char id = (char) ++opened;
        pages.put(id, driver.open());
        return String.valueOf(id);
    }

    private String call(char kind, String rest) {
        WebGlPage page = rest.isEmpty() ? null : pages.get(rest.charAt(0));
        if (page == null) {
            return "";
        }
        switch (kind) {
            case 'c' -> page.submit(bytes(rest, 1));
            case 'q' -> {
                return characters(page.ask(bytes(rest, 1)));
            }
            case 'b' -> blob(page, rest);
            case 'x' -> {
                pages.remove(rest.charAt(0));
                page.close();
            }
            default -> {}
        }
        return "";
    }

    /// Two characters that hold the length, then the bytes.
    private static void blob(WebGlPage page, String rest) {
        if (rest.length() >= 3) {
            long length = rest.charAt(1) | (long) rest.charAt(2) << 16;
            ByteBuffer bytes = bytes(rest, 3);
            if (length <= bytes.remaining()) {
                page.blob(bytes.limit((int) length));
            }
        }
    }

    private static ByteBuffer bytes(String text, int from) {
        ByteBuffer bytes =
                ByteBuffer.allocate((text.length() - from) * 2).order(ByteOrder.nativeOrder());
        bytes.asCharBuffer().put(text, from, text.length());
        return bytes;
    }

    private static String characters(ByteBuffer bytes) {
        CharBuffer characters = bytes.order(ByteOrder.nativeOrder()).asCharBuffer();
        return characters.toString();
    }

    /// What the page and its frames have of WebGL; empty when they never asked for any.
    public Optional<WebGlUse> use() {
        return pages.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        pages.values().stream()
                                .map(WebGlPage::use)
                                .reduce(WebGlUse.NONE, WebGlUse::plus));
    }

    /// Frees what the pages have: they are gone, or about to be.
    public void closeAll() {
        pages.values().forEach(WebGlPage::close);
        pages.clear();
    }
}
