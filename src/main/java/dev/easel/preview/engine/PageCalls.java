package dev.easel.preview.engine;

import java.util.List;
import java.util.function.Predicate;

/// Tells the connections of pages from those of the program.
public final class PageCalls {
    private static final String PLAYER = "com.sun.media.";

    /// The loader of WebView, and the player that loads a page's audio and video on its own.
    private static final List<String> LOADERS =
            List.of("com.sun.webkit.", PLAYER, "com.sun.javafx.webkit.");

    private PageCalls() {}

    /// Whether the current thread is working for a page. A few microseconds.
    public static boolean areOnTheStack() {
        return isAnyFrame(name -> LOADERS.stream().anyMatch(name::startsWith));
    }

    /// Whether that is the player, which knows nothing of the page that it plays for.
    public static boolean areOfThePlayer() {
        return isAnyFrame(name -> name.startsWith(PLAYER));
    }

    private static boolean isAnyFrame(Predicate<String> test) {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(f -> test.test(f.getClassName())));
    }
}
