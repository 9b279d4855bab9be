package dev.easel.generate;

/// What the streaming parser found in a reply, in order.
public sealed interface ArtifactEvent {
    /// Text between files, for the conversation.
    record Prose(String text) implements ArtifactEvent {}

    /// A file begins; its text follows in [FileText] events. A path that was begun before starts
    /// the file anew: the last version counts.
    record FileStarted(String path) implements ArtifactEvent {}

    /// More text of the file that was started last. Concatenated they are the file's exact content.
    record FileText(String path, String text) implements ArtifactEvent {}

    /// The file has ended.
    ///
    /// @param closed false when the reply ended inside the fence
    record FileEnded(String path, boolean closed) implements ArtifactEvent {}
}
