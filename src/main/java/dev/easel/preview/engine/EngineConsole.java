package dev.easel.preview.engine;

import com.sun.javafx.webkit.WebConsoleListener;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/// What WebKit itself writes to the console: the true text of errors that a page's script sees only
/// as "Script error.", refused style sheets, blocked resources.
///
/// WebKit has one listener for the whole process, so the listeners of the views are kept here. To
/// be used on the UI thread.
public final class EngineConsole {
    private static final System.Logger LOG = System.getLogger(EngineConsole.class.getName());
    private static final Map<WebView, Listener> LISTENERS = new WeakHashMap<>();

    private EngineConsole() {}

    /// Hears the messages of one view.
    public interface Listener {
        /// @param line 1 for the first; 0 when unknown
        /// @param file absolute address; empty when unknown
        void message(String text, int line, String file);
    }

    /// Begins to listen.
    ///
    /// @return false when this JavaFX has no such place or does not let us in; everything else of
    ///   the preview works without it
    public static boolean listen(WebView view, Listener listener) {
        try {
            WebConsoleListener.setDefaultListener(EngineConsole::deliver);
            LISTENERS.put(view, listener);
            return true;
        } catch (LinkageError | RuntimeException e) {
            LOG.log(Level.WARNING, "WebKit's own console messages cannot be read: " + e);
            return false;
        }
    }

    private static void deliver(
            @Nullable WebView view, @Nullable String text, int line, @Nullable String file) {
        Listener listener = LISTENERS.get(view);
        if (listener != null && text != null) {
            listener.message(text.strip(), line, file == null ? "" : file);
        }
    }
}
