package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.BadCommandException;
import org.lwjgl.system.MemoryUtil;

/// Bytes that come with a command: in it, sent ahead of it, or lying in a buffer object.
///
/// @param address of the bytes; an offset when they lie in a buffer object; 0 when there are none
/// @param bytes how many; 0 for a buffer object's
/// @param isThere false when the page gave null
record Data(long address, long bytes, boolean isThere) {
    private static final int PIXEL_UNPACK_BUFFER_BINDING = 0x88EF;

    private static final int NULL = 0;
    private static final int INLINE = 1;
    private static final int AHEAD = 2;
    private static final int OFFSET = 3;

    /// Whether the bytes lie in a buffer object, whose size the driver knows.
    boolean isInBuffer() {
        return isThere && bytes == 0;
    }

    /// Reads what comes next in a command. Valid until the command has been carried out.
    static Data read(GlPage page, Args in) {
        return read(page, in, false);
    }

    /// Forgets the data of a command that is not carried out.
    ///
    /// @param word where the data begins, counted from the next argument
    static void drop(GlPage page, Args in, int word) {
        if (in.peek(word) == AHEAD) {
            page.takeBlob();
        }
    }

    /// Reads what comes next in a command that takes pixels: only these may lie in a buffer object,
    /// and only where one is bound. Elsewhere the driver would take an offset for an address.
    static Data pixels(GlPage page, GlContext context, Args in) {
        boolean isBuffer =
                context.version() == 2 && context.gl().integer(PIXEL_UNPACK_BUFFER_BINDING) != 0;
        return read(page, in, isBuffer);
    }

    private static Data read(GlPage page, Args in, boolean isBuffer) {
        int kind = in.i();
        switch (kind) {
            case NULL:
                return new Data(0, 0, false);
            case INLINE:
                int length = in.i();
                if (length < 0) {
                    throw new BadCommandException("Data of " + length + " bytes");
                }
                int from = in.words((int) ((length + 3L) / 4));
                return new Data(MemoryUtil.memAddress0(in.buffer()) + from, length, length > 0);
            case AHEAD:
                return page.takeBlob();
            case OFFSET:
                if (!isBuffer) {
                    throw new BadCommandException("Data in a buffer object that is not bound");
                }
                return new Data(in.l(), 0, true);
            default:
                throw new BadCommandException("Data of kind " + kind);
        }
    }
}
