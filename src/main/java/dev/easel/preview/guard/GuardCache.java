package dev.easel.preview.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps the latest guarded files, so that a reload guards only what changed. Thread-safe; guarding
/// itself goes on in parallel.
public final class GuardCache {
    private static final int LIMIT = 64;

    private record Key(FileKind kind, String text, List<Insertion> own) {}

    private final Map<Key, GuardedText> latest = new LinkedHashMap<>(LIMIT, 0.75f, true);

    GuardedText guard(FileKind kind, String text, List<Insertion> own) {
        Key key = new Key(kind, text, own);
        synchronized (latest) {
            GuardedText known = latest.get(key);
            if (known != null) {
                return known;
            }
        }
        GuardedText made = kind.guard(text, own);
        synchronized (latest) {
            latest.put(key, made);
            if (latest.size() > LIMIT) {
                latest.remove(latest.keySet().iterator().next());
            }
        }
        return made;
    }
}
