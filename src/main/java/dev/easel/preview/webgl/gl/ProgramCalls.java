package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.ObjectKind;
import dev.easel.preview.webgl.Reply;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Map;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// Programs, and what is in them.
final class ProgramCalls {
    private static final int LINK_STATUS = 0x8B82;
    private static final int ACTIVE_UNIFORMS = 0x8B86;
    private static final int ACTIVE_UNIFORM_MAX_LENGTH = 0x8B87;
    private static final int ACTIVE_ATTRIBUTES = 0x8B89;
    private static final int ACTIVE_ATTRIBUTE_MAX_LENGTH = 0x8B8A;
    private static final int ACTIVE_UNIFORM_BLOCKS = 0x8A36;
    private static final int BLOCK_NAME_LENGTH = 0x8A41;
    private static final int VARYINGS = 0x8C83;
    private static final int VARYING_MAX_LENGTH = 0x8C76;

    private final Gl gl;
    private final Inspection inspection;

    ProgramCalls(Gl gl) {
        this.gl = gl;
        this.inspection = new Inspection(gl);
    }

    Map<String, Call> calls() {
        return Map.of(
                "programLog", (p, c, in, out) -> out.s(inspection.log(program(c, in), "Program")),
                "programInfo", (p, c, in, out) -> info(c, in, out),
                "bindAttribLocation", (p, c, in, out) -> bindAttribute(c, in),
                "getAttribLocation", (p, c, in, out) -> location(c, in, out, "Attrib"),
                "getUniformLocation", (p, c, in, out) -> location(c, in, out, "Uniform"),
                "getFragDataLocation", (p, c, in, out) -> location(c, in, out, "FragData"),
                "transformFeedbackVaryings", (p, c, in, out) -> varyings(c, in));
    }

    /// The driver's name of the program that comes next.
    static int program(GlContext c, Args in) {
        return c.name(ObjectKind.PROGRAM, in.i());
    }

    /// Status and log, then attributes, uniforms, blocks and varyings.
    private void info(GlContext c, Args in, Reply out) {
        int program = program(c, in);
        boolean isLinked = integer(program, LINK_STATUS) != 0;
        out.i(isLinked ? 1 : 0).s(inspection.log(program, "Program"));
        if (!isLinked) {
            // A program that was linked before and is not now crashes Mesa 22.3.
            out.i(0).i(0).i(0).i(0);
            return;
        }
        variables(program, out, "Attrib", ACTIVE_ATTRIBUTES, ACTIVE_ATTRIBUTE_MAX_LENGTH);
        variables(program, out, "Uniform", ACTIVE_UNIFORMS, ACTIVE_UNIFORM_MAX_LENGTH);
        if (c.version() == 2) {
            blocks(program, out);
            feedback(program, out);
        } else {
            out.i(0).i(0);
        }
    }

    private int integer(int program, int name) {
        return inspection.integer("glGetProgramiv", program, name);
    }

    private void variables(int program, Reply out, String type, int countName, int lengthName) {
        int count = integer(program, countName);
        Variable variable = new Variable(program, "glGetActive" + type, lengthName);
        out.i(count);
        for (int k = 0; k < count; k++) {
            variable.read(k, out, "glGet" + type + "Location");
        }
    }

    private void feedback(int program, Reply out) {
        int count = integer(program, VARYINGS);
        Variable variable =
                new Variable(program, "glGetTransformFeedbackVarying", VARYING_MAX_LENGTH);
        out.i(count);
        for (int k = 0; k < count; k++) {
            variable.read(k, out, "");
        }
    }

    /// One kind of variable of one program.
    private final class Variable {
        private final int program;
        private final String function;
        private final int room;

        Variable(int program, String function, int lengthName) {
            this.program = program;
            this.function = function;
            this.room = Math.max(1, integer(program, lengthName));
        }

        /// Answers name, size and type, and the location if it has one.
        void read(int index, Reply out, String location) {
            ByteBuffer name = MemoryUtil.memCalloc(room + 1);
            try (MemoryStack stack = MemoryStack.stackPush()) {
                IntBuffer values = stack.callocInt(3);
                long at = MemoryUtil.memAddress(values);
                long text = MemoryUtil.memAddress(name);
                JNI.callPPPPV(program, index, room, at, at + 4, at + 8, text, gl.at(function));
                out.s(MemoryUtil.memUTF8(text)).i(values.get(1)).i(values.get(2));
                if (!location.isEmpty()) {
                    out.i(JNI.callPI(program, text, gl.at(location)));
                }
            } finally {
                MemoryUtil.memFree(name);
            }
        }
    }

    private void blocks(int program, Reply out) {
        int count = integer(program, ACTIVE_UNIFORM_BLOCKS);
        out.i(count);
        for (int k = 0; k < count; k++) {
            int room = Math.max(1, UniformCalls.blockInteger(gl, program, k, BLOCK_NAME_LENGTH));
            ByteBuffer name = MemoryUtil.memCalloc(room + 1);
            try {
                long to = MemoryUtil.memAddress(name);
                JNI.callPPV(program, k, room, 0L, to, gl.at("glGetActiveUniformBlockName"));
                out.s(MemoryUtil.memUTF8(to));
            } finally {
                MemoryUtil.memFree(name);
            }
        }
    }

    private void bindAttribute(GlContext c, Args in) {
        int program = program(c, in);
        int index = in.i();
        CText.with(in.s(), name -> JNI.callPV(program, index, name, gl.at("glBindAttribLocation")));
    }

    private void location(GlContext c, Args in, Reply out, String type) {
        int program = program(c, in);
        CText.with(
                in.s(),
                name -> out.i(JNI.callPI(program, name, gl.at("glGet" + type + "Location"))));
    }

    private void varyings(GlContext c, Args in) {
        int program = program(c, in);
        int mode = in.i();
        String[] names = UniformCalls.strings(in);
        long function = gl.at("glTransformFeedbackVaryings");
        CText.withAll(names, texts -> JNI.callPV(program, names.length, texts, mode, function));
    }
}
