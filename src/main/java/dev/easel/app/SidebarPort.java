package dev.easel.app;

/// The list of everything that was made.
interface SidebarPort {
    /// Selects a project at its newest whole revision.
    void select(String projectId);

    /// Something was added.
    void refresh();
}
