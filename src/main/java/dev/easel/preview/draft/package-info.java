/// The page as far as it has been written, while a model writes it.
@NullMarked
package dev.easel.preview.draft;

import org.jspecify.annotations.NullMarked;
