package dev.easel.project;

import java.util.List;

/// What became of an [Edit].
public sealed interface EditOutcome {
    /// The lines were found and changed.
    ///
    /// @param line where the change begins, counted from 0
    /// @param removed how many lines went
    /// @param added what stands there now, each with its line end
    record Applied(int line, int removed, List<String> added) implements EditOutcome {
        public Applied {
            added = List.copyOf(added);
        }
    }

    /// The text is as it was before.
    ///
    /// @param nearest the lines of the file that resemble the search most; empty if none do
    /// @param line where they begin, counted from 0; where the lines were found first if they were
    ///   found more than once
    record Refused(Reason reason, List<String> nearest, int line) implements EditOutcome {
        public Refused {
            nearest = List.copyOf(nearest);
        }
    }

    /// Why an edit was not made.
    enum Reason {
        /// No lines of the file are these.
        NOT_FOUND,
        /// More than one place has them.
        AMBIGUOUS,
        /// There is nothing to search for, in a file that has text.
        EMPTY_SEARCH,
        /// The project has no such file.
        NO_FILE,
        /// The block had no dividing line, so it says nothing about what to put where.
        MALFORMED
    }
}
