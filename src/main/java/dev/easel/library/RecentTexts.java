package dev.easel.library;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps the modules that were made last, because a reload asks for the same ones again and making
/// a large one takes tens of milliseconds. Thread-safe.
final class RecentTexts {
    private static final int MOST = 48;

    private final Map<LibraryFile.Content, byte[]> texts =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<LibraryFile.Content, byte[]> e) {
                    return size() > MOST;
                }
            };

    /// How a text is made.
    interface Maker {
        byte[] make() throws IOException;
    }

    byte[] get(LibraryFile.Content content, Maker maker) throws IOException {
        byte[] known;
        synchronized (texts) {
            known = texts.getOrDefault(content, new byte[0]);
        }
        if (known.length > 0) {
            return known.clone();
        }
        byte[] made = maker.make();
        synchronized (texts) {
            texts.put(content, made);
        }
        return made.clone();
    }
}
