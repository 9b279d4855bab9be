package dev.easel.preview.webgl.gl;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

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
                call(2, 1, (d, n) -> JNI.callPPV(d.mode, d.list(0), d.list(1), n, arrays)));
        calls.put(
                "multiDrawArraysInstanced",
                call(
                        3,
                        1,
                        (d, n) ->
                                JNI.callPPPV(
                                        d.mode, d.list(0), d.list(1), d.list(2), n, instances)));
        calls.put("multiDrawElements", call(2, 0, (d, n) -> indexed(d, n, elements)));
        MethodHandle handle = indexedInstances(both);
        calls.put(
                "multiDrawElementsInstanced", call(3, 0, (d, n) -> indexedInstanced(d, n, handle)));
        return calls;
    }

    /// What a command holds: its lists are one behind the other.
    private record Draws(int mode, int type, int count, long lists) {
        long list(int place) {
            return lists + 4L * place * count;
        }

        /// How many vertices there would be.
        ///
        /// @param counts place of the list of counts
        /// @param hasInstances whether the third list multiplies them
        long vertices(int counts, boolean hasInstances) {
            long sum = 0;
            for (long k = 0; k < count; k++) {
                long each = Math.max(0, MemoryUtil.memGetInt(list(counts) + k * 4));
                sum += hasInstances ? each * MemoryUtil.memGetInt(list(2) + k * 4) : each;
                if (sum > DrawLimits.MOST_VERTICES) {
                    return sum;
                }
            }
            return sum;
        }

        /// Offsets into the buffer, as addresses.
        PointerBuffer offsets() {
            PointerBuffer offsets = MemoryUtil.memAllocPointer(Math.max(1, count));
            for (int k = 0; k < count; k++) {
                offsets.put(k, MemoryUtil.memGetInt(list(1) + k * 4L) & 0xffff_ffffL);
            }
            return offsets;
        }
    }

    /// Makes the driver draw.
    private interface Drawing {
        void draw(Draws draws, int count);
    }

    /// @param lists how many there are
    /// @param counts which of them says how many vertices
    private static Call call(int lists, int counts, Drawing drawing) {
        return (p, c, in, out) -> {
            int mode = in.i();
            int type = in.i();
            int count = in.i();
            if (count < 0) {
                throw new BadCommandException(count + " draws");
            }
            long words = in.words(Math.multiplyExact(lists, count));
            Draws draws = new Draws(mode, type, count, MemoryUtil.memAddress0(in.buffer()) + words);
            if (draws.vertices(counts, lists == 3) > DrawLimits.MOST_VERTICES) {
                c.fail(Gl.INVALID_OPERATION);
            } else {
                drawing.draw(draws, count);
            }
        };
    }

    private static void indexed(Draws draws, int count, long function) {
        PointerBuffer offsets = draws.offsets();
        try {
            JNI.callPPV(draws.mode, draws.list(0), draws.type, offsets.address(), count, function);
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
        PointerBuffer offsets = draws.offsets();
        try {
            function.invokeExact(
                    draws.mode, draws.list(0), draws.type, offsets.address(), draws.list(2), count);
        } catch (Throwable e) {
            throw new IllegalStateException("A function of the driver cannot be called", e);
        } finally {
            MemoryUtil.memFree(offsets);
        }
    }
}
