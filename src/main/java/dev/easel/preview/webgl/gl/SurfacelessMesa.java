package dev.easel.preview.webgl.gl;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.lwjgl.system.Library;
import org.lwjgl.system.MemoryUtil;

/// Lets ANGLE start on Linux where there is no display.
///
/// ANGLE takes the system's default EGL display, and of it only configurations that can draw into
/// windows, though it never needs a window itself. Mesa's surfaceless platform has none that can.
/// So the default display is made the surfaceless one, and its configurations say that they can:
/// one bit of a field of Mesa's `_EGLConfig`, which is looked for, set, and read back through EGL.
/// Where that does not succeed nothing is changed.
final class SurfacelessMesa {
    private static final int SURFACE_TYPE = 0x3033;
    private static final int WINDOW_BIT = 4;

    /// `_EGLConfig` begins with the display's address; the attributes follow as integers.
    private static final int FIRST_FIELD = 8;

    private static final int LAST_FIELD = 128;

    private SurfacelessMesa() {}

    /// @return whether ANGLE may be tried now
    static boolean prepare() {
        // Read by EGL when the default display is asked for, which this process does only here.
        setEnvironment("EGL_PLATFORM", "surfaceless");
        Egl egl;
        try {
            egl = new Egl(Library.loadNative(SurfacelessMesa.class, "dev.easel", "libEGL.so.1"));
        } catch (LinkageError e) {
            return false;
        }
        long display = egl.defaultDisplay();
        if (display == 0
                || !egl.initialize(display)
                || !egl.string(display, Egl.VENDOR).equals("Mesa Project")) {
            return false;
        }
        boolean any = false;
        for (long config : egl.configs(display)) {
            any |= allowWindows(egl, display, config);
        }
        return any;
    }

    private static boolean allowWindows(Egl egl, long display, long config) {
        int type = egl.configAttribute(display, config, SURFACE_TYPE);
        if ((type & WINDOW_BIT) != 0) {
            return true;
        }
        for (int field = FIRST_FIELD; field < LAST_FIELD; field += Integer.BYTES) {
            int was = MemoryUtil.memGetInt(config + field);
            if (was == type) {
                MemoryUtil.memPutInt(config + field, type | WINDOW_BIT);
                if (egl.configAttribute(display, config, SURFACE_TYPE) == (type | WINDOW_BIT)) {
                    return true;
                }
                MemoryUtil.memPutInt(config + field, was);
            }
        }
        return false;
    }

    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            linker.downcallHandle(
                            linker.defaultLookup().find("setenv").orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT))
                    .invokeWithArguments(
                            List.of(arena.allocateFrom(name), arena.allocateFrom(value), 1));
        } catch (Throwable e) {
            throw new GlUnavailableException("The environment cannot be changed: " + e, e);
        }
    }
}
