/// What was made: projects, revisions and runs, kept in SQLite; the history sidebar.
@NullMarked
package dev.easel.history;

import org.jspecify.annotations.NullMarked;
