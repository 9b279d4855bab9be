package dev.easel.preview.webgl.gl;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryUtil;

/// Strings as the driver takes them, for as long as one call lasts.
final class CText {
    private CText() {}

    /// @param use is given the address of the text, which ends in a zero
    static void with(String text, LongConsumer use) {
        ByteBuffer copy = MemoryUtil.memUTF8(text, true);
        try {
            use.accept(MemoryUtil.memAddress(copy));
        } finally {
            MemoryUtil.memFree(copy);
        }
    }

    /// @param use is given the address of as many addresses as there are texts
    static void withAll(String[] texts, LongConsumer use) {
        PointerBuffer pointers = MemoryUtil.memCallocPointer(Math.max(1, texts.length));
        try {
            for (int k = 0; k < texts.length; k++) {
                pointers.put(k, MemoryUtil.memUTF8(texts[k], true));
            }
            use.accept(pointers.address());
        } finally {
            for (int k = 0; k < texts.length; k++) {
                MemoryUtil.nmemFree(pointers.get(k));
            }
            MemoryUtil.memFree(pointers);
        }
    }
}
