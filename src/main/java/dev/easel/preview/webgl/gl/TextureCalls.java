package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.PixelPacker;
import java.nio.ByteBuffer;
import java.util.Map;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryUtil;

/// Content of textures.
///
/// The driver's functions that take the size of the memory are used throughout, so that it is the
/// driver that refuses what is too short.
final class TextureCalls {
    private static final int FLIP = 1;
    private static final int PREMULTIPLY = 2;
    private static final int LARGEST_SIDE = 1 << 17;

    private final Gl gl;

    TextureCalls(Gl gl) {
        this.gl = gl;
    }

    Map<String, Call> calls() {
        return Map.of(
                "pixelStorei", (p, c, in, out) -> store(c, in),
                "texImage2D", (p, c, in, out) -> image2(p, c, in),
                "texSubImage2D", (p, c, in, out) -> subImage2(p, c, in),
                "texImage3D", (p, c, in, out) -> image3(p, c, in),
                "texSubImage3D", (p, c, in, out) -> subImage3(p, c, in),
                "compressedTexImage2D", (p, c, in, out) -> compressed2(p, c, in, 6),
                "compressedTexSubImage2D", (p, c, in, out) -> compressed2(p, c, in, 7),
                "compressedTexImage3D", (p, c, in, out) -> compressed3(p, c, in, 7),
                "compressedTexSubImage3D", (p, c, in, out) -> compressed3(p, c, in, 9),
                "texImageFrom", (p, c, in, out) -> picture(p, c, in));
    }

    private void store(GlContext c, Args in) {
        int name = in.i();
        int value = in.i();
        c.unpacking().set(name, value);
        JNI.callV(name, value, gl.at("glPixelStorei"));
    }

    private static int[] integers(Args in, int count) {
        int[] values = new int[count];
        for (int k = 0; k < count; k++) {
            values[k] = in.i();
        }
        return values;
    }

    private static int size(Data data) {
        return (int) Math.min(data.bytes(), Integer.MAX_VALUE);
    }

    private interface Upload {
        void of(long address, int bytes);
    }

    /// Target, level, internal format, width, height, border, format, type; flags; data.
    private void image2(GlPage page, GlContext c, Args in) {
        int[] a = integers(in, 8);
        int flags = in.i();
        Data data = Data.pixels(page, c, in);
        if (data.isInBuffer()) {
            JNI.callPV(
                    a[0],
                    a[1],
                    a[2],
                    a[3],
                    a[4],
                    a[5],
                    a[6],
                    a[7],
                    data.address(),
                    gl.at("glTexImage2D"));
            return;
        }
        prepared(
                c,
                data,
                flags,
                a[3],
                a[4],
                a[6],
                a[7],
                (address, bytes) ->
                        JNI.callPV(
                                a[0],
                                a[1],
                                a[2],
                                a[3],
                                a[4],
                                a[5],
                                a[6],
                                a[7],
                                bytes,
                                address,
                                gl.at("glTexImage2DRobustANGLE")));
    }

    /// Target, level, x, y, width, height, format, type; flags; data.
    private void subImage2(GlPage page, GlContext c, Args in) {
        int[] a = integers(in, 8);
        int flags = in.i();
        Data data = Data.pixels(page, c, in);
        if (data.isInBuffer()) {
            JNI.callPV(
                    a[0],
                    a[1],
                    a[2],
                    a[3],
                    a[4],
                    a[5],
                    a[6],
                    a[7],
                    data.address(),
                    gl.at("glTexSubImage2D"));
            return;
        }
        prepared(
                c,
                data,
                flags,
                a[4],
                a[5],
                a[6],
                a[7],
                (address, bytes) ->
                        JNI.callPV(
                                a[0],
                                a[1],
                                a[2],
                                a[3],
                                a[4],
                                a[5],
                                a[6],
                                a[7],
                                bytes,
                                address,
                                gl.at("glTexSubImage2DRobustANGLE")));
    }

    /// Uploads as is, or turned upside down and multiplied by alpha as the flags say.
    private static void prepared(
            GlContext c,
            Data data,
            int flags,
            int width,
            int height,
            int format,
            int type,
            Upload upload) {
        int pixel = PixelPacker.bytes(format, type);
        if (flags == 0 || !data.isThere() || pixel == 0 || width <= 0 || height <= 0) {
            upload.of(data.address(), size(data));
            return;
        }
        long stride = c.unpacking().stride(width, pixel);
        long skipped = c.unpacking().skipped(width, pixel);
        long row = (long) width * pixel;
        if (skipped > data.bytes()
                || Math.multiplyExact(stride, height - 1) > data.bytes() - skipped - row) {
            // Too short: the driver says so.
            upload.of(data.address(), size(data));
            return;
        }
        ByteBuffer copy = MemoryUtil.memAlloc(Math.toIntExact(row * height));
        try {
            for (int y = 0; y < height; y++) {
                int to = (flags & FLIP) != 0 ? height - 1 - y : y;
                MemoryUtil.memCopy(
                        data.address() + skipped + y * stride,
                        MemoryUtil.memAddress(copy) + to * row,
                        row);
            }
            if ((flags & PREMULTIPLY) != 0) {
                PixelPacker.premultiply(copy, format, type);
            }
            c.unpacking().tight(c, () -> upload.of(MemoryUtil.memAddress(copy), copy.remaining()));
        } finally {
            MemoryUtil.memFree(copy);
        }
    }

    /// Target, level, internal format, width, height, depth, border, format, type; data.
    private void image3(GlPage page, GlContext c, Args in) {
        int[] a = integers(in, 9);
        Data data = Data.pixels(page, c, in);
        if (data.isInBuffer()) {
            JNI.callPV(
                    a[0],
                    a[1],
                    a[2],
                    a[3],
                    a[4],
                    a[5],
                    a[6],
                    a[7],
                    a[8],
                    data.address(),
                    gl.at("glTexImage3D"));
            return;
        }
        JNI.callPV(
                a[0],
                a[1],
                a[2],
                a[3],
                a[4],
                a[5],
                a[6],
                a[7],
                a[8],
                size(data),
                data.address(),
                gl.at("glTexImage3DRobustANGLE"));
    }

    /// Target, level, x, y, z, width, height, depth, format, type; data.
    private void subImage3(GlPage page, GlContext c, Args in) {
        int[] a = integers(in, 10);
        Data data = Data.pixels(page, c, in);
        if (data.isInBuffer()) {
            JNI.callPV(
                    a[0],
                    a[1],
                    a[2],
                    a[3],
                    a[4],
                    a[5],
                    a[6],
                    a[7],
                    a[8],
                    a[9],
                    data.address(),
                    gl.at("glTexSubImage3D"));
            return;
        }
        JNI.callPV(
                a[0],
                a[1],
                a[2],
                a[3],
                a[4],
                a[5],
                a[6],
                a[7],
                a[8],
                a[9],
                size(data),
                data.address(),
                gl.at("glTexSubImage3DRobustANGLE"));
    }

    /// The function's integers, the size of the image, data.
    private void compressed2(GlPage page, GlContext c, Args in, int count) {
        int[] a = integers(in, count);
        int image = in.i();
        Data data = Data.pixels(page, c, in);
        // In a buffer object the driver knows how much there is.
        int bytes = data.isInBuffer() ? image : size(data);
        if (count == 6) {
            JNI.callPV(
                    a[0],
                    a[1],
                    a[2],
                    a[3],
                    a[4],
                    a[5],
                    image,
                    bytes,
                    data.address(),
                    gl.at("glCompressedTexImage2DRobustANGLE"));
        } else {
            JNI.callPV(
                    a[0],
                    a[1],
                    a[2],
                    a[3],
                    a[4],
                    a[5],
                    a[6],
                    image,
                    bytes,
                    data.address(),
                    gl.at("glCompressedTexSubImage2DRobustANGLE"));
        }
    }

    private void compressed3(GlPage page, GlContext c, Args in, int count) {
        int[] a = integers(in, count);
        int image = in.i();
        Data data = Data.pixels(page, c, in);
        int bytes = data.isInBuffer() ? image : size(data);
        if (count == 7) {
            JNI.callPV(
                    a[0],
                    a[1],
                    a[2],
                    a[3],
                    a[4],
                    a[5],
                    a[6],
                    image,
                    bytes,
                    data.address(),
                    gl.at("glCompressedTexImage3DRobustANGLE"));
        } else {
            JNI.callPV(
                    a[0],
                    a[1],
                    a[2],
                    a[3],
                    a[4],
                    a[5],
                    a[6],
                    a[7],
                    a[8],
                    image,
                    bytes,
                    data.address(),
                    gl.at("glCompressedTexSubImage3DRobustANGLE"));
        }
    }

    /// Pixels of a picture: which function (bit 0: 3D, bit 1: sub), flags, the function's integers,
    /// then red, green, blue, alpha of every pixel.
    private void picture(GlPage page, GlContext c, Args in) {
        int function = in.i();
        int flags = in.i();
        int[] a = integers(in, (function & 2) == 0 ? 8 + (function & 1) : 8 + 2 * (function & 1));
        int width = in.i();
        int height = in.i();
        int depth = in.i();
        Data data = Data.pixels(page, c, in);
        int format = a[a.length - 2];
        int type = a[a.length - 1];
        int pixel = PixelPacker.bytes(format, type);
        long count = count(width, height, depth);
        if (pixel == 0 || count <= 0 || count * 4 > data.bytes()) {
            // The driver names the error of a combination that no picture can become.
            image(function, a, 0, 0);
            return;
        }
        ByteBuffer source = MemoryUtil.memByteBuffer(data.address(), Math.toIntExact(count * 4));
        if ((flags & PREMULTIPLY) != 0) {
            PixelPacker.premultiply(source, 0x1908, 0x1401);
        }
        if ((flags & FLIP) != 0) {
            Rows.flip(data.address(), width * 4, height);
        }
        ByteBuffer packed = MemoryUtil.memAlloc(Math.max(1, Math.toIntExact(count * pixel)));
        try {
            PixelPacker.pack(source, format, type, packed);
            c.unpacking()
                    .tight(
                            c,
                            () ->
                                    image(
                                            function,
                                            a,
                                            MemoryUtil.memAddress(packed),
                                            packed.remaining()));
        } finally {
            MemoryUtil.memFree(packed);
        }
    }

    /// How many pixels; 0 for sizes that no picture has.
    private static long count(int width, int height, int depth) {
        boolean isSane =
                Math.min(width, Math.min(height, depth)) > 0
                        && Math.max(width, Math.max(height, depth)) <= LARGEST_SIDE;
        return isSane ? (long) width * height * depth : 0;
    }

    private void image(int function, int[] a, long address, int bytes) {
        switch (function & 3) {
            case 0 ->
                    JNI.callPV(
                            a[0],
                            a[1],
                            a[2],
                            a[3],
                            a[4],
                            a[5],
                            a[6],
                            a[7],
                            bytes,
                            address,
                            gl.at("glTexImage2DRobustANGLE"));
            case 1 ->
                    JNI.callPV(
                            a[0],
                            a[1],
                            a[2],
                            a[3],
                            a[4],
                            a[5],
                            a[6],
                            a[7],
                            a[8],
                            bytes,
                            address,
                            gl.at("glTexImage3DRobustANGLE"));
            case 2 ->
                    JNI.callPV(
                            a[0],
                            a[1],
                            a[2],
                            a[3],
                            a[4],
                            a[5],
                            a[6],
                            a[7],
                            bytes,
                            address,
                            gl.at("glTexSubImage2DRobustANGLE"));
            default ->
                    JNI.callPV(
                            a[0],
                            a[1],
                            a[2],
                            a[3],
                            a[4],
                            a[5],
                            a[6],
                            a[7],
                            a[8],
                            a[9],
                            bytes,
                            address,
                            gl.at("glTexSubImage3DRobustANGLE"));
        }
    }
}
