/// What a page asks the person in front of it: its dialogs, the files it wants to read or to save,
/// the addresses it wants to open. Shown in the preview pane, over the page that asks.
@NullMarked
package dev.easel.preview.dialog;

import org.jspecify.annotations.NullMarked;
