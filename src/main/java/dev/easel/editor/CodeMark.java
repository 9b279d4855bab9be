package dev.easel.editor;

/// A line at which something went wrong when the code ran.
///
/// @param path of the file
/// @param line 1 for the first
/// @param message what went wrong, in the page's words
public record CodeMark(String path, int line, String message) {}
