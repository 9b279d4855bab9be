package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.ObjectKind;
import java.util.HashMap;
import java.util.Map;

/// Calls that make an object of a page larger come after a look at what the page may have.
///
/// What the driver would refuse anyway is left to it, so that pages see its errors: sizes below
/// zero and sides longer than any driver takes.
final class MemoryCalls {
    private static final int LONGEST_SIDE = 1 << 16;
    private static final int MAX_TEXTURE_SIZE = 0x0D33;
    private static final int ALL_LEVELS = -1;
    private static final int SMALLER_LEVELS = -2;

    private final Map<String, Call> calls;
    private final Map<String, Call> around = new HashMap<>();

    private MemoryCalls(Map<String, Call> calls) {
        this.calls = calls;
    }

    /// @param calls which may lack some of them
    static Map<String, Call> around(Map<String, Call> calls) {
        MemoryCalls memory = new MemoryCalls(calls);
        memory.put("bufferData", (c, in) -> buffer(c, in));
        memory.put("renderbufferStorage", (c, in) -> renderbuffer(c, in.peek(0), 1, in, 1));
        memory.put(
                "renderbufferStorageMultisample",
                (c, in) -> renderbuffer(c, in.peek(0), Math.max(1, in.peek(1)), in, 2));
        memory.put("texImage2D", (c, in) -> image(c, in, 0, 3, false, in.peek(6), in.peek(7)));
        memory.put("texImage3D", (c, in) -> image(c, in, 0, 3, true, in.peek(7), in.peek(8)));
        memory.put("texImageFrom", MemoryCalls::picture);
        memory.put("copyTexImage2D", (c, in) -> copy(c, in));
        memory.put("compressedTexImage2D", (c, in) -> compressed(c, in, 6));
        memory.put("compressedTexImage3D", (c, in) -> compressed(c, in, 7));
        memory.put("texStorage2D", (c, in) -> storage(c, in, false));
        memory.put("texStorage3D", (c, in) -> storage(c, in, true));
        memory.put("generateMipmap", (c, in) -> mipmap(c, in));
        memory.release();
        return memory.around;
    }

    /// Takes the memory for a call.
    @FunctionalInterface
    private interface Taking {
        /// @param in of which nothing may be read, only looked at
        /// @return false when there is not enough
        boolean take(GlContext context, Args in);
    }

    private void put(String name, Taking taking) {
        Call call = calls.get(name);
        if (call != null) {
            around.put(
                    name,
                    (p, c, in, out) -> {
                        if (taking.take(c, in)) {
                            call.run(p, c, in, out);
                        } else {
                            c.fail(Gl.OUT_OF_MEMORY);
                            Data.drop(p, in, dataAt(name, in));
                        }
                    });
        }
    }

    /// Where a call's data begins; -1 when it has none.
    private static int dataAt(String name, Args in) {
        return switch (name) {
            case "bufferData" -> 4;
            case "texImage2D", "texImage3D" -> 9;
            case "compressedTexImage2D" -> 7;
            case "compressedTexImage3D" -> 8;
            case "texImageFrom" -> 13 + (in.peek(0) & 1);
            default -> -1;
        };
    }

    private void release() {
        Call delete = calls.get("objectDelete");
        if (delete != null) {
            around.put(
                    "objectDelete",
                    (p, c, in, out) -> {
                        int kind = in.peek(0);
                        if (kind >= 0 && kind < ObjectKind.values().length) {
                            ObjectKind of = ObjectKind.values()[kind];
                            c.memory().release(of, (int) c.names(of).find(in.peek(1)));
                        }
                        delete.run(p, c, in, out);
                    });
        }
    }

    private static boolean buffer(GlContext c, Args in) {
        long size = in.peek(2) & 0xffff_ffffL | (long) in.peek(3) << 32;
        int name = bound(c, Bindings.buffer(in.peek(0)));
        return name == 0 || size < 0 || c.memory().resize(ObjectKind.BUFFER, name, 0, size);
    }

    private static boolean renderbuffer(GlContext c, int target, int samples, Args in, int at) {
        int name = target == Gl.RENDERBUFFER ? bound(c, Bindings.RENDERBUFFER) : 0;
        long pixels = pixels(LONGEST_SIDE, in.peek(at + 1), in.peek(at + 2), 1);
        return name == 0
                || pixels < 0
                || c.memory()
                        .resize(
                                ObjectKind.RENDERBUFFER,
                                name,
                                0,
                                pixels * Math.min(samples, 16) * PixelSizes.of(in.peek(at)));
    }

    private static boolean image(
            GlContext c, Args in, int at, int size, boolean is3D, int format, int type) {
        long pixels =
                pixels(
                        longestSide(c, in.peek(at + 1)),
                        in.peek(at + size),
                        in.peek(at + size + 1),
                        is3D ? in.peek(at + size + 2) : 1);
        return texture(
                c,
                in.peek(at),
                in.peek(at + 1),
                pixels < 0 ? -1 : pixels * PixelSizes.of(format, type));
    }

    /// See [TextureCalls]: the function, flags, and the function's numbers.
    private static boolean picture(GlContext c, Args in) {
        int function = in.peek(0);
        if ((function & 2) != 0) {
            return true;
        }
        int last = (function & 1) == 0 ? 9 : 10;
        return image(c, in, 2, 3, (function & 1) != 0, in.peek(last - 1), in.peek(last));
    }

    private static boolean copy(GlContext c, Args in) {
        long pixels = pixels(longestSide(c, in.peek(1)), in.peek(5), in.peek(6), 1);
        return texture(c, in.peek(0), in.peek(1), pixels < 0 ? -1 : pixels * 4);
    }

    private static boolean compressed(GlContext c, Args in, int size) {
        return texture(c, in.peek(0), in.peek(1), in.peek(size));
    }

    private static boolean storage(GlContext c, Args in, boolean is3D) {
        int levels = Math.clamp(in.peek(1), 1, 32);
        long pixels = pixels(LONGEST_SIDE, in.peek(3), in.peek(4), is3D ? in.peek(5) : 1);
        long faces = in.peek(0) == Bindings.CUBE_MAP ? 6 : 1;
        // All smaller levels together are a third of the first; a little more in odd shapes.
        long bytes = pixels * faces * PixelSizes.of(in.peek(2)) * (levels > 1 ? 3 : 2) / 2;
        return texture(c, in.peek(0), ALL_LEVELS, pixels < 0 ? -1 : bytes);
    }

    private static boolean mipmap(GlContext c, Args in) {
        int name = bound(c, Bindings.texture(in.peek(0)));
        long all = 0;
        for (int face = 0; face < 7; face++) {
            all += c.memory().size(ObjectKind.TEXTURE, name, face << 8);
        }
        return name == 0 || c.memory().resize(ObjectKind.TEXTURE, name, SMALLER_LEVELS, all / 2);
    }

    /// @param bytes below zero when the driver will refuse
    private static boolean texture(GlContext c, int target, int level, long bytes) {
        int name = bound(c, Bindings.texture(target));
        if (name == 0 || bytes < 0 || level < ALL_LEVELS || level > 31) {
            return true;
        }
        int part = level == ALL_LEVELS ? ALL_LEVELS : Bindings.face(target) << 8 | level;
        return c.memory().resize(ObjectKind.TEXTURE, name, part, bytes);
    }

    /// What the driver takes of a level.
    private static int longestSide(GlContext c, int level) {
        return c.gl().integer(MAX_TEXTURE_SIZE) >> Math.clamp(level, 0, 31);
    }

    /// Below zero when the driver refuses it.
    private static long pixels(int longest, int width, int height, int depth) {
        boolean isSane =
                Math.min(width, Math.min(height, depth)) >= 0
                        && Math.max(width, Math.max(height, depth)) <= longest;
        return isSane ? (long) width * height * depth : -1;
    }

    private static int bound(GlContext c, int binding) {
        return binding == 0 ? 0 : c.gl().integer(binding);
    }
}
