/// The running page: WebView host, console, network list, screenshots.
@NullMarked
package dev.easel.preview;

import org.jspecify.annotations.NullMarked;
