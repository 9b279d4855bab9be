package dev.easel.preview;

/// Hears that the user wants to see a place in the page's files. Called on the UI thread.
@FunctionalInterface
public interface SourceListener {
    /// @param file path inside the project
    /// @param line 1 for the first
    /// @param column 1 for the first; 0 when unknown
    void open(String file, int line, int column);
}
