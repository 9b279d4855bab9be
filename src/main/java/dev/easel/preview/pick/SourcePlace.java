package dev.easel.preview.pick;

/// A place in the files of a project.
///
/// @param line from 1
/// @param written whether the element itself is written there; else a script probably makes it
///   there
public record SourcePlace(String path, int line, boolean written) {}
