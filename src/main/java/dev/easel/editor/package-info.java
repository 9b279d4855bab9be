/// The code pane: tabs, highlighting, following a stream.
@NullMarked
package dev.easel.editor;

import org.jspecify.annotations.NullMarked;
