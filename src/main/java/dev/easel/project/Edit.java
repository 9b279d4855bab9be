package dev.easel.project;

/// One change to a file: these lines, as they stand there, become those. Blocks of a reply
/// (`<<<<<<< SEARCH`, `=======`, `>>>>>>> REPLACE`) become edits.
///
/// @param search whole lines that the file has; empty for a file that does not exist yet
/// @param replace what they become; empty to delete them
public record Edit(String search, String replace) {}
