/// Shared by every screen: the way to the UI thread, growing texts, Markdown, the theme.
@NullMarked
package dev.easel.ui;

import org.jspecify.annotations.NullMarked;
