/// Shows a revision in the system's browser: a server on loopback, and the way to the browser.
/// Plain Java; uses `preview.sandbox` for the files.
@NullMarked
package dev.easel.preview.share;

import org.jspecify.annotations.NullMarked;
