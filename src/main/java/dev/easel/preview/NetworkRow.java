package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry;
import java.util.Locale;

/// One line of the network tab: a request, and how often it was made with the same outcome.
///
/// @param entry the latest of them
record NetworkRow(NetworkEntry entry, int count) {
    /// The project's own files by their paths, everything else without the `https://`.
    String address() {
        return entry.isOwn()
                ? "/" + entry.url().replaceFirst("^https://[^/]+/?", "")
                : entry.url().replaceFirst("^https://", "");
    }

    /// What repeats of the request have in common.
    Key key() {
        return new Key(entry.method(), entry.url(), entry.outcome(), entry.note());
    }

    boolean contains(String words) {
        return (entry.url() + ' ' + entry.kind() + ' ' + entry.note())
                .toLowerCase(Locale.ROOT)
                .contains(words.toLowerCase(Locale.ROOT));
    }

    NetworkRow again(NetworkEntry latest) {
        return new NetworkRow(latest, count + 1);
    }

    /// See [#key()].
    record Key(String method, String url, NetworkEntry.Outcome outcome, String note) {}
}
