package dev.easel.preview.webgl.gl;

import java.util.Map;
import org.lwjgl.system.JNI;

/// Blending and masks of each draw buffer by itself: `OES_draw_buffers_indexed`, which the page has
/// switched on when it calls these.
final class IndexedCalls {
    private final Gl gl;

    IndexedCalls(Gl gl) {
        this.gl = gl;
    }

    Map<String, Call> calls() {
        return Map.of(
                "enablei", two("glEnableiOES"),
                "disablei", two("glDisableiOES"),
                "blendEquationi", two("glBlendEquationiOES"),
                "blendEquationSeparatei", three("glBlendEquationSeparateiOES"),
                "blendFunci", three("glBlendFunciOES"),
                "blendFuncSeparatei", five("glBlendFuncSeparateiOES"),
                "colorMaski", mask("glColorMaskiOES"));
    }

    private Call two(String name) {
        return (p, c, in, out) -> JNI.callV(in.i(), in.i(), gl.at(name));
    }

    private Call three(String name) {
        return (p, c, in, out) -> JNI.callV(in.i(), in.i(), in.i(), gl.at(name));
    }

    private Call five(String name) {
        return (p, c, in, out) -> JNI.callV(in.i(), in.i(), in.i(), in.i(), in.i(), gl.at(name));
    }

    private Call mask(String name) {
        return (p, c, in, out) -> JNI.callV(in.i(), in.b(), in.b(), in.b(), in.b(), gl.at(name));
    }
}
