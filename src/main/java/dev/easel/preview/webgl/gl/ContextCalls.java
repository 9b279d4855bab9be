package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.ContextAttributes;
import dev.easel.preview.webgl.Reply;
import java.nio.ByteBuffer;
import java.util.Map;
import org.lwjgl.system.MemoryUtil;

/// Contexts: making, choosing, resizing, showing, closing.
final class ContextCalls {
    private static final int RGBA = 0x1908;

    private final GlDisplay display;
    private final Gl gl;

    ContextCalls(GlDisplay display, Gl gl) {
        this.display = display;
        this.gl = gl;
    }

    Map<String, Call> calls() {
        return Map.of(
                "contextCreate", (p, c, in, out) -> create(p, in, out),
                "contextUse", (p, c, in, out) -> p.use(in.i()),
                "contextClose", (p, c, in, out) -> p.close(in.i()),
                "bufferResize", (p, c, in, out) -> resize(c, in, out),
                "present", (p, c, in, out) -> present(p, c, in, out),
                "show", (p, c, in, out) -> show(p, c),
                "extensionEnable", (p, c, in, out) -> enable(c, in, out),
                "getError", (p, c, in, out) -> out.i(c.takeError()));
    }

    private void create(GlPage page, Args in, Reply out) {
        int id = in.i();
        int version = in.i() == 2 ? 2 : 1;
        ContextAttributes wanted = ContextAttributes.of(in.i());
        try {
            page.mayAdd(id);
            GlContext made =
                    new GlContext(display, gl, version, wanted, page.memory(), in.i(), in.i());
            page.add(id, made);
            out.i(1)
                    .i(made.buffer().attributes().bits())
                    .i(made.isSoftware() ? 1 : 0)
                    .i(made.buffer().width())
                    .i(made.buffer().height())
                    .s(String.join(" ", made.available()));
        } catch (GlUnavailableException e) {
            page.useAgain();
            out.i(0).s(String.valueOf(e.getMessage()));
        }
    }

    /// A number that means nothing, and the extension's name.
    private static void enable(GlContext context, Args in, Reply out) {
        in.i();
        out.i(context.request(in.s()) ? 1 : 0);
    }

    private static void resize(GlContext context, Args in, Reply out) {
        context.resize(in.i(), in.i());
        out.i(context.buffer().width()).i(context.buffer().height());
    }

    private static void show(GlPage page, GlContext context) {
        context.show();
        page.countFrame();
    }

    /// Answers the pixels as `putImageData` takes them: rows from the top, RGBA, not premultiplied.
    private static void present(GlPage page, GlContext context, Args in, Reply out) {
        boolean isShown = in.b();
        int width = context.buffer().width();
        int height = context.buffer().height();
        ByteBuffer pixels = MemoryUtil.memAlloc(width * height * 4);
        try {
            context.read(RGBA, MemoryUtil.memAddress(pixels));
            ContextAttributes attributes = context.buffer().attributes();
            if (attributes.alpha() && attributes.premultipliedAlpha()) {
                Pixels.unpremultiply(pixels);
            }
            out.i(width).i(height).place(width * height * 4).put(pixels);
        } finally {
            MemoryUtil.memFree(pixels);
        }
        if (isShown) {
            context.presented();
            page.countFrame();
        }
    }
}
