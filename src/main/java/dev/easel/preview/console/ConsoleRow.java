package dev.easel.preview.console;

import dev.easel.preview.sandbox.ConsoleEntry;
import java.util.Optional;

/// A row of the list: a node as it was when the list was told of it. A change makes another row, so
/// that the list draws it again.
///
/// @param version of the node
record ConsoleRow(ConsoleNode node, int version) {
    ConsoleContent content() {
        return node.content();
    }

    /// What the page wrote; empty for a row of another kind.
    Optional<ConsoleEntry> entry() {
        return content() instanceof ConsoleContent.Line(ConsoleEntry entry)
                ? Optional.of(entry)
                : Optional.empty();
    }

    /// How many equal lines it stands for.
    int count() {
        return node.count();
    }

    @Override
    public String toString() {
        return ConsoleText.of(node);
    }
}
