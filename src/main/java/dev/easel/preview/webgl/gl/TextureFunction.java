package dev.easel.preview.webgl.gl;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// One of the driver's functions for the content of textures: whole numbers, then an address. They
/// have eight to eleven of them, which no call of LWJGL takes as one array.
final class TextureFunction {
    private final MethodHandle handle;
    private final int integers;

    /// @param name e.g. `glTexImage2DRobustANGLE`
    /// @param integers how many whole numbers come before the address
    TextureFunction(Gl gl, String name, int integers) {
        MemoryLayout[] arguments = new MemoryLayout[integers + 1];
        Arrays.fill(arguments, ValueLayout.JAVA_INT);
        arguments[integers] = ValueLayout.JAVA_LONG;
        this.integers = integers;
        this.handle =
                Linker.nativeLinker()
                        .downcallHandle(
                                MemorySegment.ofAddress(gl.at(name)),
                                FunctionDescriptor.ofVoid(arguments))
                        .asSpreader(0, int[].class, integers);
    }

    /// @param first the first whole numbers
    /// @param rest the others; together as many as the function has
    /// @param address of pixels, or an offset in a buffer object
    void call(int[] first, long address, int... rest) {
        int[] all = Arrays.copyOf(first, integers);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        try {
            handle.invokeExact(all, address);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The graphics driver could not be called", e);
        }
    }
}
