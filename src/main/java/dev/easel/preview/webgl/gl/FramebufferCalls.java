package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.BadCommandException;
import dev.easel.preview.webgl.Reply;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// Framebuffers: binding them, choosing what they draw to, reading them.
///
/// The page's framebuffer 0 is a framebuffer of ours, so where WebGL says BACK the driver is told
/// the first colour attachment, and the other way round.
final class FramebufferCalls {
    private static final int BACK = 0x0405;
    private static final int COLOR = 0x1800;
    private static final int DEPTH = 0x1801;
    private static final int STENCIL = 0x1802;
    private static final long LARGEST_READ = 1L << 30;
    private static final int LARGEST_PIXEL = 16;
    private static final int PIXEL_PACK_BUFFER_BINDING = 0x88ED;

    private final Gl gl;
    private final PlainCalls plain;
    private final MethodHandle readPixels;

    FramebufferCalls(Gl gl, PlainCalls plain) {
        this.gl = gl;
        this.plain = plain;
        this.readPixels = readPixels(gl.at("glReadPixelsRobustANGLE"));
    }

    /// The only function whose shape LWJGL has no call for.
    private static MethodHandle readPixels(long address) {
        ValueLayout.OfInt i = ValueLayout.JAVA_INT;
        ValueLayout.OfLong p = ValueLayout.JAVA_LONG;
        return Linker.nativeLinker()
                .downcallHandle(
                        MemorySegment.ofAddress(address),
                        FunctionDescriptor.ofVoid(i, i, i, i, i, i, i, p, p, p, p));
    }

    Map<String, Call> calls() {
        Map<String, Call> calls = new HashMap<>();
        calls.put("bindFramebuffer", (p, c, in, out) -> c.bindFramebuffer(in.i(), in.i()));
        PlainCalls.Function drawBuffers = plain.function("drawBuffers");
        calls.put("drawBuffers", (p, c, in, out) -> drawBuffers(c, in, drawBuffers.in(c)));
        calls.put("readBuffer", (p, c, in, out) -> readBuffer(c, in));
        calls.put("invalidateFramebuffer", (p, c, in, out) -> invalidate(c, in, false));
        calls.put("invalidateSubFramebuffer", (p, c, in, out) -> invalidate(c, in, true));
        calls.put("clearBufferfv", clear("glClearBufferfv"));
        calls.put("clearBufferiv", clear("glClearBufferiv"));
        calls.put("clearBufferuiv", clear("glClearBufferuiv"));
        calls.put("readPixels", (p, c, in, out) -> read(c, in, out));
        return calls;
    }

    private static boolean isOurs(GlContext c, int target) {
        return c.boundFramebuffer(target) == 0;
    }

    private void drawBuffers(GlContext c, Args in, long function) {
        int count = in.i();
        if (count < 0 || count > in.left()) {
            throw new BadCommandException(count + " draw buffers");
        }
        int[] buffers = new int[count];
        for (int k = 0; k < count; k++) {
            buffers[k] = in.i();
        }
        if (isOurs(c, Gl.DRAW_FRAMEBUFFER)) {
            if (count != 1 || (buffers[0] != BACK && buffers[0] != 0)) {
                c.fail(Gl.INVALID_OPERATION);
                return;
            }
            c.buffer().setDrawn(buffers[0] == BACK);
            buffers[0] = buffers[0] == BACK ? Gl.COLOR_ATTACHMENT0 : 0;
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer list = stack.mallocInt(Math.max(1, count)).put(buffers).flip();
            JNI.callPV(count, MemoryUtil.memAddress(list), function);
        }
    }

    private void readBuffer(GlContext c, Args in) {
        int buffer = in.i();
        if (isOurs(c, Gl.READ_FRAMEBUFFER)) {
            if (buffer != BACK && buffer != 0) {
                boolean isColor =
                        buffer >= Gl.COLOR_ATTACHMENT0 && buffer < Gl.COLOR_ATTACHMENT0 + 32;
                c.fail(isColor ? Gl.INVALID_OPERATION : Gl.INVALID_ENUM);
                return;
            }
            buffer = buffer == BACK ? Gl.COLOR_ATTACHMENT0 : 0;
            c.buffer().setRead(buffer != 0);
        }
        JNI.callV(buffer, gl.at("glReadBuffer"));
    }

    private void invalidate(GlContext c, Args in, boolean isPart) {
        int target = in.i();
        int count = in.i();
        if (count < 0 || count > in.left()) {
            throw new BadCommandException(count + " attachments");
        }
        int[] list = new int[count];
        for (int k = 0; k < count; k++) {
            int attachment = in.i();
            list[k] = isOurs(c, target) ? ours(attachment) : attachment;
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer names = stack.mallocInt(Math.max(1, count)).put(list).flip();
            long at = MemoryUtil.memAddress(names);
            if (isPart) {
                JNI.callPV(
                        target,
                        count,
                        at,
                        in.i(),
                        in.i(),
                        in.i(),
                        in.i(),
                        gl.at("glInvalidateSubFramebuffer"));
            } else {
                JNI.callPV(target, count, at, gl.at("glInvalidateFramebuffer"));
            }
        }
    }

    /// 1 is no name of anything: the driver finds the error.
    private static int ours(int attachment) {
        return switch (attachment) {
            case COLOR -> Gl.COLOR_ATTACHMENT0;
            case DEPTH -> Gl.DEPTH_ATTACHMENT;
            case STENCIL -> Gl.STENCIL_ATTACHMENT;
            default -> 1;
        };
    }

    private Call clear(String name) {
        long function = gl.find(name);
        return (p, c, in, out) -> {
            int buffer = in.i();
            int index = in.i();
            int count = in.left();
            try (MemoryStack stack = MemoryStack.stackPush()) {
                FloatBuffer values = stack.callocFloat(4);
                MemoryUtil.memCopy(
                        MemoryUtil.memAddress0(in.buffer()) + in.words(Math.min(count, 4)),
                        MemoryUtil.memAddress(values),
                        Math.min(count, 4) * 4L);
                JNI.callPV(buffer, index, MemoryUtil.memAddress(values), function);
            }
        };
    }

    /// X, y, width, height, format, type, and where in a buffer object, if there. Answers how many
    /// columns and rows lie inside the framebuffer, and all pixels without gaps.
    private void read(GlContext c, Args in, Reply out) {
        int x = in.i();
        int y = in.i();
        int width = in.i();
        int height = in.i();
        int format = in.i();
        int type = in.i();
        if (in.left() > 0) {
            long offset = in.l();
            if (c.version() == 1 || gl.integer(PIXEL_PACK_BUFFER_BINDING) == 0) {
                // The driver would take the offset for an address and write there.
                throw new BadCommandException("No buffer object is bound for pixels");
            }
            c.reading(() ->
                    JNI.callPV(x, y, width, height, format, type, offset, gl.at("glReadPixels")));
            return;
        }
        long size = Math.max(0L, width) * Math.max(0L, height) * LARGEST_PIXEL;
        if (size > LARGEST_READ) {
            c.fail(Gl.OUT_OF_MEMORY);
            out.i(0).i(0).i(0);
            return;
        }
        ByteBuffer pixels = MemoryUtil.memCalloc(Math.toIntExact(Math.max(size, 1)));
        try {
            c.reading(() -> read(c, x, y, width, height, format, type, pixels, out));
        } finally {
            MemoryUtil.memFree(pixels);
        }
    }

    private void read(
            GlContext c,
            int x,
            int y,
            int width,
            int height,
            int format,
            int type,
            ByteBuffer pixels,
            Reply out) {
        c.packing().neutralPacking();
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer got = stack.callocInt(3);
            long at = MemoryUtil.memAddress(got);
            readPixels.invokeExact(
                    x,
                    y,
                    width,
                    height,
                    format,
                    type,
                    pixels.remaining(),
                    at,
                    at + 4,
                    at + 8,
                    MemoryUtil.memAddress(pixels));
            int bytes = Math.clamp(got.get(0), 0, pixels.remaining());
            out.i(got.get(1)).i(got.get(2)).i(bytes);
            byte[] copy = new byte[bytes];
            pixels.get(0, copy);
            out.bytes(copy);
        } catch (Throwable e) {
            throw new BadCommandException("Pixels could not be read: " + e);
        } finally {
            c.packing().restorePacking();
        }
    }
}
