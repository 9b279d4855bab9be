package dev.easel.library.cache;

import java.time.Instant;

/// One address that is kept.
///
/// @param address as [WebAddress#text()]
/// @param movedTo where the server sent on to, which is an address of its own in the cache; empty
///   when the file itself is here
/// @param mediaType e.g. `text/css`; empty for a redirect
/// @param sha256 of the content, in hexadecimal; empty for a redirect
/// @param bytes of the content
/// @param fetched when it came
public record CachedFile(
        String address,
        String movedTo,
        String mediaType,
        String sha256,
        long bytes,
        Instant fetched) {

    /// Whether the server only named another address.
    public boolean isRedirect() {
        return !movedTo.isEmpty();
    }
}
