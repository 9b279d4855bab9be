package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.ContextAttributes;
import java.nio.FloatBuffer;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// What a page draws into when it has bound no framebuffer of its own: renderbuffers in a
/// framebuffer, with several samples when the page wants smooth edges.
///
/// Nothing here changes the state that the page sees.
final class DrawingBuffer {
    private static final int SAMPLES = 4;
    private static final int BYTES = 4;
    private static final int RGBA8 = 0x8058;
    private static final int RGB8 = 0x8051;
    private static final int DEPTH24_STENCIL8 = 0x88F0;
    private static final int DEPTH_COMPONENT16 = 0x81A5;
    private static final int DEPTH_COMPONENT24 = 0x81A6;
    private static final int STENCIL_INDEX8 = 0x8D48;
    private static final int COLOR_BIT = 0x4000;
    private static final int DEPTH_BIT = 0x100;
    private static final int STENCIL_BIT = 0x400;
    private static final int NEAREST = 0x2600;

    private final Gl gl;
    private final SavedState state;
    private final ContextAttributes attributes;
    private final boolean isVersion2;
    private final int samples;
    private final int framebuffer;
    private final int resolved;
    private final int color;
    private final int resolvedColor;
    private final int depth;
    private int width;
    private int height;
    private boolean isDrawn = true;
    private boolean isRead = true;

    /// @param attributes what is wanted; see [#attributes()]
    DrawingBuffer(Gl gl, SavedState state, ContextAttributes attributes, boolean isVersion2) {
        this.gl = gl;
        this.state = state;
        this.isVersion2 = isVersion2;
        this.attributes = attributes;
        this.samples = attributes.antialias() ? SAMPLES : 0;
        this.framebuffer = gl.generate("glGenFramebuffers");
        this.color = gl.generate("glGenRenderbuffers");
        this.depth =
                attributes.depth() || attributes.stencil() ? gl.generate("glGenRenderbuffers") : 0;
        this.resolved = samples > 0 ? gl.generate("glGenFramebuffers") : framebuffer;
        this.resolvedColor = samples > 0 ? gl.generate("glGenRenderbuffers") : color;
    }

    /// Gives the buffer a size, zeroed.
    void resize(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        state.save();
        store(color, samples, attributes.alpha() ? RGBA8 : RGB8);
        gl.bindFramebuffer(Gl.FRAMEBUFFER, framebuffer);
        attach(Gl.COLOR_ATTACHMENT0, color);
        if (depth != 0) {
            store(depth, samples, depthFormat());
            attach(depthAttachment(), depth);
        }
        if (samples > 0) {
            store(resolvedColor, 0, attributes.alpha() ? RGBA8 : RGB8);
            gl.bindFramebuffer(Gl.FRAMEBUFFER, resolved);
            attach(Gl.COLOR_ATTACHMENT0, resolvedColor);
        }
        state.restore();
        clear();
    }

    /// In WebGL 1 it is an error to attach depth and stencil one by one.
    private int depthAttachment() {
        if (attributes.stencil()) {
            return attributes.depth() ? Gl.DEPTH_STENCIL_ATTACHMENT : Gl.STENCIL_ATTACHMENT;
        }
        return Gl.DEPTH_ATTACHMENT;
    }

    private int depthFormat() {
        if (attributes.stencil()) {
            return attributes.depth() ? DEPTH24_STENCIL8 : STENCIL_INDEX8;
        }
        return isVersion2 ? DEPTH_COMPONENT24 : DEPTH_COMPONENT16;
    }

    private void store(int renderbuffer, int count, int format) {
        JNI.callV(Gl.RENDERBUFFER, renderbuffer, gl.at("glBindRenderbuffer"));
        if (count == 0) {
            JNI.callV(Gl.RENDERBUFFER, format, width, height, gl.at("glRenderbufferStorage"));
        } else {
            JNI.callV(
                    Gl.RENDERBUFFER,
                    count,
                    format,
                    width,
                    height,
                    gl.at("glRenderbufferStorageMultisample" + suffix()));
        }
    }

    private void attach(int attachment, int renderbuffer) {
        JNI.callV(
                Gl.FRAMEBUFFER,
                attachment,
                Gl.RENDERBUFFER,
                renderbuffer,
                gl.at("glFramebufferRenderbuffer"));
    }

    private String suffix() {
        return isVersion2 ? "" : "ANGLE";
    }

    /// Makes the whole buffer what a page finds in a fresh one.
    void clear() {
        state.save();
        state.neutral();
        gl.bindFramebuffer(isVersion2 ? Gl.DRAW_FRAMEBUFFER : Gl.FRAMEBUFFER, framebuffer);
        drawTo(true);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            FloatBuffer was = stack.mallocFloat(4);
            FloatBuffer depthWas = stack.mallocFloat(1);
            JNI.callPV(0x0C22, MemoryUtil.memAddress(was), gl.at("glGetFloatv"));
            JNI.callPV(0x0B73, MemoryUtil.memAddress(depthWas), gl.at("glGetFloatv"));
            int stencilWas = gl.integer(0x0B91);
            clearColor(0, 0, 0, attributes.alpha() ? 0 : 1);
            JNI.callV(1f, gl.at("glClearDepthf"));
            JNI.callV(0, gl.at("glClearStencil"));
            JNI.callV(COLOR_BIT | DEPTH_BIT | STENCIL_BIT, gl.at("glClear"));
            clearColor(was.get(0), was.get(1), was.get(2), was.get(3));
            JNI.callV(depthWas.get(0), gl.at("glClearDepthf"));
            JNI.callV(stencilWas, gl.at("glClearStencil"));
        }
        drawTo(isDrawn);
        state.restore();
    }

    private void clearColor(float r, float g, float b, float a) {
        JNI.callV(r, g, b, a, gl.at("glClearColor"));
    }

    /// Makes [#readable()] show what the buffer has now.
    void resolve() {
        if (samples == 0) {
            return;
        }
        state.save();
        state.neutral();
        gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, framebuffer);
        gl.bindFramebuffer(Gl.DRAW_FRAMEBUFFER, resolved);
        readFrom(true);
        JNI.callV(
                0,
                0,
                width,
                height,
                0,
                0,
                width,
                height,
                COLOR_BIT,
                NEAREST,
                gl.at("glBlitFramebuffer" + suffix()));
        readFrom(isRead);
        state.restore();
    }

    /// Reads the buffer, top row first, four bytes a pixel.
    ///
    /// @param format GL_RGBA or GL_BGRA
    /// @param target address of `width * height * 4` bytes
    void read(int format, long target) {
        resolve();
        state.save();
        state.neutralPacking();
        gl.bindFramebuffer(isVersion2 ? Gl.READ_FRAMEBUFFER : Gl.FRAMEBUFFER, resolved);
        readFrom(true);
        JNI.callPV(0, 0, width, height, format, 0x1401, target, gl.at("glReadPixels"));
        readFrom(samples > 0 || isRead);
        state.restore();
        Rows.flip(target, width * 4, height);
    }

    private void drawTo(boolean on) {
        if (!isDrawn) {
            try (MemoryStack stack = MemoryStack.stackPush()) {
                long list = MemoryUtil.memAddress(stack.ints(on ? Gl.COLOR_ATTACHMENT0 : 0));
                JNI.callPV(1, list, gl.at("glDrawBuffers" + (isVersion2 ? "" : "EXT")));
            }
        }
    }

    private void readFrom(boolean on) {
        if (!isRead) {
            JNI.callV(on ? Gl.COLOR_ATTACHMENT0 : 0, gl.at("glReadBuffer"));
        }
    }

    /// The page wants its colours to be written, or not.
    void setDrawn(boolean drawn) {
        isDrawn = drawn;
    }

    /// The page wants the colours to be readable, or not.
    void setRead(boolean read) {
        isRead = read;
    }

    boolean isRead() {
        return isRead;
    }

    void delete() {
        gl.delete("glDeleteFramebuffers", framebuffer);
        gl.delete("glDeleteRenderbuffers", color);
        if (depth != 0) {
            gl.delete("glDeleteRenderbuffers", depth);
        }
        if (samples > 0) {
            gl.delete("glDeleteFramebuffers", resolved);
            gl.delete("glDeleteRenderbuffers", resolvedColor);
        }
    }

    /// What the driver needs for a pixel, with all its samples.
    int bytesPerPixel() {
        int each = BYTES + (depth == 0 ? 0 : BYTES);
        return samples == 0 ? each : samples * each + BYTES;
    }

    int framebuffer() {
        return framebuffer;
    }

    /// The framebuffer to read from, after [#resolve()].
    int readable() {
        return resolved;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// What the page really got.
    ContextAttributes attributes() {
        return attributes;
    }
}
