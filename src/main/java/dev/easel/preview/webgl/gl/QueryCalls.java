package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.BadCommandException;
import dev.easel.preview.webgl.ObjectKind;
import dev.easel.preview.webgl.Reply;
import dev.easel.preview.webgl.StateQuery;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryUtil;

/// Questions about state. Those that fill a list answer how many words they were asked for; the
/// page script knows what is in them.
final class QueryCalls {
    /// More than any state has values, so that no name can make the driver write past the end.
    private static final int ROOM = 4096;

    private final Gl gl;

    QueryCalls(Gl gl) {
        this.gl = gl;
    }

    Map<String, Call> calls() {
        Map<String, Call> calls = new HashMap<>();
        StateQuery.ALL.forEach(
                query -> calls.put(query.name(), (p, c, in, out) -> answer(query, c, in, out)));
        calls.put("getString", (p, c, in, out) -> out.s(gl.string(in.i())));
        calls.put("bindingOf", (p, c, in, out) -> binding(c, in, out));
        calls.put(
                "objectNamed",
                (p, c, in, out) -> out.i(c.names(ObjectCalls.kind(in)).idOf(in.i())));
        calls.put("isEnabled", (p, c, in, out) -> out.i(gl.isEnabled(in.i()) ? 1 : 0));
        calls.put("getSynciv", (p, c, in, out) -> sync(c, in, out));
        calls.put("getInternalformatParameter", (p, c, in, out) -> internalFormat(in, out));
        calls.put("getShaderPrecisionFormat", (p, c, in, out) -> precision(in, out));
        calls.put(
                "checkFramebufferStatus",
                (p, c, in, out) -> out.i(JNI.callI(in.i(), gl.at("glCheckFramebufferStatus"))));
        return calls;
    }

    /// The arguments are read first, then comes how many words are wanted.
    private void answer(StateQuery query, GlContext c, Args in, Reply out) {
        int first = query.of() == null ? in.i() : c.name(query.of(), in.i());
        int second = query.arguments() > 1 ? in.i() : 0;
        int third = query.arguments() > 2 ? in.i() : 0;
        int words = in.i();
        if (words < 0 || words > ROOM) {
            throw new BadCommandException(words + " words of an answer");
        }
        IntBuffer values = MemoryUtil.memCallocInt(ROOM);
        try {
            String name = query.name();
            long function = gl.at("gl" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
            long to = MemoryUtil.memAddress(values);
            switch (query.arguments()) {
                case 1 -> JNI.callPV(first, to, function);
                case 2 -> JNI.callPV(first, second, to, function);
                default -> JNI.callPV(first, second, third, to, function);
            }
            for (int k = 0; k < words; k++) {
                out.i(values.get(k));
            }
        } finally {
            MemoryUtil.memFree(values);
        }
    }

    /// Which object of the page is bound; 0 for none.
    private void binding(GlContext c, Args in, Reply out) {
        Names names = c.names(ObjectCalls.kind(in));
        IntBuffer values = MemoryUtil.memCallocInt(ROOM);
        try {
            gl.integers(in.i(), values);
            out.i(names.idOf(values.get(0)));
        } finally {
            MemoryUtil.memFree(values);
        }
    }

    private void sync(GlContext c, Args in, Reply out) {
        long sync = c.names(ObjectKind.SYNC).get(in.i());
        int name = in.i();
        IntBuffer value = MemoryUtil.memCallocInt(1);
        try {
            JNI.callPPPV(sync, name, 1, 0L, MemoryUtil.memAddress(value), gl.at("glGetSynciv"));
            out.i(value.get(0));
        } finally {
            MemoryUtil.memFree(value);
        }
    }

    /// Answers a count, then that many values.
    private void internalFormat(Args in, Reply out) {
        int target = in.i();
        int format = in.i();
        IntBuffer values = MemoryUtil.memCallocInt(65);
        try {
            long to = MemoryUtil.memAddress(values);
            long function = gl.at("glGetInternalformativ");
            JNI.callPV(target, format, 0x9380, 1, to, function);
            int count = Math.clamp(values.get(0), 0, 64);
            JNI.callPV(target, format, in.i(), 64, to, function);
            out.i(count);
            for (int k = 0; k < count; k++) {
                out.i(values.get(k));
            }
        } finally {
            MemoryUtil.memFree(values);
        }
    }

    /// Answers the range's two ends and the precision.
    private void precision(Args in, Reply out) {
        IntBuffer values = MemoryUtil.memCallocInt(3);
        try {
            long to = MemoryUtil.memAddress(values);
            JNI.callPPV(in.i(), in.i(), to, to + 8, gl.at("glGetShaderPrecisionFormat"));
            out.i(values.get(0)).i(values.get(1)).i(values.get(2));
        } finally {
            MemoryUtil.memFree(values);
        }
    }
}
