package dev.easel.app;

import dev.easel.generate.ArtifactEvent;
import dev.easel.project.Project;
import dev.easel.project.Revision;

/// Where a revision runs.
interface PreviewPort {
    void show(Project project, Revision revision);

    /// Says that a page will be here, and begins to show it while it is written.
    void await(Project project);

    /// More of the page that is awaited.
    void written(ArtifactEvent event);

    /// Shows nothing; the first screen takes the place.
    void clear();
}
