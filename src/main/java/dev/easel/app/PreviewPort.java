package dev.easel.app;

import dev.easel.project.Project;
import dev.easel.project.Revision;

/// Where a revision runs.
interface PreviewPort {
    void show(Project project, Revision revision);

    /// Says that a page will be here when the run has ended.
    void await();

    /// Shows nothing; the first screen takes the place.
    void clear();
}
