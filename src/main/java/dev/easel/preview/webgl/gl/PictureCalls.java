package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.PicturePacker;
import java.nio.ByteBuffer;
import java.util.Map;
import org.lwjgl.system.MemoryUtil;

/// Content of textures that comes from pictures: images, canvases, bitmaps, films.
final class PictureCalls {
    private static final int IS_3D = 1;
    private static final int IS_SUB = 2;
    private static final int FLIP = 1;
    private static final int PREMULTIPLY = 2;

    private final TextureFunction[] functions;

    PictureCalls(Gl gl) {
        this.functions =
                new TextureFunction[] {
                    new TextureFunction(gl, "glTexImage2DRobustANGLE", 9),
                    new TextureFunction(gl, "glTexImage3DRobustANGLE", 10),
                    new TextureFunction(gl, "glTexSubImage2DRobustANGLE", 9),
                    new TextureFunction(gl, "glTexSubImage3DRobustANGLE", 11)
                };
    }

    Map<String, Call> calls() {
        return Map.of("texImageFrom", (p, c, in, out) -> picture(p, c, in));
    }

    /// Which function (bit 0: 3D, bit 1: sub), flags, the function's whole numbers; what a
    /// [PicturePacker] wants to know; then red, green, blue, alpha of every pixel.
    private void picture(GlPage page, GlContext c, Args in) {
        int function = in.i() & (IS_3D | IS_SUB);
        int flags = in.i();
        int more = function & IS_3D;
        int[] a = TextureCalls.integers(in, (function & IS_SUB) == 0 ? 8 + more : 8 + 2 * more);
        PicturePacker packer =
                new PicturePacker(
                        in.i(),
                        in.i(),
                        in.i(),
                        in.i(),
                        in.i(),
                        in.i(),
                        (flags & FLIP) != 0,
                        (flags & PREMULTIPLY) != 0);
        Data data = Data.pixels(page, c, in);
        int format = a[a.length - 2];
        int type = a[a.length - 1];
        if (!packer.fits(data.bytes()) || packer.size(format, type) == 0) {
            // The driver names the error of a combination that no picture can become.
            functions[function].call(a, 0, 0);
            return;
        }
        ByteBuffer source = MemoryUtil.memByteBuffer(data.address(), (int) data.bytes());
        if (packer.isAsIs(format, type)) {
            upload(c, function, a, source);
            return;
        }
        ByteBuffer packed = MemoryUtil.memAlloc(Math.toIntExact(packer.size(format, type)));
        try {
            packer.pack(source, format, type, packed);
            upload(c, function, a, packed);
        } finally {
            MemoryUtil.memFree(packed);
        }
    }

    private void upload(GlContext c, int function, int[] a, ByteBuffer pixels) {
        c.unpacking()
                .tight(
                        c,
                        () ->
                                functions[function].call(
                                        a, MemoryUtil.memAddress(pixels), pixels.remaining()));
    }
}
