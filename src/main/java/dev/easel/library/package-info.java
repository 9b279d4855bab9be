/// Which CDN address is which bundled file.
@NullMarked
package dev.easel.library;

import org.jspecify.annotations.NullMarked;
