package dev.easel.preview.webgl.gl;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// What ANGLE has and plain OpenGL ES has not, for the fallback driver: functions that are told how
/// much memory there is, and textures and buffers that are zeroed. GL thread.
///
/// The functions have addresses, so that nobody who calls them need know which driver there is.
final class MesaFunctions {
    private static final int INVALID_OPERATION = 0x0502;
    private static final int[] UNPACK = {0x0CF5, 0x0CF2, 0x0CF3, 0x0CF4, 0x806E, 0x806D};
    private static final int UNPACK_BUFFER_BINDING = 0x88EF;
    private static final long LARGEST = 1L << 31;

    private final ToLongFunction<String> driver;
    private final Map<String, Long> own = new HashMap<>();
    private int pending;

    /// @param driver addresses of the driver's own functions, 0 for none
    MesaFunctions(ToLongFunction<String> driver) {
        this.driver = driver;
        add("glGetError", "error", int.class, 0, false);
        add("glTexImage2DRobustANGLE", "texImage2", void.class, 9, true);
        add("glTexSubImage2DRobustANGLE", "texSubImage2", void.class, 9, true);
        add("glTexImage3DRobustANGLE", "texImage3", void.class, 10, true);
        add("glTexSubImage3DRobustANGLE", "texSubImage3", void.class, 11, true);
        add("glCompressedTexImage2DRobustANGLE", "compressed2", void.class, 8, true);
        add("glCompressedTexSubImage2DRobustANGLE", "compressedSub2", void.class, 9, true);
        add("glCompressedTexImage3DRobustANGLE", "compressed3", void.class, 9, true);
        add("glCompressedTexSubImage3DRobustANGLE", "compressedSub3", void.class, 11, true);
        addRead();
        add(
                "glBufferData",
                MethodType.methodType(void.class, int.class, long.class, long.class, int.class),
                "bufferData");
    }

    /// Address of a function; 0 when there is none.
    long function(String name) {
        Long known = own.get(name);
        if (known != null) {
            return known;
        }
        long address = driver.applyAsLong(name);
        // What was an extension once is the core of OpenGL ES 3 today.
        String plain = name.replaceAll("(ANGLE|OES|EXT)$", "");
        boolean isCore = !plain.equals(name) && !plain.endsWith("Robust");
        long core = isCore ? driver.applyAsLong(plain) : 0;
        return core != 0 ? core : address;
    }

    private void add(
            String name, String method, Class<?> answer, int integers, boolean hasPointer) {
        Class<?>[] parameters =
                Stream.concat(
                                Stream.generate(() -> (Class<?>) int.class).limit(integers),
                                hasPointer ? Stream.of((Class<?>) long.class) : Stream.empty())
                        .toArray(Class<?>[]::new);
        add(name, MethodType.methodType(answer, parameters), method);
    }

    private void addRead() {
        Class<?> i = int.class;
        Class<?> p = long.class;
        add(
                "glReadPixelsRobustANGLE",
                MethodType.methodType(void.class, new Class<?>[] {i, i, i, i, i, i, i, p, p, p, p}),
                "readPixels");
    }

    private void add(String name, MethodType type, String method) {
        try {
            MethodHandle handle = MethodHandles.lookup().bind(this, method, type);
            MemoryLayout[] arguments =
                    type.parameterList().stream()
                            .map(t ->
                                    t == long.class ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_INT)
                            .toArray(MemoryLayout[]::new);
            FunctionDescriptor shape =
                    type.returnType() == void.class
                            ? FunctionDescriptor.ofVoid(arguments)
                            : FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
            // For as long as the process: addresses are kept everywhere.
            long address =
                    Linker.nativeLinker().upcallStub(handle, shape, Arena.global()).address();
            own.put(name, address);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private long at(String name) {
        return driver.applyAsLong(name);
    }

    private int error() {
        int first = pending;
        pending = 0;
        return first != 0 ? first : JNI.callI(at("glGetError"));
    }

    private boolean refuse() {
        pending = pending == 0 ? INVALID_OPERATION : pending;
        return false;
    }

    private int integer(int name) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer value = stack.callocInt(16);
            JNI.callPV(name, MemoryUtil.memAddress(value), at("glGetIntegerv"));
            return value.get(0);
        }
    }

    /// Bytes that the driver will read, by the page's unpacking.
    private long needed(int width, int height, int depth, int format, int type) {
        int[] u = new int[UNPACK.length];
        for (int k = 0; k < u.length; k++) {
            u[k] = integer(UNPACK[k]);
        }
        long pixel = PixelSizes.inMemory(format, type);
        long row = Math.max(width, u[1]) * pixel;
        long stride = (row + u[0] - 1) / u[0] * u[0];
        double images = (double) Math.max(height, u[4]) * (depth - 1 + (double) u[5]);
        double bytes = (images + height + u[2]) * stride + u[3] * (double) pixel;
        return bytes > LARGEST ? LARGEST : (long) bytes;
    }

    /// Calls with the page's pixels, or with zeros.
    private interface Upload {
        void of(long pixels);
    }

    private void upload(
            int width,
            int height,
            int depth,
            int format,
            int type,
            int size,
            long pixels,
            boolean isWhole,
            Upload upload) {
        boolean isSane = width > 0 && height > 0 && depth > 0;
        if (!isSane || integer(UNPACK_BUFFER_BINDING) != 0) {
            // Nothing is read, or the driver knows the size of the buffer object.
            upload.of(pixels);
            return;
        }
        long needed = needed(width, height, depth, format, type);
        if (pixels != 0) {
            if (needed > size) {
                refuse();
            } else {
                upload.of(pixels);
            }
        } else if (!isWhole) {
            refuse();
        } else if (needed >= LARGEST) {
            // More than a page may have, so it has no size that a texture can have.
            upload.of(0);
        } else {
            long zeros = MemoryUtil.nmemCalloc(1, Math.max(1, needed));
            if (zeros == 0) {
                pending = Gl.OUT_OF_MEMORY;
                return;
            }
            upload.of(zeros);
            MemoryUtil.nmemFree(zeros);
        }
    }

    private void texImage2(
            int a, int b, int c, int w, int h, int d, int f, int t, int size, long p) {
        upload(
                w,
                h,
                1,
                f,
                t,
                size,
                p,
                true,
                at -> JNI.callPV(a, b, c, w, h, d, f, t, at, at("glTexImage2D")));
    }

    private void texSubImage2(
            int a, int b, int x, int y, int w, int h, int f, int t, int size, long p) {
        upload(
                w,
                h,
                1,
                f,
                t,
                size,
                p,
                false,
                at -> JNI.callPV(a, b, x, y, w, h, f, t, at, at("glTexSubImage2D")));
    }

    private void texImage3(
            int a, int b, int c, int w, int h, int d, int e, int f, int t, int size, long p) {
        upload(
                w,
                h,
                d,
                f,
                t,
                size,
                p,
                true,
                at -> JNI.callPV(a, b, c, w, h, d, e, f, t, at, at("glTexImage3D")));
    }

    private void texSubImage3(
            int a,
            int b,
            int x,
            int y,
            int z,
            int w,
            int h,
            int d,
            int f,
            int t,
            int size,
            long p) {
        upload(
                w,
                h,
                d,
                f,
                t,
                size,
                p,
                false,
                at -> JNI.callPV(a, b, x, y, z, w, h, d, f, t, at, at("glTexSubImage3D")));
    }

    private boolean isThere(int image, int size, long p) {
        return integer(UNPACK_BUFFER_BINDING) != 0
                || (p != 0 && image >= 0 && image <= size)
                || refuse();
    }

    private void compressed2(
            int a, int b, int c, int w, int h, int d, int image, int size, long p) {
        if (isThere(image, size, p)) {
            JNI.callPV(a, b, c, w, h, d, image, p, at("glCompressedTexImage2D"));
        }
    }

    private void compressedSub2(
            int a, int b, int x, int y, int w, int h, int f, int image, int size, long p) {
        if (isThere(image, size, p)) {
            JNI.callPV(a, b, x, y, w, h, f, image, p, at("glCompressedTexSubImage2D"));
        }
    }

    private void compressed3(
            int a, int b, int c, int w, int h, int d, int e, int image, int size, long p) {
        if (isThere(image, size, p)) {
            JNI.callPV(a, b, c, w, h, d, e, image, p, at("glCompressedTexImage3D"));
        }
    }

    private void compressedSub3(
            int a,
            int b,
            int x,
            int y,
            int z,
            int w,
            int h,
            int d,
            int f,
            int image,
            int size,
            long p) {
        if (isThere(image, size, p)) {
            JNI.callPV(a, b, x, y, z, w, h, d, f, image, p, at("glCompressedTexSubImage3D"));
        }
    }

    /// Into memory of the program's, without gaps.
    private void readPixels(
            int x,
            int y,
            int w,
            int h,
            int f,
            int t,
            int size,
            long length,
            long cols,
            long rows,
            long p) {
        long bytes = (long) Math.max(0, w) * Math.max(0, h) * PixelSizes.inMemory(f, t);
        MemoryUtil.memPutInt(length, 0);
        if (bytes > size) {
            refuse();
            return;
        }
        pending = error();
        JNI.callPV(x, y, w, h, f, t, p, at("glReadPixels"));
        int failed = JNI.callI(at("glGetError"));
        if (failed != 0) {
            pending = pending == 0 ? failed : pending;
            return;
        }
        MemoryUtil.memPutInt(length, (int) bytes);
        MemoryUtil.memPutInt(cols, Math.max(0, w + Math.min(0, x)));
        MemoryUtil.memPutInt(rows, Math.max(0, h + Math.min(0, y)));
    }

    private void bufferData(int target, long size, long data, int usage) {
        if (data != 0 || size <= 0) {
            JNI.callPPV(target, size, data, usage, at("glBufferData"));
            return;
        }
        long zeros = MemoryUtil.nmemCalloc(1, size);
        if (zeros == 0) {
            pending = Gl.OUT_OF_MEMORY;
            return;
        }
        JNI.callPPV(target, size, zeros, usage, at("glBufferData"));
        MemoryUtil.nmemFree(zeros);
    }
}
