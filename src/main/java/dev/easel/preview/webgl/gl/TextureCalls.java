package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.PixelPacker;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryUtil;

/// Content of textures, from memory and from buffer objects; from pictures see [PictureCalls].
///
/// The driver's functions that take the size of the memory are used throughout, so that it is the
/// driver that refuses what is too short.
final class TextureCalls {
    private static final int FLIP = 1;
    private static final int PREMULTIPLY = 2;

    private final Gl gl;

    TextureCalls(Gl gl) {
        this.gl = gl;
    }

    Map<String, Call> calls() {
        Map<String, Call> calls = new HashMap<>();
        calls.put("pixelStorei", (p, c, in, out) -> store(c, in));
        calls.put("texImage2D", image2("glTexImage2D", 3));
        calls.put("texSubImage2D", image2("glTexSubImage2D", 4));
        calls.put("texImage3D", image3("glTexImage3D", 9));
        calls.put("texSubImage3D", image3("glTexSubImage3D", 10));
        calls.put("compressedTexImage2D", compressed("glCompressedTexImage2D", 6));
        calls.put("compressedTexSubImage2D", compressed("glCompressedTexSubImage2D", 7));
        calls.put("compressedTexImage3D", compressed("glCompressedTexImage3D", 7));
        calls.put("compressedTexSubImage3D", compressed("glCompressedTexSubImage3D", 9));
        return calls;
    }

    private void store(GlContext c, Args in) {
        int name = in.i();
        int value = in.i();
        c.unpacking().set(name, value);
        JNI.callV(name, value, gl.at("glPixelStorei"));
    }

    /// Reads so many whole numbers.
    static int[] integers(Args in, int count) {
        int[] values = new int[count];
        for (int k = 0; k < count; k++) {
            values[k] = in.i();
        }
        return values;
    }

    /// How much the driver may read; in a buffer object it knows by itself.
    private static int size(Data data) {
        return (int) Math.min(data.bytes(), Integer.MAX_VALUE);
    }

    private interface Upload {
        void of(long address, int bytes);
    }

    /// Eight whole numbers as the driver takes them; flags; data.
    ///
    /// @param width which of them is the width; the height comes next
    private Call image2(String name, int width) {
        TextureFunction sized = new TextureFunction(gl, name + "RobustANGLE", 9);
        return (page, c, in, out) -> {
            int[] a = integers(in, 8);
            int flags = in.i();
            Data data = Data.pixels(page, c, in);
            Upload upload = (address, bytes) -> sized.call(a, address, bytes);
            Block block = new Block(a[width], a[width + 1], a[6], a[7]);
            prepared(c, data, flags, block, upload);
        };
    }

    /// A rectangle of pixels of a kind.
    private record Block(int width, int height, int format, int type) {
        int pixelBytes() {
            return width <= 0 || height <= 0 ? 0 : PixelPacker.bytes(format, type);
        }
    }

    /// Uploads as is, or turned upside down and multiplied by alpha as the flags say.
    private static void prepared(GlContext c, Data data, int flags, Block block, Upload upload) {
        int pixel = block.pixelBytes();
        if (flags == 0 || data.bytes() == 0 || pixel == 0) {
            upload.of(data.address(), size(data));
            return;
        }
        long stride = c.unpacking().stride(block.width, pixel);
        long skipped = c.unpacking().skipped(block.width, pixel);
        long row = (long) block.width * pixel;
        if (skipped > data.bytes()
                || Math.multiplyExact(stride, block.height - 1) > data.bytes() - skipped - row) {
            // Too short: the driver says so.
            upload.of(data.address(), size(data));
            return;
        }
        ByteBuffer copy = MemoryUtil.memAlloc(Math.toIntExact(row * block.height));
        try {
            for (int y = 0; y < block.height; y++) {
                int to = (flags & FLIP) != 0 ? block.height - 1 - y : y;
                MemoryUtil.memCopy(
                        data.address() + skipped + y * stride,
                        MemoryUtil.memAddress(copy) + to * row,
                        row);
            }
            if ((flags & PREMULTIPLY) != 0) {
                PixelPacker.premultiply(copy, block.format, block.type);
            }
            c.unpacking().tight(c, () -> upload.of(MemoryUtil.memAddress(copy), copy.remaining()));
        } finally {
            MemoryUtil.memFree(copy);
        }
    }

    /// As many whole numbers as the driver takes, then data.
    private Call image3(String name, int count) {
        TextureFunction sized = new TextureFunction(gl, name + "RobustANGLE", count + 1);
        return (page, c, in, out) -> {
            int[] a = integers(in, count);
            Data data = Data.pixels(page, c, in);
            sized.call(a, data.address(), size(data));
        };
    }

    /// The function's whole numbers, the size of the image, data.
    private Call compressed(String name, int count) {
        TextureFunction sized = new TextureFunction(gl, name + "RobustANGLE", count + 2);
        return (page, c, in, out) -> {
            int[] a = integers(in, count);
            int image = in.i();
            Data data = Data.pixels(page, c, in);
            sized.call(a, data.address(), image, size(data));
        };
    }
}
