package dev.easel.preview.webgl;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Memory that a page and the program share: words which the page's script reads and writes as an
/// `Int32Array`. UI thread.
@FunctionalInterface
public interface PageMemory {
    /// The words, to be used only until the page's script goes on.
    ///
    /// @return empty when the page has given its memory away
    Optional<ByteBuffer> bytes();
}
