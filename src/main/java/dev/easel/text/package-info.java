/// Reads the words that people see from each package's `texts.properties`. Uses only the JDK.
@NullMarked
package dev.easel.text;

import org.jspecify.annotations.NullMarked;
