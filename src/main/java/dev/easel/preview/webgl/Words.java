package dev.easel.preview.webgl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The numbers and bytes in the text of a message, one after another. Reading past the end gives
/// zeros.
final class Words {
    private final String text;
    private int at;

    Words(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /// The next 16 bits.
    int character() {
        return at < text.length() ? text.charAt(at++) : 0;
    }

    /// The next 32 bits, the low half first.
    int number() {
        int low = character();
        return low | character() << 16;
    }

    /// All that is left.
    ByteBuffer bytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.max(0, text.length() - at) * 2)
                        .order(ByteOrder.nativeOrder());
        bytes.asCharBuffer().put(text, Math.min(at, text.length()), text.length());
        return bytes;
    }
}
