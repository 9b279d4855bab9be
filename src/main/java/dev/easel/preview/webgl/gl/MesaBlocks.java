package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.ObjectKind;
import java.nio.LongBuffer;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// Whether the uniform blocks of the program in use have buffers that are large enough: Mesa 22.3
/// reads address 0 where there is none.
final class MesaBlocks {
    private static final int ACTIVE_BLOCKS = 0x8A36;
    private static final int BLOCK_BINDING = 0x8A3F;
    private static final int BLOCK_SIZE = 0x8A40;
    private static final int BUFFER_BINDING = 0x8A28;
    private static final int BUFFER_START = 0x8A29;
    private static final int BUFFER_SIZE = 0x8A2A;

    private final Gl gl;

    MesaBlocks(Gl gl) {
        this.gl = gl;
    }

    /// @param program the driver's name
    boolean areFilled(GlContext c, int program) {
        int count = (int) value("glGetProgramiv", program, ACTIVE_BLOCKS);
        for (int block = 0; block < count; block++) {
            int size = of(program, block, BLOCK_SIZE);
            int place = of(program, block, BLOCK_BINDING);
            if (size > given(c, place)) {
                return false;
            }
        }
        return true;
    }

    private long given(GlContext c, int place) {
        int buffer = (int) value("glGetIntegeri_v", BUFFER_BINDING, place);
        long all = buffer == 0 ? 0 : c.memory().size(ObjectKind.BUFFER, buffer, 0);
        long start = value("glGetInteger64i_v", BUFFER_START, place);
        long size = value("glGetInteger64i_v", BUFFER_SIZE, place);
        long rest = Math.max(0, all - start);
        // 0 stands for all of it.
        return size == 0 ? rest : Math.min(size, rest);
    }

    private long value(String function, int first, int second) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            LongBuffer value = stack.callocLong(1);
            JNI.callPV(first, second, MemoryUtil.memAddress(value), gl.at(function));
            return value.get(0);
        }
    }

    private int of(int program, int block, int name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            LongBuffer value = stack.callocLong(1);
            JNI.callPV(
                    program,
                    block,
                    name,
                    MemoryUtil.memAddress(value),
                    gl.at("glGetActiveUniformBlockiv"));
            return (int) value.get(0);
        }
    }
}
