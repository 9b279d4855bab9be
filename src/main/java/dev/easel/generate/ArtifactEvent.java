package dev.easel.generate;

import dev.easel.project.Edit;

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

    /// Changes to a file begin, each told by an [Edited] when it is whole.
    record EditsStarted(String path) implements ArtifactEvent {}

    /// One change to the file.
    record Edited(String path, Edit edit) implements ArtifactEvent {}

    /// A change that lacks the line between what is searched and what replaces it.
    ///
    /// @param text what there was of it
    record BadEdit(String path, String text) implements ArtifactEvent {}

    /// The changes to the file have ended; others may follow later.
    ///
    /// @param closed false when the reply ended inside a block
    record EditsEnded(String path, boolean closed) implements ArtifactEvent {}
}
