package dev.easel.preview.webgl.gl;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.FunctionProvider;
import org.lwjgl.system.JNI;
import org.lwjgl.system.Library;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// The few functions of EGL that are needed, out of one EGL library.
final class Egl {
    static final int NONE = 0x3038;
    static final int VENDOR = 0x3053;
    static final int EXTENSIONS = 0x3055;

    private final FunctionProvider library;
    private final Map<String, Long> addresses = new ConcurrentHashMap<>();

    Egl(FunctionProvider library) {
        this.library = library;
    }

    /// The system's own.
    ///
    /// @throws GlUnavailableException when there is none
    static Egl ofSystem() {
        try {
            return new Egl(Library.loadNative(Egl.class, "dev.easel", "libEGL.so.1"));
        } catch (LinkageError e) {
            throw new GlUnavailableException(
                    "There is no EGL here. On Debian and Ubuntu install libegl1 and"
                            + " libgl1-mesa-dri, on Fedora mesa-libEGL and mesa-dri-drivers.",
                    e);
        }
    }

    private long egl(String name) {
        Long known = addresses.get(name);
        if (known != null) {
            return known;
        }
        long own = library.getFunctionAddress(name);
        // Extensions have their addresses only there.
        long address = own == 0 && !name.equals("eglGetProcAddress") ? function(name) : own;
        if (address == 0) {
            throw new GlUnavailableException("The EGL library has no " + name);
        }
        addresses.put(name, address);
        return address;
    }

    /// A function of OpenGL ES; 0 when there is none of that name.
    long function(String name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            ByteBuffer text = stack.ASCII(name);
            return JNI.callPP(MemoryUtil.memAddress(text), egl("eglGetProcAddress"));
        }
    }

    long defaultDisplay() {
        return JNI.callPP(0L, egl("eglGetDisplay"));
    }

    /// @param attributes name, value, ...
    /// @return 0 when there is none
    long platformDisplay(int platform, int... attributes) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long list = MemoryUtil.memAddress(list(stack, attributes));
            return JNI.callPPP(platform, 0L, list, egl("eglGetPlatformDisplayEXT"));
        }
    }

    boolean initialize(long display) {
        return JNI.callPPPI(display, 0L, 0L, egl("eglInitialize")) != 0;
    }

    String string(long display, int name) {
        long text = JNI.callPP(display, name, egl("eglQueryString"));
        return text == 0 ? "" : MemoryUtil.memUTF8(text);
    }

    /// @param share a context, or 0
    /// @return 0 when there can be none
    long createContext(long display, long config, long share, int... attributes) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long list = MemoryUtil.memAddress(list(stack, attributes));
            return JNI.callPPPPP(display, config, share, list, egl("eglCreateContext"));
        }
    }

    boolean makeCurrent(long display, long context) {
        return JNI.callPPPPI(display, 0L, 0L, context, egl("eglMakeCurrent")) != 0;
    }

    void destroyContext(long display, long context) {
        JNI.callPPI(display, context, egl("eglDestroyContext"));
    }

    int error() {
        return JNI.callI(egl("eglGetError"));
    }

    /// All configurations of a display.
    long[] configs(long display) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer all = stack.mallocPointer(512);
            var count = stack.mallocInt(1);
            JNI.callPPPI(
                    display,
                    all.address(),
                    all.capacity(),
                    MemoryUtil.memAddress(count),
                    egl("eglGetConfigs"));
            long[] configs = new long[count.get(0)];
            all.get(configs);
            return configs;
        }
    }

    int configAttribute(long display, long config, int attribute) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            var value = stack.mallocInt(1);
            JNI.callPPPI(
                    display,
                    config,
                    attribute,
                    MemoryUtil.memAddress(value),
                    egl("eglGetConfigAttrib"));
            return value.get(0);
        }
    }

    private static java.nio.IntBuffer list(MemoryStack stack, int... attributes) {
        return stack.mallocInt(attributes.length + 1).put(attributes).put(NONE).flip();
    }
}
