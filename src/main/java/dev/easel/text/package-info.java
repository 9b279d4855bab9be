/// Reads the words that people see from each package's `texts.properties`, and other texts that are
/// part of the program. Uses only the JDK.
@NullMarked
package dev.easel.text;

import org.jspecify.annotations.NullMarked;
