package dev.easel.preview;

import dev.easel.preview.sandbox.PageSource;

/// The page that a preview shows.
///
/// @param entry path inside the source, e.g. `index.html`
public record ShownPage(String projectId, PageSource source, String entry) {}
