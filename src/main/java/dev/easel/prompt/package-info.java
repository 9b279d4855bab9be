/// The prompt editor and the conversation above it.
@NullMarked
package dev.easel.prompt;

import org.jspecify.annotations.NullMarked;
