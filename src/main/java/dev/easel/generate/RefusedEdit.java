package dev.easel.generate;

import dev.easel.project.Edit;
import dev.easel.project.EditOutcome;

/// A change of a reply that could not be made.
///
/// @param path of the file that it was for
record RefusedEdit(String path, Edit edit, EditOutcome.Refused why) {}
