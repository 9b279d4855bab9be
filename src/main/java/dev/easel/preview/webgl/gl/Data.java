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
    private static final int NULL = 0;
    private static final int INLINE = 1;
    private static final int AHEAD = 2;
    private static final int OFFSET = 3;

    /// Reads what comes next in a command. Valid until the command has been carried out.
    static Data read(GlPage page, Args in) {
        int kind = in.i();
        switch (kind) {
            case NULL:
                return new Data(0, 0, false);
            case INLINE:
                int length = in.i();
                int from = in.words((int) ((length + 3L) / 4));
                return new Data(MemoryUtil.memAddress0(in.buffer()) + from, length, true);
            case AHEAD:
                return page.takeBlob();
            case OFFSET:
                return new Data(in.l(), 0, true);
            default:
                throw new BadCommandException("Data of kind " + kind);
        }
    }
}
