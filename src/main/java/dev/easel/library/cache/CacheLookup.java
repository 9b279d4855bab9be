package dev.easel.library.cache;

/// What the cache has for an address.
sealed interface CacheLookup {
    /// The file, whole; a class because an array has no value semantics.
    final class Hit implements CacheLookup {
        private final CachedFile file;
        private final byte[] body;

        Hit(CachedFile file, byte[] body) {
            this.file = file;
            this.body = body;
        }

        CachedFile file() {
            return file;
        }

        byte[] body() {
            return body;
        }
    }

    /// The address stands for another one.
    record Moved(CachedFile file) implements CacheLookup {}

    /// Nothing.
    record Absent() implements CacheLookup {}

    /// There was something that is not what came; it has been removed.
    record Damaged() implements CacheLookup {}

    /// The disk does not give it.
    record Unreadable(String why) implements CacheLookup {}
}
