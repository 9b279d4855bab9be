package dev.easel.preview.webgl.gl;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// Functions of OpenGL ES by name, and the few that this program calls for itself.
final class Gl {
    static final int FRAMEBUFFER = 0x8D40;
    static final int READ_FRAMEBUFFER = 0x8CA8;
    static final int DRAW_FRAMEBUFFER = 0x8CA9;
    static final int RENDERBUFFER = 0x8D41;
    static final int COLOR_ATTACHMENT0 = 0x8CE0;
    static final int DEPTH_ATTACHMENT = 0x8D00;
    static final int STENCIL_ATTACHMENT = 0x8D20;
    static final int DEPTH_STENCIL_ATTACHMENT = 0x821A;
    static final int SCISSOR_TEST = 0x0C11;
    static final int RASTERIZER_DISCARD = 0x8C89;
    static final int INVALID_ENUM = 0x0500;
    static final int INVALID_VALUE = 0x0501;
    static final int INVALID_OPERATION = 0x0502;
    static final int OUT_OF_MEMORY = 0x0505;
    static final int BGRA = 0x80E1;
    static final int RENDERER = 0x1F01;

    private final ToLongFunction<String> lookUp;
    private final Map<String, Long> addresses = new HashMap<>();

    /// @param lookUp address of a function by its whole name, 0 for none
    Gl(ToLongFunction<String> lookUp) {
        this.lookUp = lookUp;
    }

    /// Address of a function.
    ///
    /// @param name as in C, e.g. `glClear`
    /// @throws GlUnavailableException when the driver lacks it
    long at(String name) {
        long address = find(name);
        if (address == 0) {
            throw new GlUnavailableException("The graphics driver has no " + name);
        }
        return address;
    }

    /// Address of a function; 0 when the driver lacks it.
    long find(String name) {
        return addresses.computeIfAbsent(name, n -> lookUp.applyAsLong(n));
    }

    int integer(int name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            // Large enough for a viewport, should a name have several values.
            IntBuffer value = stack.callocInt(16);
            JNI.callPV(name, MemoryUtil.memAddress(value), at("glGetIntegerv"));
            return value.get(0);
        }
    }

    void integers(int name, IntBuffer values) {
        JNI.callPV(name, MemoryUtil.memAddress(values), at("glGetIntegerv"));
    }

    boolean isEnabled(int capability) {
        return (JNI.callI(capability, at("glIsEnabled")) & 0xff) != 0;
    }

    void enable(int capability, boolean on) {
        JNI.callV(capability, at(on ? "glEnable" : "glDisable"));
    }

    /// @param name e.g. GL_RENDERER
    /// @return empty when there is none
    String string(int name) {
        long text = JNI.callP(name, at("glGetString"));
        return text == 0 ? "" : MemoryUtil.memUTF8(text);
    }

    int error() {
        return JNI.callI(at("glGetError"));
    }

    /// Makes one object.
    ///
    /// @param function e.g. `glGenBuffers`
    int generate(String function) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer name = stack.callocInt(1);
            JNI.callPV(1, MemoryUtil.memAddress(name), at(function));
            return name.get(0);
        }
    }

    /// Deletes one object.
    ///
    /// @param function e.g. `glDeleteBuffers`
    void delete(String function, int name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            JNI.callPV(1, MemoryUtil.memAddress(stack.ints(name)), at(function));
        }
    }

    void bindFramebuffer(int target, int name) {
        JNI.callV(target, name, at("glBindFramebuffer"));
    }
}
