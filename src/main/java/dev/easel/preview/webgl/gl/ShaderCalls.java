package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.ObjectKind;
import dev.easel.preview.webgl.Reply;
import java.util.Map;
import org.lwjgl.system.JNI;

/// Shaders: their source, and what came of it.
final class ShaderCalls {
    private static final int COMPILE_STATUS = 0x8B81;
    private static final int TRANSLATED_LENGTH = 0x93A0;

    private final Gl gl;
    private final Inspection inspection;

    ShaderCalls(Gl gl) {
        this.gl = gl;
        this.inspection = new Inspection(gl);
    }

    Map<String, Call> calls() {
        return Map.of(
                "shaderSource", (p, c, in, out) -> source(c, in),
                "shaderInfo", (p, c, in, out) -> info(c, in, out),
                "shaderLog", (p, c, in, out) -> out.s(inspection.log(shader(c, in), "Shader")),
                "translatedSource", (p, c, in, out) -> translated(c, in, out));
    }

    private static int shader(GlContext c, Args in) {
        return c.name(ObjectKind.SHADER, in.i());
    }

    private void source(GlContext c, Args in) {
        int shader = shader(c, in);
        CText.withAll(
                new String[] {in.s()},
                texts -> JNI.callPPV(shader, 1, texts, 0L, gl.at("glShaderSource")));
    }

    /// Answers whether it compiled, and the log.
    private void info(GlContext c, Args in, Reply out) {
        int shader = shader(c, in);
        out.i(inspection.integer("glGetShaderiv", shader, COMPILE_STATUS));
        out.s(inspection.log(shader, "Shader"));
    }

    private void translated(GlContext c, Args in, Reply out) {
        int shader = shader(c, in);
        int length = inspection.integer("glGetShaderiv", shader, TRANSLATED_LENGTH);
        out.s(inspection.text(length, "glGetTranslatedShaderSourceANGLE", shader));
    }
}
