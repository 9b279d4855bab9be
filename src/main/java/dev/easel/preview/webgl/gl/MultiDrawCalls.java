package dev.easel.preview.webgl.gl;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.BadCommandException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryUtil;

/// Many draws in one call, of ANGLE's own extension.
///
/// A command is a mode, a type of indices or 0, how many draws, and then a list after the other of
/// that many words each.
final class MultiDrawCalls {
    private final Gl gl;

    MultiDrawCalls(Gl gl) {
        this.gl = gl;
    }

    /// None when the driver cannot.
    Map<String, Call> calls() {
        Map<String, Call> calls = new HashMap<>();
        long arrays = gl.find("glMultiDrawArraysANGLE");
        long elements = gl.find("glMultiDrawElementsANGLE");
        long instances = gl.find("glMultiDrawArraysInstancedANGLE");
        long both = gl.find("glMultiDrawElementsInstancedANGLE");
        if (arrays == 0 || elements == 0 || instances == 0 || both == 0) {
            return calls;
        }
        calls.put(
                "multiDrawArrays",
                call((d, n) -> JNI.callPPV(d.mode, d.list(), d.list(), n, arrays)));
        calls.put(
                "multiDrawArraysInstanced",
                call((d, n) -> JNI.callPPPV(d.mode, d.list(), d.list(), d.list(), n, instances)));
        calls.put("multiDrawElements", call((d, n) -> indexed(d, n, elements)));
        MethodHandle handle = indexedInstances(both);
        calls.put("multiDrawElementsInstanced", call((d, n) -> indexedInstanced(d, n, handle)));
        return calls;
    }

    /// What a command holds, list by list.
    private record Draws(int mode, int type, int count, Args in) {
        long list() {
            return MemoryUtil.memAddress0(in.buffer()) + in.words(count);
        }

        /// Offsets into the buffer, as addresses.
        PointerBuffer offsets() {
            long words = list();
            PointerBuffer offsets = MemoryUtil.memAllocPointer(Math.max(1, count));
            for (int k = 0; k < count; k++) {
                offsets.put(k, MemoryUtil.memGetInt(words + k * 4L) & 0xffff_ffffL);
            }
            return offsets;
        }
    }

    /// Makes the driver draw.
    private interface Drawing {
        void draw(Draws draws, int count);
    }

    private static Call call(Drawing drawing) {
        return (p, c, in, out) -> {
            Draws draws = new Draws(in.i(), in.i(), in.i(), in);
            if (draws.count() < 0) {
                throw new BadCommandException(draws.count() + " draws");
            }
            drawing.draw(draws, draws.count());
        };
    }

    private static void indexed(Draws draws, int count, long function) {
        long counts = draws.list();
        PointerBuffer offsets = draws.offsets();
        try {
            JNI.callPPV(draws.mode, counts, draws.type, offsets.address(), count, function);
        } finally {
            MemoryUtil.memFree(offsets);
        }
    }

    /// LWJGL has no way to call a function of this shape.
    private static MethodHandle indexedInstances(long function) {
        return Linker.nativeLinker()
                .downcallHandle(
                        MemorySegment.ofAddress(function),
                        FunctionDescriptor.ofVoid(
                                JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));
    }

    private static void indexedInstanced(Draws draws, int count, MethodHandle function) {
        long counts = draws.list();
        PointerBuffer offsets = draws.offsets();
        try {
            function.invokeExact(
                    draws.mode, counts, draws.type, offsets.address(), draws.list(), count);
        } catch (Throwable e) {
            throw new IllegalStateException("A function of the driver cannot be called", e);
        } finally {
            MemoryUtil.memFree(offsets);
        }
    }
}
