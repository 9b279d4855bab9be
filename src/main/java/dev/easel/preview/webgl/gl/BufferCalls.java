package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.Reply;
import java.util.Map;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryUtil;

/// Content of buffer objects.
final class BufferCalls {
    private static final int MAP_READ_BIT = 1;

    private final Gl gl;

    BufferCalls(Gl gl) {
        this.gl = gl;
    }

    Map<String, Call> calls() {
        return Map.of(
                "bufferData", (p, c, in, out) -> data(p, c, in),
                "bufferSubData", (p, c, in, out) -> subData(p, in),
                "getBufferSubData", (p, c, in, out) -> read(in, out),
                "vertexAttrib1fv", attribute("glVertexAttrib1fv", 1),
                "vertexAttrib2fv", attribute("glVertexAttrib2fv", 2),
                "vertexAttrib3fv", attribute("glVertexAttrib3fv", 3),
                "vertexAttrib4fv", attribute("glVertexAttrib4fv", 4),
                "vertexAttribI4iv", attribute("glVertexAttribI4iv", 4),
                "vertexAttribI4uiv", attribute("glVertexAttribI4uiv", 4));
    }

    private Call attribute(String name, int count) {
        long function = gl.find(name);
        return (p, c, in, out) -> {
            int index = in.i();
            long values = MemoryUtil.memAddress0(in.buffer()) + in.words(count);
            JNI.callPV(index, values, function);
        };
    }

    /// Target, usage, size, and the bytes if there are any.
    private void data(GlPage page, GlContext c, Args in) {
        int target = in.i();
        int usage = in.i();
        long size = in.l();
        Data data = Data.read(page, in);
        if (data.isThere()) {
            JNI.callPPV(target, data.bytes(), data.address(), usage, gl.at("glBufferData"));
        } else {
            // ANGLE zeroes what is given no content, as WebGL asks.
            JNI.callPPV(target, size, 0L, usage, gl.at("glBufferData"));
        }
    }

    private void subData(GlPage page, Args in) {
        int target = in.i();
        long offset = in.l();
        Data data = Data.read(page, in);
        JNI.callPPPV(target, offset, data.bytes(), data.address(), gl.at("glBufferSubData"));
    }

    /// Target, offset, how many bytes; answers whether it could be read, and the bytes.
    private void read(Args in, Reply out) {
        int target = in.i();
        long offset = in.l();
        int bytes = in.i();
        long from =
                bytes <= 0
                        ? 0
                        : JNI.callPPP(
                                target, offset, bytes, MAP_READ_BIT, gl.at("glMapBufferRange"));
        out.i(from == 0 ? 0 : 1);
        if (from != 0) {
            try {
                byte[] copy = new byte[bytes];
                MemoryUtil.memByteBuffer(from, bytes).get(copy);
                out.bytes(copy);
            } finally {
                JNI.callI(target, gl.at("glUnmapBuffer"));
            }
        }
    }
}
