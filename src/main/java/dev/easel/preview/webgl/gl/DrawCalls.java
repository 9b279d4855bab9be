package dev.easel.preview.webgl.gl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What draws into the drawing buffer, or reads it, comes after the clearing that WebGL puts
/// between two frames.
final class DrawCalls {
    private static final List<String> DRAWING =
            List.of(
                    "clear",
                    "clearBufferfv",
                    "clearBufferiv",
                    "clearBufferuiv",
                    "clearBufferfi",
                    "drawArrays",
                    "drawElements",
                    "drawArraysInstanced",
                    "drawElementsInstanced",
                    "drawRangeElements",
                    "multiDrawArrays",
                    "multiDrawArraysInstanced",
                    "multiDrawElements",
                    "multiDrawElementsInstanced");
    private static final List<String> READING =
            List.of("copyTexImage2D", "copyTexSubImage2D", "copyTexSubImage3D");

    private DrawCalls() {}

    /// @param calls which may lack some of them
    static Map<String, Call> around(Map<String, Call> calls) {
        Map<String, Call> around = new HashMap<>();
        for (String name : DRAWING) {
            Call call = calls.get(name);
            if (call != null) {
                around.put(
                        name,
                        (p, c, in, out) -> {
                            c.beforeDraw();
                            call.run(p, c, in, out);
                        });
            }
        }
        for (String name : READING) {
            Call call = calls.get(name);
            if (call != null) {
                around.put(name, (p, c, in, out) -> c.reading(() -> call.run(p, c, in, out)));
            }
        }
        Call blit = calls.get("blitFramebuffer");
        if (blit != null) {
            around.put(
                    "blitFramebuffer",
                    (p, c, in, out) -> {
                        c.beforeDraw();
                        c.reading(() -> blit.run(p, c, in, out));
                    });
        }
        return around;
    }
}
