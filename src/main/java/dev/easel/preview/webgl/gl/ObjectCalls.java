package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.BadCommandException;
import dev.easel.preview.webgl.ObjectKind;
import dev.easel.preview.webgl.Reply;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.system.JNI;

/// Objects: making, deleting, asking whether they are there.
final class ObjectCalls {
    private static final ObjectKind[] KINDS = ObjectKind.values();

    /// The script never waits at all; nanoseconds.
    private static final long LONGEST_WAIT = 1_000_000;

    private final Gl gl;
    private final PlainCalls plain;

    ObjectCalls(Gl gl, PlainCalls plain) {
        this.gl = gl;
        this.plain = plain;
    }

    Map<String, Call> calls() {
        Map<String, Call> calls = new HashMap<>();
        calls.put("objectCreate", (p, c, in, out) -> create(c, in));
        calls.put("objectDelete", (p, c, in, out) -> delete(c, in));
        calls.put("objectIs", (p, c, in, out) -> is(c, in, out));
        calls.put("fenceSync", (p, c, in, out) -> fence(c, in));
        calls.put("clientWaitSync", (p, c, in, out) -> clientWait(c, in, out));
        calls.put("waitSync", (p, c, in, out) -> waitFor(c, in));
        PlainCalls.Function vertexArray = plain.function("bindVertexArray");
        calls.put(
                "bindVertexArray",
                (p, c, in, out) ->
                        JNI.callV(c.name(ObjectKind.VERTEX_ARRAY, in.i()), vertexArray.in(c)));
        return calls;
    }

    static ObjectKind kind(Args in) {
        int kind = in.i();
        if (kind < 0 || kind >= KINDS.length) {
            throw new BadCommandException("There is no kind " + kind);
        }
        return KINDS[kind];
    }

    /// The end of `glGen...` and `glDelete...`.
    private static String plural(GlContext c, ObjectKind kind) {
        return switch (kind) {
            case BUFFER -> "Buffers";
            case FRAMEBUFFER -> "Framebuffers";
            case RENDERBUFFER -> "Renderbuffers";
            case TEXTURE -> "Textures";
            case QUERY -> c.version() == 1 ? "QueriesEXT" : "Queries";
            case SAMPLER -> "Samplers";
            case TRANSFORM_FEEDBACK -> "TransformFeedbacks";
            case VERTEX_ARRAY -> c.version() == 1 ? "VertexArraysOES" : "VertexArrays";
            case PROGRAM, SHADER, SYNC ->
                    throw new BadCommandException("Not made by the dozen: " + kind);
        };
    }

    private void create(GlContext c, Args in) {
        ObjectKind kind = kind(in);
        int id = in.i();
        int type = in.i();
        long name =
                switch (kind) {
                    case PROGRAM -> JNI.callI(gl.at("glCreateProgram"));
                    case SHADER -> JNI.callI(type, gl.at("glCreateShader"));
                    default -> gl.generate("glGen" + plural(c, kind));
                };
        if (name != 0) {
            c.names(kind).put(id, name);
        }
    }

    private void delete(GlContext c, Args in) {
        ObjectKind kind = kind(in);
        int id = in.i();
        long name = c.names(kind).find(id);
        if (name == 0) {
            return;
        }
        switch (kind) {
            // A program in use and a shader in a program live on, and can be asked about.
            case PROGRAM -> JNI.callV((int) name, gl.at("glDeleteProgram"));
            case SHADER -> JNI.callV((int) name, gl.at("glDeleteShader"));
            case SYNC -> {
                JNI.callPV(name, gl.at("glDeleteSync"));
                c.names(kind).remove(id);
            }
            case FRAMEBUFFER -> {
                c.framebufferDeleted(id);
                gl.delete("glDeleteFramebuffers", (int) name);
                c.names(kind).remove(id);
            }
            default -> {
                gl.delete("glDelete" + plural(c, kind), (int) name);
                c.names(kind).remove(id);
            }
        }
    }

    private void is(GlContext c, Args in, Reply out) {
        ObjectKind kind = kind(in);
        long name = c.names(kind).find(in.i());
        if (name == 0) {
            out.i(0);
            return;
        }
        String plural = kind == ObjectKind.SYNC ? "" : isName(c, kind);
        int answer = kind == ObjectKind.SYNC ? 1 : JNI.callI((int) name, gl.at("glIs" + plural));
        out.i((answer & 0xff) == 0 ? 0 : 1);
    }

    private static String isName(GlContext c, ObjectKind kind) {
        return switch (kind) {
            case VERTEX_ARRAY -> c.version() == 1 ? "VertexArrayOES" : "VertexArray";
            case QUERY -> c.version() == 1 ? "QueryEXT" : "Query";
            default -> kind.type().substring("WebGL".length());
        };
    }

    private void fence(GlContext c, Args in) {
        int id = in.i();
        long sync = JNI.callP(in.i(), in.i(), gl.at("glFenceSync"));
        if (sync != 0) {
            c.names(ObjectKind.SYNC).put(id, sync);
        }
    }

    private void clientWait(GlContext c, Args in, Reply out) {
        long sync = c.names(ObjectKind.SYNC).get(in.i());
        int flags = in.i();
        long timeout = Math.clamp(in.l(), 0, LONGEST_WAIT);
        out.i(JNI.callPJI(sync, flags, timeout, gl.at("glClientWaitSync")));
    }

    private void waitFor(GlContext c, Args in) {
        long sync = c.names(ObjectKind.SYNC).get(in.i());
        JNI.callPJV(sync, in.i(), in.l(), gl.at("glWaitSync"));
    }
}
