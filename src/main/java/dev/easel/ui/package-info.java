/// Shared by every screen: executors, theme, texts, icons, dialogs.
@NullMarked
package dev.easel.ui;

import org.jspecify.annotations.NullMarked;
