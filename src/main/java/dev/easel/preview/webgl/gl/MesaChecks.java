package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.ObjectKind;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// What keeps a page inside its own memory on a driver without WebGL's validation: nothing is drawn
/// from vertices or indices that lie in no buffer object, or past the end of one. That indices
/// point at vertices that are there is the driver's to see, which makes contexts with robust
/// access.
final class MesaChecks {
    private static final int ARRAY_BUFFER_BINDING = 0x8894;
    private static final List<String> READING =
            List.of(
                    "copyTexImage2D",
                    "copyTexSubImage2D",
                    "copyTexSubImage3D",
                    "blitFramebuffer",
                    "readPixels");
    private static final int READ_PIXELS_WORDS = 6;
    private static final int COMPLETE = 0x8CD5;
    private static final int INVALID_FRAMEBUFFER_OPERATION = 0x0506;
    private static final int READ_BUFFER = 0x0C02;
    private static final int ATTACHMENT_TYPE = 0x8CD0;
    private static final int LINK_STATUS = 0x8B82;
    private static final int CURRENT_PROGRAM = 0x8B8D;
    private static final int ELEMENT_ARRAY_BUFFER = 0x8893;

    private final Gl gl;
    private final MesaBlocks blocks;
    private final Map<String, Call> calls;
    private final Map<String, Call> around = new HashMap<>();

    private MesaChecks(Gl gl, Map<String, Call> calls) {
        this.gl = gl;
        this.blocks = new MesaBlocks(gl);
        this.calls = calls;
    }

    /// @param calls which may lack some of them
    static Map<String, Call> around(Gl gl, Map<String, Call> calls) {
        MesaChecks checks = new MesaChecks(gl, calls);
        checks.follow();
        checks.check(
                "drawArrays",
                (c, in) -> checks.hasProgram(c) && vertices(c, in.peek(1), in.peek(2), 1));
        checks.check(
                "drawArraysInstanced",
                (c, in) -> checks.hasProgram(c) && vertices(c, in.peek(1), in.peek(2), in.peek(3)));
        checks.check("drawElements", (c, in) -> checks.hasProgram(c) && elements(c, in, 1, 1));
        checks.check(
                "drawElementsInstanced",
                (c, in) -> checks.hasProgram(c) && elements(c, in, 1, in.peek(5)));
        checks.check("drawRangeElements", (c, in) -> checks.hasProgram(c) && elements(c, in, 3, 1));
        for (String name : READING) {
            checks.check(name, (c, in) -> checks.canBeRead(c));
        }
        checks.linked("getProgramiv", 1);
        checks.check("vertexAttribPointer", (c, in) -> checks.isPointer(in.peek(4), in, 5));
        checks.check("vertexAttribIPointer", (c, in) -> checks.isPointer(in.peek(3), in, 4));
        return checks.around;
    }

    @FunctionalInterface
    private interface Check {
        /// @param in of which nothing may be read, only looked at
        boolean isFine(GlContext context, Args in);
    }

    private void check(String name, Check check) {
        int error = READING.contains(name) ? INVALID_FRAMEBUFFER_OPERATION : Gl.INVALID_OPERATION;
        Call call = around.getOrDefault(name, calls.get(name));
        if (call != null) {
            around.put(
                    name,
                    (p, c, in, out) -> {
                        if (check.isFine(c, in)) {
                            call.run(p, c, in, out);
                        } else {
                            c.fail(error);
                            if (name.equals("readPixels") && in.left() == READ_PIXELS_WORDS) {
                                out.i(0).i(0).i(0);
                            }
                        }
                    });
        }
    }

    /// What a program that is not linked (any more) has: nothing, and Mesa 22.3 crashes over it.
    private void linked(String name, int words) {
        Call call = calls.get(name);
        if (call != null) {
            around.put(
                    name,
                    (p, c, in, out) -> {
                        int program = (int) c.names(ObjectKind.PROGRAM).find(in.peek(0));
                        if (in.peek(1) == LINK_STATUS || isLinked(program)) {
                            call.run(p, c, in, out);
                        } else {
                            Stream.generate(() -> 0).limit(words).forEach(out::i);
                        }
                    });
        }
    }

    private boolean isLinked(int program) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer value = stack.callocInt(1);
            if (program != 0) {
                JNI.callPV(
                        program,
                        LINK_STATUS,
                        MemoryUtil.memAddress(value),
                        gl.at("glGetProgramiv"));
            }
            return value.get(0) != 0;
        }
    }

    /// Runs something before a call.
    private void before(String name, Check note) {
        Call call = calls.get(name);
        if (call != null) {
            around.put(
                    name,
                    (p, c, in, out) -> {
                        note.isFine(c, in);
                        call.run(p, c, in, out);
                    });
        }
    }

    /// Mesa 22.3 crashes when there is nothing to read from, in some of the ways to have nothing.
    private boolean canBeRead(GlContext c) {
        int status = JNI.callI(Gl.READ_FRAMEBUFFER, gl.at("glCheckFramebufferStatus"));
        if (status != COMPLETE) {
            return false;
        }
        int buffer = gl.integer(READ_BUFFER);
        if (buffer == 0) {
            return false;
        }
        // Makes Mesa look again at what is attached: it may remember what is gone.
        JNI.callV(buffer, gl.at("glReadBuffer"));
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer type = stack.callocInt(1);
            JNI.callPV(
                    Gl.READ_FRAMEBUFFER,
                    buffer,
                    ATTACHMENT_TYPE,
                    MemoryUtil.memAddress(type),
                    gl.at("glGetFramebufferAttachmentParameteriv"));
            return type.get(0) != 0;
        }
    }

    private boolean hasProgram(GlContext c) {
        int program = gl.integer(CURRENT_PROGRAM);
        return program != 0 && blocks.areFilled(c, program);
    }

    private void follow() {
        before("bindBuffer", MesaChecks::bindBuffer);
        before("enableVertexAttribArray", (c, in) -> enable(c, in.peek(0), true));
        before("disableVertexAttribArray", (c, in) -> enable(c, in.peek(0), false));
        before("vertexAttribPointer", (c, in) -> pointer(c, in, in.peek(4), in.peek(5)));
        before("vertexAttribIPointer", (c, in) -> pointer(c, in, in.peek(3), in.peek(4)));
        before("vertexAttribDivisor", MesaChecks::divisor);
        before("objectDelete", MesaChecks::delete);
        around.put(
                "bindVertexArray",
                (p, c, in, out) -> {
                    int id = in.i();
                    int name = id == 0 ? c.vertices().own() : c.name(ObjectKind.VERTEX_ARRAY, id);
                    c.vertices().bind(name);
                    JNI.callV(name, gl.at("glBindVertexArray"));
                });
    }

    private static boolean bindBuffer(GlContext c, Args in) {
        if (in.peek(0) == ELEMENT_ARRAY_BUFFER) {
            c.vertices().current().elements = (int) c.names(ObjectKind.BUFFER).find(in.peek(1));
        }
        return true;
    }

    private static boolean enable(GlContext c, int index, boolean on) {
        if (index >= 0 && index < VertexArrays.MOST_ATTRIBUTES) {
            VertexArrays.State state = c.vertices().current();
            state.enabled = on ? state.enabled | 1 << index : state.enabled & ~(1 << index);
        }
        return true;
    }

    /// An address instead of an offset: only in a buffer object.
    private boolean isPointer(int stride, Args in, int offset) {
        return stride >= 0
                && stride <= 255
                && in.peek(offset + 1) == 0
                && in.peek(offset) >= 0
                && (in.peek(offset) == 0 || gl.integer(ARRAY_BUFFER_BINDING) != 0);
    }

    private boolean pointer(GlContext c, Args in, int stride, int offset) {
        int index = in.peek(0);
        boolean isSane =
                index >= 0
                        && index < VertexArrays.MOST_ATTRIBUTES
                        && isPointer(stride, in, in.left() == 7 ? 5 : 4);
        if (isSane) {
            VertexArrays.State state = c.vertices().current();
            int bytes = Math.clamp(in.peek(1), 1, 4) * bytesOf(in.peek(2));
            state.sources[index] =
                    new VertexArrays.Source(
                            gl.integer(ARRAY_BUFFER_BINDING),
                            offset,
                            bytes,
                            stride == 0 ? bytes : stride,
                            state.sources[index].divisor());
        }
        return true;
    }

    private static int bytesOf(int type) {
        return switch (type) {
            case 0x1400, 0x1401 -> 1;
            case 0x1402, 0x1403, 0x140B -> 2;
            default -> 4;
        };
    }

    private static boolean divisor(GlContext c, Args in) {
        int index = in.peek(0);
        if (index >= 0 && index < VertexArrays.MOST_ATTRIBUTES) {
            VertexArrays.Source[] sources = c.vertices().current().sources;
            sources[index] = sources[index].every(in.peek(1));
        }
        return true;
    }

    private static boolean delete(GlContext c, Args in) {
        if (in.peek(0) == ObjectKind.BUFFER.ordinal()) {
            c.vertices().deleteBuffer((int) c.names(ObjectKind.BUFFER).find(in.peek(1)));
        } else if (in.peek(0) == ObjectKind.VERTEX_ARRAY.ordinal()) {
            c.vertices().delete((int) c.names(ObjectKind.VERTEX_ARRAY).find(in.peek(1)));
        }
        return true;
    }

    /// @param count below zero is left to the driver, which refuses it
    private static boolean vertices(GlContext c, int first, int count, int instances) {
        if (first < 0 || count <= 0 || instances <= 0) {
            return true;
        }
        return isInside(c, (long) first + count, instances);
    }

    /// @param vertices 0 when the driver looks after them
    private static boolean isInside(GlContext c, long vertices, int instances) {
        VertexArrays.State state = c.vertices().current();
        for (int k = 0; k < VertexArrays.MOST_ATTRIBUTES; k++) {
            VertexArrays.Source source = state.sources[k];
            if ((state.enabled >>> k & 1) != 0 && !isInside(c, source, vertices, instances)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInside(
            GlContext c, VertexArrays.Source source, long vertices, int instances) {
        if (source.buffer() == 0) {
            return false;
        }
        long step = Integer.toUnsignedLong(source.divisor());
        long count = step == 0 ? vertices : (instances - 1) / step + 1;
        long end = source.offset() + (count - 1) * source.stride() + source.bytes();
        return count == 0 || end <= c.memory().size(ObjectKind.BUFFER, source.buffer(), 0);
    }

    private static boolean elements(GlContext c, Args in, int at, int instances) {
        int count = in.peek(at);
        long offset = in.peek(at + 2) & 0xffff_ffffL | (long) in.peek(at + 3) << 32;
        int elements = c.vertices().current().elements;
        if (elements == 0 || offset < 0) {
            return false;
        }
        int bytes =
                switch (in.peek(at + 1)) {
                    case 0x1401 -> 1;
                    case 0x1403 -> 2;
                    default -> 4;
                };
        long size = c.memory().size(ObjectKind.BUFFER, elements, 0);
        boolean isAligned = offset % bytes == 0;
        return count <= 0
                || (isAligned
                        && offset <= size
                        && (long) count * bytes <= size - offset
                        && isInside(c, 0, instances));
    }
}
