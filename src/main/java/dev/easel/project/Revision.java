package dev.easel.project;

import java.time.Instant;

/// One state of a project's files.
///
/// @param number 1, 2, ... within the project
/// @param runId the run that made it
/// @param partial the reply broke off; such a revision never replaces the last whole one
public record Revision(
        String id,
        String projectId,
        int number,
        Instant created,
        String runId,
        boolean partial,
        Artifact artifact) {}
