package dev.easel.preview.sandbox;

import java.util.List;

/// A piece of what is inside a value.
///
/// @param rows at most a hundred
/// @param more how many follow
/// @param isGone true when the page does not keep the value any more
public record PageProperties(List<PageProperty> rows, long more, boolean isGone) {
    /// Of a value that is no longer there.
    public static final PageProperties GONE = new PageProperties(List.of(), 0, true);
}
