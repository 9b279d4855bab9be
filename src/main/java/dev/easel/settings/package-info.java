/// Preferences, data directories and keys.
@NullMarked
package dev.easel.settings;

import org.jspecify.annotations.NullMarked;
