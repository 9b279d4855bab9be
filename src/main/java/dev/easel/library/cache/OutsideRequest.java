package dev.easel.library.cache;

import java.util.Set;

/// What a page asks for that is neither its own nor bundled.
///
/// @param projectId whose page
/// @param url as the page wrote it
/// @param kind what for, as `Sec-Fetch-Dest` says: `script`, `style`, `empty` for fetch and XHR,
///   ...
/// @param plain a GET without body and credentials
/// @param mayWait whether the caller may block until a transfer ends; never so on the UI thread
/// @param written what the page's files name
public record OutsideRequest(
        String projectId,
        String url,
        String kind,
        boolean plain,
        boolean mayWait,
        WrittenAddresses written) {
    /// Documents would be pages of others inside the page; everything else is a part of it.
    private static final Set<String> PARTS =
            Set.of(
                    "script",
                    "style",
                    "image",
                    "font",
                    "empty",
                    "worker",
                    "json",
                    "manifest",
                    "track",
                    "audio",
                    "video",
                    "");

    /// Whether this is something that may be fetched at all.
    boolean isPart() {
        return plain && PARTS.contains(kind);
    }
}
