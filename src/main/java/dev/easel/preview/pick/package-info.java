/// Picking an element of the page: the highlight above it, and what is told of it. Knows the page
/// only through the answers of its bridge.
@NullMarked
package dev.easel.preview.pick;

import org.jspecify.annotations.NullMarked;
