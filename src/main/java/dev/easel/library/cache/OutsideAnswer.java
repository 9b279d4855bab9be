package dev.easel.library.cache;

/// What a page gets for an [OutsideRequest].
public sealed interface OutsideAnswer {
    /// The file; a class because an array has no value semantics.
    final class Content implements OutsideAnswer {
        private final String mediaType;
        private final byte[] body;
        private final boolean fresh;

        Content(String mediaType, byte[] body, boolean fresh) {
            this.mediaType = mediaType;
            this.body = body;
            this.fresh = fresh;
        }

        /// E.g. `text/css`.
        public String mediaType() {
            return mediaType;
        }

        public byte[] body() {
            return body;
        }

        /// Whether it was fetched just now, and not kept from an earlier time.
        public boolean isFresh() {
            return fresh;
        }
    }

    /// The file has another address, which the page has to ask for.
    ///
    /// @param fresh whether that was asked just now
    /// @param note in plain words
    record Moved(String to, boolean fresh, String note) implements OutsideAnswer {}

    /// Nothing was asked of anybody.
    ///
    /// @param offered whether the user can have it fetched
    /// @param note why, in plain words; may be empty
    record Denied(boolean offered, String note) implements OutsideAnswer {}

    /// It was asked for with the user's consent, and did not come.
    ///
    /// @param note why, in plain words
    record Failed(String note) implements OutsideAnswer {}
}
