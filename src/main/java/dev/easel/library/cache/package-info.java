/// Files of the web that came with the user's consent: fetched once, by rules of their own, and
/// kept for good. The only package that opens connections for pages.
@NullMarked
package dev.easel.library.cache;

import org.jspecify.annotations.NullMarked;
