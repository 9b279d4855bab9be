package dev.easel.preview.sandbox;

/// One line of a page's console.
///
/// @param file path inside the project, or the whole address of another file; empty when unknown
/// @param line 1 for the first; 0 when unknown
/// @param column 1 for the first; 0 when unknown
/// @param stack one frame a line; empty when there is none
public record ConsoleEntry(
        Level level,
        String text,
        String file,
        int line,
        int column,
        String stack,
        ConsoleDetail detail) {

    /// How loud a line is.
    public enum Level {
        DEBUG,
        LOG,
        INFO,
        WARN,
        /// `console.error`, uncaught errors, rejected promises, resources that did not load.
        ERROR,
        /// The page called `alert`, `confirm` or `prompt`, which a preview answers by itself.
        ALERT
    }

    /// A line of nothing but text.
    public ConsoleEntry(Level level, String text, String file, int line, int column, String stack) {
        this(level, text, file, line, column, stack, ConsoleDetail.NONE);
    }

    /// A line that did not come from a place in a file.
    public static ConsoleEntry of(Level level, String text) {
        return new ConsoleEntry(level, text, "", 0, 0, "");
    }

    /// This line with another text.
    public ConsoleEntry withText(String other) {
        return new ConsoleEntry(level, other, file, line, column, stack, detail);
    }

    /// Whether it says the same, from the same place, as another; values inside may differ.
    public boolean repeats(ConsoleEntry other) {
        return level == other.level
                && line == other.line
                && column == other.column
                && detail.depth() == other.detail.depth()
                && detail.group() == ConsoleDetail.Group.NONE
                && other.detail.group() == ConsoleDetail.Group.NONE
                && text.equals(other.text)
                && file.equals(other.file)
                && stack.equals(other.stack);
    }
}
