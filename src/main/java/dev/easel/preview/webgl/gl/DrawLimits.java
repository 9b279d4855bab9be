package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.lwjgl.system.JNI;

/// Refuses draws of so many vertices that no driver would ever come back from them.
final class DrawLimits {
    /// Several seconds' worth of a fast graphics card.
    static final long MOST_VERTICES = 1L << 27;

    private DrawLimits() {}

    /// @param calls which may lack some of them
    static Map<String, Call> around(Map<String, Call> calls) {
        Map<String, Call> around = new HashMap<>();
        Map<String, ToLongFunction<Args>> vertices =
                Map.of(
                        "drawArrays", in -> count(in, 2),
                        "drawElements", in -> count(in, 1),
                        "drawRangeElements", in -> count(in, 3),
                        "drawArraysInstanced", in -> count(in, 2) * count(in, 3),
                        "drawElementsInstanced", in -> count(in, 1) * count(in, 5));
        for (String name : List.copyOf(vertices.keySet())) {
            Call call = calls.get(name);
            ToLongFunction<Args> count = vertices.get(name);
            if (call != null && count != null) {
                around.put(
                        name,
                        (p, c, in, out) -> {
                            if (count.applyAsLong(in) > MOST_VERTICES) {
                                // Nearly always it is past the end of some buffer anyway.
                                c.fail(Gl.INVALID_OPERATION);
                            } else {
                                call.run(p, c, in, out);
                            }
                        });
            }
        }
        return around;
    }

    /// The range is a promise of the page's, which software drivers believe: an index outside of it
    /// made Mesa 22.3 read any memory. So it is looked at, and not handed on.
    ///
    /// @param gl whose `glDrawElements` is called instead
    static Call range(Gl gl) {
        long function = gl.at("glDrawElements");
        return (p, c, in, out) -> {
            int mode = in.i();
            int start = in.i();
            int end = in.i();
            if (Integer.compareUnsigned(end, start) < 0) {
                c.fail(Gl.INVALID_VALUE);
                return;
            }
            JNI.callPV(mode, in.i(), in.i(), in.l(), function);
        };
    }

    private static long count(Args in, int word) {
        return Math.max(0, in.peek(word));
    }
}
