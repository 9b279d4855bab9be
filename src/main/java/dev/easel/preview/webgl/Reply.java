package dev.easel.preview.webgl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What a page is answered: words, one after another, in the order in which its script reads them.
public final class Reply {
    private ByteBuffer out = ByteBuffer.allocate(256).order(ByteOrder.nativeOrder());

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            int size = Math.max(out.capacity() * 2, Math.addExact(out.position(), bytes));
            out = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder()).put(out.flip());
        }
        return out;
    }

    /// Adds a 32-bit integer.
    public Reply i(int value) {
        room(4).putInt(value);
        return this;
    }

    /// Adds a float.
    public Reply f(float value) {
        room(4).putFloat(value);
        return this;
    }

    /// Adds a 64-bit integer as two words, the low one first.
    public Reply l(long value) {
        return i((int) value).i((int) (value >>> 32));
    }

    /// Adds a string: its length in characters, then two characters a word.
    public Reply s(String value) {
        i(value.length());
        byte[] bytes =
                value.getBytes(
                        ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                                ? StandardCharsets.UTF_16LE
                                : StandardCharsets.UTF_16BE);
        return bytes(bytes);
    }

    /// Adds bytes, filled up to a whole word.
    public Reply bytes(byte[] value) {
        room(value.length + 3).put(value);
        while (out.position() % 4 != 0) {
            out.put((byte) 0);
        }
        return this;
    }

    /// Makes place for bytes that something else writes.
    ///
    /// @param count a multiple of 4
    /// @return a heap buffer of that many bytes
    public ByteBuffer place(int count) {
        ByteBuffer all = room(count);
        ByteBuffer part = all.slice(all.position(), count).order(ByteOrder.nativeOrder());
        all.position(all.position() + count);
        return part;
    }

    /// All that was added.
    public ByteBuffer bytes() {
        return out.duplicate().order(ByteOrder.nativeOrder()).flip();
    }
}
