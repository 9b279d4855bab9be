package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.BadCommandException;
import dev.easel.preview.webgl.ObjectKind;
import dev.easel.preview.webgl.Reply;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// Shaders, programs and what is in them.
final class ProgramCalls {
    private static final int LINK_STATUS = 0x8B82;
    private static final int COMPILE_STATUS = 0x8B81;
    private static final int INFO_LOG_LENGTH = 0x8B84;
    private static final int ACTIVE_UNIFORMS = 0x8B86;
    private static final int ACTIVE_UNIFORM_MAX_LENGTH = 0x8B87;
    private static final int ACTIVE_ATTRIBUTES = 0x8B89;
    private static final int ACTIVE_ATTRIBUTE_MAX_LENGTH = 0x8B8A;
    private static final int ACTIVE_UNIFORM_BLOCKS = 0x8A36;
    private static final int BLOCK_NAME_LENGTH = 0x8A41;
    private static final int BLOCK_ACTIVE_UNIFORMS = 0x8A42;
    private static final int BLOCK_INDICES = 0x8A43;
    private static final int VARYINGS = 0x8C83;
    private static final int VARYING_MAX_LENGTH = 0x8C76;
    private static final int TRANSLATED_LENGTH = 0x93A0;

    private final Gl gl;

    ProgramCalls(Gl gl) {
        this.gl = gl;
    }

    Map<String, Call> calls() {
        Map<String, Call> calls = new HashMap<>();
        calls.put("shaderSource", (p, c, in, out) -> source(c, in));
        calls.put("shaderInfo", (p, c, in, out) -> shaderInfo(c, in, out));
        calls.put(
                "shaderLog",
                (p, c, in, out) ->
                        out.s(log(c.name(ObjectKind.SHADER, in.i()), "Shader", INFO_LOG_LENGTH)));
        calls.put(
                "programLog",
                (p, c, in, out) ->
                        out.s(log(c.name(ObjectKind.PROGRAM, in.i()), "Program", INFO_LOG_LENGTH)));
        calls.put("translatedSource", (p, c, in, out) -> translated(c, in, out));
        calls.put("programInfo", (p, c, in, out) -> programInfo(c, in, out));
        calls.put("bindAttribLocation", (p, c, in, out) -> bindAttribute(c, in));
        calls.put("getAttribLocation", (p, c, in, out) -> location(c, in, out, "Attrib"));
        calls.put("getUniformLocation", (p, c, in, out) -> location(c, in, out, "Uniform"));
        calls.put("getFragDataLocation", (p, c, in, out) -> location(c, in, out, "FragData"));
        calls.put("getUniformBlockIndex", (p, c, in, out) -> blockIndex(c, in, out));
        calls.put("getUniformIndices", (p, c, in, out) -> uniformIndices(c, in, out));
        calls.put("getActiveUniformsiv", (p, c, in, out) -> activeUniforms(c, in, out));
        calls.put("getActiveUniformBlockiv", (p, c, in, out) -> block(c, in, out));
        calls.put("transformFeedbackVaryings", (p, c, in, out) -> varyings(c, in));
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

    private static int program(GlContext c, Args in) {
        return c.name(ObjectKind.PROGRAM, in.i());
    }

    private void source(GlContext c, Args in) {
        int shader = c.name(ObjectKind.SHADER, in.i());
        ByteBuffer text = MemoryUtil.memUTF8(in.s(), true);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer texts = stack.pointers(text);
            JNI.callPPV(shader, 1, texts.address(), 0L, gl.at("glShaderSource"));
        } finally {
            MemoryUtil.memFree(text);
        }
    }

    private int integer(String function, int object, int name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer value = stack.callocInt(1);
            JNI.callPV(object, name, MemoryUtil.memAddress(value), gl.at(function));
            return value.get(0);
        }
    }

    private void shaderInfo(GlContext c, Args in, Reply out) {
        int shader = c.name(ObjectKind.SHADER, in.i());
        out.i(integer("glGetShaderiv", shader, COMPILE_STATUS));
        out.s(log(shader, "Shader", INFO_LOG_LENGTH));
    }

    private String log(int object, String type, int lengthName) {
        int length = integer("glGet" + type + "iv", object, lengthName);
        return text(Math.max(1, length), "glGet" + type + "InfoLog", object);
    }

    private String text(int room, String function, int object) {
        ByteBuffer text = MemoryUtil.memCalloc(room + 1);
        try {
            JNI.callPPV(object, room, 0L, MemoryUtil.memAddress(text), gl.at(function));
            return MemoryUtil.memUTF8(MemoryUtil.memAddress(text));
        } finally {
            MemoryUtil.memFree(text);
        }
    }

    private void translated(GlContext c, Args in, Reply out) {
        int shader = c.name(ObjectKind.SHADER, in.i());
        int length = integer("glGetShaderiv", shader, TRANSLATED_LENGTH);
        out.s(text(Math.max(1, length), "glGetTranslatedShaderSourceANGLE", shader));
    }

    /// Status and log, then attributes, uniforms and blocks.
    private void programInfo(GlContext c, Args in, Reply out) {
        int program = program(c, in);
        boolean isLinked = integer("glGetProgramiv", program, LINK_STATUS) != 0;
        out.i(isLinked ? 1 : 0).s(log(program, "Program", INFO_LOG_LENGTH));
        if (!isLinked) {
            // A program that was linked before and is not now crashes Mesa 22.3.
            out.i(0).i(0).i(0).i(0);
            return;
        }
        active(program, out, "Attrib", ACTIVE_ATTRIBUTES, ACTIVE_ATTRIBUTE_MAX_LENGTH);
        active(program, out, "Uniform", ACTIVE_UNIFORMS, ACTIVE_UNIFORM_MAX_LENGTH);
        if (c.version() == 2) {
            blocks(program, out);
            transformFeedback(program, out);
        } else {
            out.i(0).i(0);
        }
    }

    private void active(int program, Reply out, String type, int countName, int lengthName) {
        int count = integer("glGetProgramiv", program, countName);
        int room = Math.max(1, integer("glGetProgramiv", program, lengthName));
        out.i(count);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer values = stack.callocInt(3);
            ByteBuffer name = stack.calloc(room + 1);
            long at = MemoryUtil.memAddress(values);
            for (int k = 0; k < count; k++) {
                JNI.callPPPPV(
                        program,
                        k,
                        room,
                        at,
                        at + 4,
                        at + 8,
                        MemoryUtil.memAddress(name),
                        gl.at("glGetActive" + type));
                long text = MemoryUtil.memAddress(name);
                int location = JNI.callPI(program, text, gl.at("glGet" + type + "Location"));
                out.s(MemoryUtil.memUTF8(text)).i(values.get(1)).i(values.get(2)).i(location);
            }
        }
    }

    private void blocks(int program, Reply out) {
        int count = integer("glGetProgramiv", program, ACTIVE_UNIFORM_BLOCKS);
        out.i(count);
        for (int k = 0; k < count; k++) {
            int room = Math.max(1, blockInteger(program, k, BLOCK_NAME_LENGTH));
            ByteBuffer name = MemoryUtil.memCalloc(room + 1);
            try {
                JNI.callPPV(
                        program,
                        k,
                        room,
                        0L,
                        MemoryUtil.memAddress(name),
                        gl.at("glGetActiveUniformBlockName"));
                out.s(MemoryUtil.memUTF8(MemoryUtil.memAddress(name)));
            } finally {
                MemoryUtil.memFree(name);
            }
        }
    }

    private void transformFeedback(int program, Reply out) {
        int count = integer("glGetProgramiv", program, VARYINGS);
        int room = Math.max(1, integer("glGetProgramiv", program, VARYING_MAX_LENGTH));
        out.i(count);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer values = stack.callocInt(3);
            ByteBuffer name = stack.calloc(room + 1);
            long at = MemoryUtil.memAddress(values);
            for (int k = 0; k < count; k++) {
                JNI.callPPPPV(
                        program,
                        k,
                        room,
                        at,
                        at + 4,
                        at + 8,
                        MemoryUtil.memAddress(name),
                        gl.at("glGetTransformFeedbackVarying"));
                out.s(MemoryUtil.memUTF8(MemoryUtil.memAddress(name)));
                out.i(values.get(1)).i(values.get(2));
            }
        }
    }

    private int blockInteger(int program, int block, int name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer value = stack.callocInt(1);
            JNI.callPV(
                    program,
                    block,
                    name,
                    MemoryUtil.memAddress(value),
                    gl.at("glGetActiveUniformBlockiv"));
            return value.get(0);
        }
    }

    /// Answers a count, then that many values.
    private void block(GlContext c, Args in, Reply out) {
        int program = program(c, in);
        int block = in.i();
        int name = in.i();
        if (name != BLOCK_INDICES) {
            out.i(1).i(blockInteger(program, block, name));
            return;
        }
        int count = blockInteger(program, block, BLOCK_ACTIVE_UNIFORMS);
        IntBuffer values = MemoryUtil.memCallocInt(Math.max(1, count));
        try {
            JNI.callPV(
                    program,
                    block,
                    name,
                    MemoryUtil.memAddress(values),
                    gl.at("glGetActiveUniformBlockiv"));
            out.i(count);
            for (int k = 0; k < count; k++) {
                out.i(values.get(k));
            }
        } finally {
            MemoryUtil.memFree(values);
        }
    }

    private static ByteBuffer name(Args in) {
        return MemoryUtil.memUTF8(in.s(), true);
    }

    private void bindAttribute(GlContext c, Args in) {
        int program = program(c, in);
        int index = in.i();
        ByteBuffer name = name(in);
        try {
            JNI.callPV(program, index, MemoryUtil.memAddress(name), gl.at("glBindAttribLocation"));
        } finally {
            MemoryUtil.memFree(name);
        }
    }

    private void location(GlContext c, Args in, Reply out, String type) {
        int program = program(c, in);
        ByteBuffer name = name(in);
        try {
            out.i(
                    JNI.callPI(
                            program,
                            MemoryUtil.memAddress(name),
                            gl.at("glGet" + type + "Location")));
        } finally {
            MemoryUtil.memFree(name);
        }
    }

    private void blockIndex(GlContext c, Args in, Reply out) {
        int program = program(c, in);
        ByteBuffer name = name(in);
        try {
            out.i(
                    JNI.callPI(
                            program, MemoryUtil.memAddress(name), gl.at("glGetUniformBlockIndex")));
        } finally {
            MemoryUtil.memFree(name);
        }
    }

    /// A count and that many strings.
    private static String[] strings(Args in) {
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

    private void uniformIndices(GlContext c, Args in, Reply out) {
        int program = program(c, in);
        String[] names = strings(in);
        IntBuffer indices = MemoryUtil.memCallocInt(Math.max(1, names.length));
        withPointers(
                names,
                pointers ->
                        JNI.callPPV(
                                program,
                                names.length,
                                pointers,
                                MemoryUtil.memAddress(indices),
                                gl.at("glGetUniformIndices")));
        for (int k = 0; k < names.length; k++) {
            out.i(indices.get(k));
        }
        MemoryUtil.memFree(indices);
    }

    private void varyings(GlContext c, Args in) {
        int program = program(c, in);
        int mode = in.i();
        String[] names = strings(in);
        withPointers(
                names,
                pointers ->
                        JNI.callPV(
                                program,
                                names.length,
                                pointers,
                                mode,
                                gl.at("glTransformFeedbackVaryings")));
    }

    private static void withPointers(String[] names, java.util.function.LongConsumer use) {
        PointerBuffer pointers = MemoryUtil.memCallocPointer(Math.max(1, names.length));
        try {
            for (int k = 0; k < names.length; k++) {
                pointers.put(k, MemoryUtil.memUTF8(names[k], true));
            }
            use.accept(pointers.address());
        } finally {
            for (int k = 0; k < names.length; k++) {
                MemoryUtil.nmemFree(pointers.get(k));
            }
            MemoryUtil.memFree(pointers);
        }
    }

    /// Program, name, count, indices; answers a value for each.
    private void activeUniforms(GlContext c, Args in, Reply out) {
        int program = program(c, in);
        int name = in.i();
        int count = in.i();
        long indices = MemoryUtil.memAddress0(in.buffer()) + in.words(count);
        IntBuffer values = MemoryUtil.memCallocInt(Math.max(1, count));
        try {
            JNI.callPPV(
                    program,
                    count,
                    indices,
                    name,
                    MemoryUtil.memAddress(values),
                    gl.at("glGetActiveUniformsiv"));
            for (int k = 0; k < count; k++) {
                out.i(values.get(k));
            }
        } finally {
            MemoryUtil.memFree(values);
        }
    }
}
