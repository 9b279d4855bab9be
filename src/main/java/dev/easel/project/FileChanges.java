package dev.easel.project;

/// How much of a file changed from one revision to the next.
///
/// @param changes places that differ
/// @param added lines that are new
/// @param removed lines that are gone
public record FileChanges(String path, int changes, int added, int removed) {}
