package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Why what a page asked for did not come. Thread-safe: the loader's thread notes a request before
/// the page hears of it, so the reason is there when the page says that something is missing.
final class FailedRequests {
    private static final int LIMIT = 1_000;

    private final Map<String, NetworkEntry> entries = new ConcurrentHashMap<>();

    void note(NetworkEntry entry) {
        if (entries.size() < LIMIT) {
            entries.put(entry.url(), entry);
        }
    }

    void clear() {
        entries.clear();
    }

    /// In plain words, without a full stop; empty when nothing is known of the address.
    String reason(String url) {
        NetworkEntry entry = entries.get(url);
        if (entry == null) {
            return "";
        }
        String note = entry.note().isEmpty() ? "" : " (" + entry.note() + ")";
        if (entry.outcome() == Outcome.MISSING) {
            return "the project has no such file" + note;
        }
        if (entry.outcome() == Outcome.DENIED) {
            return "denied, the preview has no network" + note;
        }
        return "it was answered, but it, or something that it asks for, cannot be used" + note;
    }
}
