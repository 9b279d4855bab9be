package dev.easel.project;

import java.time.Instant;

/// One demo with its conversation.
///
/// @param id a random UUID in lower case; also the host name part of the preview's origin, so it
///   holds only letters, digits and `-`
/// @param title what the sidebar shows
public record Project(String id, String title, Instant created, Instant updated) {}
