package dev.easel.preview.engine;

import java.util.List;

/// Tells the connections of pages from those of the program.
public final class PageCalls {
    /// The loader of WebView, and the player that loads a page's audio and video on its own.
    private static final List<String> LOADERS =
            List.of("com.sun.webkit.", "com.sun.media.", "com.sun.javafx.webkit.");

    private PageCalls() {}

    /// Whether the current thread is working for a page. A few microseconds.
    public static boolean areOnTheStack() {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.anyMatch(
                                f -> LOADERS.stream().anyMatch(f.getClassName()::startsWith)));
    }
}
