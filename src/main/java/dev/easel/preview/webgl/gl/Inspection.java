package dev.easel.preview.webgl.gl;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// What the driver knows about a shader or a program.
final class Inspection {
    private static final int INFO_LOG_LENGTH = 0x8B84;

    private final Gl gl;

    Inspection(Gl gl) {
        this.gl = gl;
    }

    /// @param function e.g. `glGetShaderiv`
    /// @param name of the value, e.g. GL_COMPILE_STATUS
    int integer(String function, int object, int name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer value = stack.callocInt(1);
            JNI.callPV(object, name, MemoryUtil.memAddress(value), gl.at(function));
            return value.get(0);
        }
    }

    /// What the last compiling, linking or validating had to say.
    ///
    /// @param type `Shader` or `Program`
    String log(int object, String type) {
        int length = integer("glGet" + type + "iv", object, INFO_LOG_LENGTH);
        return text(length, "glGet" + type + "InfoLog", object);
    }

    /// @param length in bytes, the zero at the end with them
    /// @param function of an object, a length, where to put the true length, where to put the text
    String text(int length, String function, int object) {
        int room = Math.max(1, length);
        ByteBuffer text = MemoryUtil.memCalloc(room + 1);
        try {
            long to = MemoryUtil.memAddress(text);
            JNI.callPPV(object, room, 0L, to, gl.at(function));
            return MemoryUtil.memUTF8(to);
        } finally {
            MemoryUtil.memFree(text);
        }
    }
}
