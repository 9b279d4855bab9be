package dev.easel.preview.webgl.gl;

import java.nio.ByteBuffer;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// The page's state while the program uses the context for itself. Not nested: save, change,
/// restore.
final class SavedState {
    private static final int COLOR_WRITEMASK = 0x0C23;
    private static final int DEPTH_WRITEMASK = 0x0B72;
    private static final int STENCIL_WRITEMASK = 0x0B98;
    private static final int STENCIL_BACK_WRITEMASK = 0x8CA5;
    private static final int FRONT = 0x0404;
    private static final int BACK = 0x0405;
    private static final int PIXEL_PACK_BUFFER = 0x88EB;
    private static final int PIXEL_PACK_BUFFER_BINDING = 0x88ED;
    private static final int[] PACKING = {0x0D05, 0x0D02, 0x0D03, 0x0D04};
    private static final int[] PACKING_NEUTRAL = {1, 0, 0, 0};

    private final Gl gl;
    private final boolean isVersion2;
    private int draw;
    private int read;
    private int renderbuffer;
    private boolean isNeutral;
    private boolean isPacking;
    private boolean scissor;
    private boolean discard;
    private int colorMask;
    private boolean depthMask;
    private int stencilFront;
    private int stencilBack;
    private int packBuffer;
    private final int[] packing = new int[PACKING.length];

    SavedState(Gl gl, boolean isVersion2) {
        this.gl = gl;
        this.isVersion2 = isVersion2;
    }

    /// Keeps the bound framebuffers and renderbuffer.
    void save() {
        draw = gl.integer(0x8CA6);
        read = gl.integer(0x8CAA);
        renderbuffer = gl.integer(0x8CA7);
        isNeutral = false;
        isPacking = false;
    }

    /// Lets every pixel and every bit of it be written.
    void neutral() {
        isNeutral = true;
        scissor = gl.isEnabled(Gl.SCISSOR_TEST);
        discard = isVersion2 && gl.isEnabled(Gl.RASTERIZER_DISCARD);
        colorMask = booleans(COLOR_WRITEMASK, 4);
        depthMask = booleans(DEPTH_WRITEMASK, 1) != 0;
        stencilFront = gl.integer(STENCIL_WRITEMASK);
        stencilBack = gl.integer(STENCIL_BACK_WRITEMASK);
        set(false, false, 15, true, -1, -1);
    }

    /// Makes pixels arrive in rows without gaps, in memory of ours.
    void neutralPacking() {
        isPacking = true;
        int count = isVersion2 ? PACKING.length : 1;
        for (int k = 0; k < count; k++) {
            packing[k] = gl.integer(PACKING[k]);
            JNI.callV(PACKING[k], PACKING_NEUTRAL[k], gl.at("glPixelStorei"));
        }
        if (isVersion2) {
            packBuffer = gl.integer(PIXEL_PACK_BUFFER_BINDING);
            JNI.callV(PIXEL_PACK_BUFFER, 0, gl.at("glBindBuffer"));
        }
    }

    /// Puts back what was kept.
    void restore() {
        if (isNeutral) {
            set(scissor, discard, colorMask, depthMask, stencilFront, stencilBack);
        }
        if (isPacking) {
            restorePacking();
        }
        gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, read);
        gl.bindFramebuffer(Gl.DRAW_FRAMEBUFFER, draw);
        JNI.callV(Gl.RENDERBUFFER, renderbuffer, gl.at("glBindRenderbuffer"));
    }

    /// Undoes [#neutralPacking()] alone.
    void restorePacking() {
        isPacking = false;
        int count = isVersion2 ? PACKING.length : 1;
        for (int k = 0; k < count; k++) {
            JNI.callV(PACKING[k], packing[k], gl.at("glPixelStorei"));
        }
        if (isVersion2) {
            JNI.callV(PIXEL_PACK_BUFFER, packBuffer, gl.at("glBindBuffer"));
        }
    }

    private void set(
            boolean scissorTest,
            boolean discardAll,
            int colors,
            boolean depth,
            int front,
            int back) {
        gl.enable(Gl.SCISSOR_TEST, scissorTest);
        if (isVersion2) {
            gl.enable(Gl.RASTERIZER_DISCARD, discardAll);
        }
        JNI.callV(
                (colors & 1) != 0,
                (colors & 2) != 0,
                (colors & 4) != 0,
                (colors & 8) != 0,
                gl.at("glColorMask"));
        JNI.callV(depth, gl.at("glDepthMask"));
        JNI.callV(FRONT, front, gl.at("glStencilMaskSeparate"));
        JNI.callV(BACK, back, gl.at("glStencilMaskSeparate"));
    }

    private int booleans(int name, int count) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            ByteBuffer values = stack.calloc(4);
            JNI.callPV(name, MemoryUtil.memAddress(values), gl.at("glGetBooleanv"));
            int bits = 0;
            for (int k = 0; k < count; k++) {
                bits |= values.get(k) != 0 ? 1 << k : 0;
            }
            return bits;
        }
    }
}
