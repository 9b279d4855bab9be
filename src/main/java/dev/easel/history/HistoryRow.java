package dev.easel.history;

import dev.easel.project.Project;
import dev.easel.project.Revision;

/// A line of the sidebar.
public sealed interface HistoryRow {
    /// The heading of the projects of one day, or of what was found.
    record Heading(String label) implements HistoryRow {}

    /// A project.
    ///
    /// @param detail the small line below the title
    /// @param snippet where the search matched, matched words between U+0002 and U+0003; empty when
    ///   nothing was searched
    /// @param open its revisions follow
    record ProjectRow(Project project, int revisions, String detail, String snippet, boolean open)
            implements HistoryRow {}

    /// A revision of the open project.
    ///
    /// @param prompt what was asked for, in one line
    /// @param current the window shows it
    record RevisionRow(Revision revision, String prompt, String time, boolean current)
            implements HistoryRow {}
}
