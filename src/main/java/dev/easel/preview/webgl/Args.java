package dev.easel.preview.webgl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The arguments of one command after another, out of a buffer that a page wrote.
///
/// A command is a word that holds its opcode (low 10 bits) and its length in words (the rest, with
/// this word), and its arguments. Nothing is believed: reading past the end of a command throws.
public final class Args {
    private static final int OPCODE_BITS = 10;

    private final ByteBuffer in;
    private int at;
    private int end;

    /// @param in from position 0 to its limit
    public Args(ByteBuffer in) {
        this.in = in.duplicate().order(ByteOrder.nativeOrder());
    }

    /// Moves on to the next command.
    ///
    /// @return its opcode; -1 when there is none
    /// @throws BadCommandException when its length does not fit
    public int next() {
        at = end;
        if (at + 4 > in.limit()) {
            return -1;
        }
        int head = in.getInt(at);
        int words = head >>> OPCODE_BITS;
        if (words < 1 || words > (in.limit() - at) / 4) {
            throw new BadCommandException("A command of " + words + " words at byte " + at);
        }
        end = at + words * 4;
        at += 4;
        return head & (1 << OPCODE_BITS) - 1;
    }

    private int take(int bytes) {
        int from = at;
        if (bytes < 0 || bytes > end - from) {
            throw new BadCommandException("An argument is missing at byte " + from);
        }
        at = from + bytes;
        return from;
    }

    /// A 32-bit integer, an enum or an object's id.
    public int i() {
        return in.getInt(take(4));
    }

    /// A float.
    public float f() {
        return in.getFloat(take(4));
    }

    /// A boolean.
    public boolean b() {
        return i() != 0;
    }

    /// A 64-bit integer.
    public long l() {
        long low = i() & 0xffff_ffffL;
        return (long) i() << 32 | low;
    }

    /// Words that stay in the buffer.
    ///
    /// @return offset of the first byte in [#buffer()]
    public int words(int count) {
        if (count < 0 || count > (end - at) / 4) {
            throw new BadCommandException(count + " words are not there at byte " + at);
        }
        return take(count * 4);
    }

    /// How many words of this command are not read yet.
    public int left() {
        return (end - at) / 4;
    }

    /// An argument that is still to be read.
    ///
    /// @param word 0 is the next one
    /// @return 0 past the end of the command
    public int peek(int word) {
        return word < 0 || word >= left() ? 0 : in.getInt(at + word * 4);
    }

    /// A string: its length in characters, then two characters a word.
    public String s() {
        int length = i();
        if (length < 0 || length > left() * 2) {
            throw new BadCommandException("A string of " + length + " characters");
        }
        int from = take((length + 1) / 2 * 4);
        byte[] bytes = new byte[length * 2];
        in.get(from, bytes);
        return new String(
                bytes,
                ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                        ? StandardCharsets.UTF_16LE
                        : StandardCharsets.UTF_16BE);
    }

    /// Where the arguments are, for functions that take an address.
    public ByteBuffer buffer() {
        return in;
    }
}
