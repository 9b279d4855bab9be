package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.BadCommandException;
import dev.easel.preview.webgl.Reply;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// Uniforms and their blocks: giving them values, asking about them.
final class UniformCalls {
    private static final int BLOCK_ACTIVE_UNIFORMS = 0x8A42;
    private static final int BLOCK_INDICES = 0x8A43;

    private final Gl gl;

    UniformCalls(Gl gl) {
        this.gl = gl;
    }

    Map<String, Call> calls() {
        Map<String, Call> calls = new HashMap<>();
        calls.put("getUniformBlockIndex", (p, c, in, out) -> blockIndex(c, in, out));
        calls.put("getUniformIndices", (p, c, in, out) -> indices(c, in, out));
        calls.put("getActiveUniformsiv", (p, c, in, out) -> active(c, in, out));
        calls.put("getActiveUniformBlockiv", (p, c, in, out) -> block(c, in, out));
        for (String type : new String[] {"f", "i", "ui"}) {
            for (int n = 1; n <= 4; n++) {
                calls.put("uniform" + n + type + "v", vector("glUniform" + n + type + "v", n));
            }
        }
        for (String size : new String[] {"2", "3", "4", "2x3", "2x4", "3x2", "3x4", "4x2", "4x3"}) {
            calls.put(
                    "uniformMatrix" + size + "fv",
                    matrix("glUniformMatrix" + size + "fv", components(size)));
        }
        return calls;
    }

    private static int components(String size) {
        int columns = size.charAt(0) - '0';
        return columns * (size.charAt(size.length() - 1) - '0');
    }

    /// Location, then the values up to the command's end.
    private Call vector(String name, int components) {
        long function = gl.find(name);
        return (p, c, in, out) -> {
            int location = in.i();
            int words = in.left();
            long values = MemoryUtil.memAddress0(in.buffer()) + in.words(words);
            JNI.callPV(location, words / components, values, function);
        };
    }

    private Call matrix(String name, int components) {
        long function = gl.find(name);
        return (p, c, in, out) -> {
            int location = in.i();
            boolean transpose = in.b();
            int words = in.left();
            long values = MemoryUtil.memAddress0(in.buffer()) + in.words(words);
            JNI.callPV(location, words / components, transpose, values, function);
        };
    }

    private void blockIndex(GlContext c, Args in, Reply out) {
        int program = ProgramCalls.program(c, in);
        CText.with(
                in.s(), name -> out.i(JNI.callPI(program, name, gl.at("glGetUniformBlockIndex"))));
    }

    /// Answers an index for each of some names.
    private void indices(GlContext c, Args in, Reply out) {
        int program = ProgramCalls.program(c, in);
        String[] names = strings(in);
        integers(
                names.length,
                out,
                to ->
                        CText.withAll(
                                names,
                                texts ->
                                        JNI.callPPV(
                                                program,
                                                names.length,
                                                texts,
                                                to,
                                                gl.at("glGetUniformIndices"))));
    }

    /// A count and that many strings.
    static String[] strings(Args in) {
        int count = in.i();
        if (count < 0 || count > in.left()) {
            throw new BadCommandException(count + " strings");
        }
        String[] strings = new String[count];
        for (int k = 0; k < count; k++) {
            strings[k] = in.s();
        }
        return strings;
    }

    /// Program, name, count, indices; answers a value for each.
    private void active(GlContext c, Args in, Reply out) {
        int program = ProgramCalls.program(c, in);
        int name = in.i();
        int count = in.i();
        long indices = MemoryUtil.memAddress0(in.buffer()) + in.words(count);
        integers(
                count,
                out,
                to ->
                        JNI.callPPV(
                                program, count, indices, name, to, gl.at("glGetActiveUniformsiv")));
    }

    /// Answers a count, then that many values.
    private void block(GlContext c, Args in, Reply out) {
        int program = ProgramCalls.program(c, in);
        int block = in.i();
        int name = in.i();
        if (name != BLOCK_INDICES) {
            out.i(1).i(blockInteger(gl, program, block, name));
            return;
        }
        int count = blockInteger(gl, program, block, BLOCK_ACTIVE_UNIFORMS);
        out.i(count);
        integers(
                count,
                out,
                to -> JNI.callPV(program, block, name, to, gl.at("glGetActiveUniformBlockiv")));
    }

    /// One value of a block of uniforms.
    static int blockInteger(Gl gl, int program, int block, int name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer value = stack.callocInt(1);
            long to = MemoryUtil.memAddress(value);
            JNI.callPV(program, block, name, to, gl.at("glGetActiveUniformBlockiv"));
            return value.get(0);
        }
    }

    /// Answers what the driver writes into a list.
    private static void integers(int count, Reply out, LongConsumer fill) {
        IntBuffer values = MemoryUtil.memCallocInt(Math.max(1, count));
        try {
            fill.accept(MemoryUtil.memAddress(values));
            for (int k = 0; k < count; k++) {
                out.i(values.get(k));
            }
        } finally {
            MemoryUtil.memFree(values);
        }
    }
}
