package dev.easel.preview.guard;

/// Code of a page that was stopped.
///
/// @param file path inside the project; empty when unknown
/// @param line 1 for the first; 0 when unknown
/// @param column 1 for the first; 0 when unknown
/// @param millis for how long it had run
public record StoppedLoop(String file, int line, int column, Kind kind, long millis) {
    /// What it was.
    public enum Kind {
        LOOP,
        /// No loop of its own: functions that call each other, or themselves by way of promises.
        RECURSION
    }
}
