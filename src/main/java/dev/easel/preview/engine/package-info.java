/// The only user of `com.sun.*`: one small, replaceable place for WebView's internals.
@NullMarked
package dev.easel.preview.engine;

import org.jspecify.annotations.NullMarked;
