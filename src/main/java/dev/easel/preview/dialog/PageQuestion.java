package dev.easel.preview.dialog;

import java.util.List;

/// What a page asks. All texts are the page's own and cut to what can be shown.
public sealed interface PageQuestion {
    /// `alert`; every answer is the same.
    record Alert(String text) implements PageQuestion {}

    /// `confirm`; the answer's value is of no matter.
    record Confirm(String text) implements PageQuestion {}

    /// `prompt`; the answer's value is what was typed.
    record Prompt(String text, String initial) implements PageQuestion {}

    /// `print`.
    record Print() implements PageQuestion {}

    /// A click on `<input type=file>`; the answer's value has one absolute path a line.
    ///
    /// @param types what the page says it can read, e.g. `image/png`; may be empty
    record ChooseFiles(boolean several, List<String> types) implements PageQuestion {
        public ChooseFiles {
            types = List.copyOf(types);
        }
    }

    /// A link to somewhere else.
    ///
    /// @param address `http`, `https`, `mailto` or `tel`
    record Visit(String address) implements PageQuestion {}

    /// A file that the page made; the answer's value is the path to write it to.
    ///
    /// @param name a plain file name
    /// @param bytes its size
    record Save(String name, long bytes) implements PageQuestion {}

    /// What Easel itself has to say about an earlier question; every answer is the same.
    record Notice(String text) implements PageQuestion {}

    /// Whether the page's script waits for the answer.
    default boolean blocks() {
        return switch (this) {
            case Alert a -> true;
            case Confirm c -> true;
            case Prompt p -> true;
            case Print p -> true;
            case ChooseFiles c -> true;
            case Visit v -> false;
            case Save s -> false;
            case Notice n -> false;
        };
    }
}
