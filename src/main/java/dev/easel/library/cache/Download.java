package dev.easel.library.cache;

/// What a server sent; a class because an array has no value semantics.
final class Download {
    private final WebAddress from;
    private final String mediaType;
    private final byte[] body;

    /// @param from where it was in the end, after redirects
    /// @param mediaType e.g. `text/javascript`, without parameters
    Download(WebAddress from, String mediaType, byte[] body) {
        this.from = from;
        this.mediaType = mediaType;
        this.body = body;
    }

    WebAddress from() {
        return from;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] body() {
        return body;
    }
}
