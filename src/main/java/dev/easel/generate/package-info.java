/// One run from prompt to revision: composing the request, parsing the stream, storing everything.
/// No JavaFX.
@NullMarked
package dev.easel.generate;

import org.jspecify.annotations.NullMarked;
