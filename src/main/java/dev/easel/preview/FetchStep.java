package dev.easel.preview;

/// How the fetch of one address stands.
public sealed interface FetchStep {
    /// It has begun, or waits for its turn.
    ///
    /// @param bytes that have come
    /// @param total in bytes; -1 when unknown
    record Arriving(long bytes, long total) implements FetchStep {}

    /// It is kept; the page gets it when it is loaded again.
    record Kept(long bytes) implements FetchStep {}

    /// It did not come.
    ///
    /// @param why in plain words
    record Failed(String why) implements FetchStep {}
}
