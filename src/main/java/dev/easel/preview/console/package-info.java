/// The console pane: what a page says, what is inside its values, and a line to ask it. Knows the
/// page through [dev.easel.preview.console.ConsoleSource] only.
@NullMarked
package dev.easel.preview.console;

import org.jspecify.annotations.NullMarked;
