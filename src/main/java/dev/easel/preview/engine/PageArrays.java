package dev.easel.preview.engine;

import dev.easel.preview.webgl.PageMemory;
import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import javafx.scene.web.WebEngine;
import netscape.javascript.JSException;
import org.jspecify.annotations.Nullable;

/// Reaches the memory of a page's arrays without a copy.
///
/// WebView has no public way to it. Behind each script object that Java holds stands WebKit's own,
/// whose address, type and length are at fixed places. Those places are checked once, on arrays of
/// an empty page of our own, before any page's are believed. Whatever is not as expected ends this
/// way for good; nothing is read through an address that the system does not say is there.
///
/// UI thread only.
public final class PageArrays {
    private static final System.Logger LOG = System.getLogger(PageArrays.class.getName());

    private static final int TYPE = 5;
    private static final int DATA = 16;
    private static final int LENGTH = 24;
    private static final int OFFSET = 32;
    private static final int MODE = 40;
    private static final int CELL = 48;

    private static final int[] SIZES = {1_024, 16_411, 262_147};

    private static @Nullable Optional<PageArrays> found;

    private final Method peer;
    private final byte type;
    private final byte mode;

    private PageArrays(Method peer, byte type, byte mode) {
        this.peer = peer;
        this.type = type;
        this.mode = mode;
    }

    /// Looks for the way, the first time.
    ///
    /// @return empty where there is none: another system than Linux, or a JavaFX that has moved
    ///   something
    public static Optional<PageArrays> find() {
        if (Boolean.getBoolean(LiveImages.SLOW)) {
            return Optional.empty();
        }
        if (found == null) {
            found = tryToFind();
        }
        return found;
    }

    private static Optional<PageArrays> tryToFind() {
        try {
            Optional<PageArrays> arrays = calibrate(new WebEngine());
            if (arrays.isEmpty()) {
                LOG.log(Level.INFO, "WebGL commands go through text: arrays are not as expected");
            }
            return arrays;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            LOG.log(Level.INFO, "WebGL commands go through text: " + e);
            return Optional.empty();
        }
    }

    private static Optional<PageArrays> calibrate(WebEngine engine)
            throws ReflectiveOperationException {
        Object first = array(engine, SIZES[0]);
        Class<?> holder = first.getClass();
        while (!holder.getName().equals("com.sun.webkit.dom.JSObject")) {
            holder = holder.getSuperclass();
        }
        Method peer = holder.getDeclaredMethod("getPeer");
        peer.setAccessible(true);
        MemorySegment cell = cell(peer, first);
        PageArrays arrays =
                new PageArrays(
                        peer,
                        cell.get(ValueLayout.JAVA_BYTE, TYPE),
                        cell.get(ValueLayout.JAVA_BYTE, MODE));
        for (int size : SIZES) {
            Object array = array(engine, size);
            if (!arrays.fits(array, size) || !arrays.isShared(engine, array, size)) {
                return Optional.empty();
            }
        }
        return arrays.knowsOthers(engine) ? Optional.of(arrays) : Optional.empty();
    }

    /// Held by the page, with a mark of its own in its first and last element.
    private static Object array(WebEngine engine, int size) {
        return engine.executeScript(
                "window.a = new Int32Array(new ArrayBuffer(%1$d * 4)); a[0] = %1$d * 7; a[%1$d - 1] = %1$d * 11; a"
                        .formatted(size));
    }

    /// Each side finds what the other has written.
    private boolean isShared(WebEngine engine, Object array, int size) {
        long address = cell(peer, array).get(ValueLayout.JAVA_LONG, DATA);
        if (!MappedMemory.holds(address, size * 4L)) {
            return false;
        }
        ByteBuffer bytes = bytes(address, size);
        if (bytes.getInt(0) != size * 7 || bytes.getInt((size - 1) * 4) != size * 11) {
            return false;
        }
        bytes.putInt(4, size * 13);
        bytes.putInt((size - 2) * 4, size * 17);
        return engine.executeScript("a[1] + ',' + a[a.length - 2]")
                .equals(size * 13 + "," + size * 17);
    }

    /// Arrays of other kinds, and arrays whose memory can be taken away under them, must differ.
    private boolean knowsOthers(WebEngine engine) {
        String[] others = {
            "new Float32Array(new ArrayBuffer(4096))",
            "new Uint32Array(new ArrayBuffer(4096))",
            "new DataView(new ArrayBuffer(1024))",
            "new Date(1024)",
            "new Int32Array(1024).buffer",
            "({ a: 1, b: 2, c: 3, d: 4 })",
        };
        for (String other : others) {
            if (fits(engine.executeScript(other), 1_024)) {
                return false;
            }
        }
        try {
            Object resizable =
                    engine.executeScript(
                            "'resizable' in ArrayBuffer.prototype ? new Int32Array(new ArrayBuffer(4096, { maxByteLength: 8192 })) : null");
            return resizable == null || !fits(resizable, 1_024);
        } catch (JSException e) {
            return false;
        }
    }

    private static MemorySegment cell(Method peer, Object array) {
        try {
            long address = (Long) peer.invoke(array);
            return MemorySegment.ofAddress(address).reinterpret(CELL);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean fits(@Nullable Object array, int size) {
        if (array == null || !peer.getDeclaringClass().isInstance(array)) {
            return false;
        }
        MemorySegment cell = cell(peer, array);
        return cell.get(ValueLayout.JAVA_BYTE, TYPE) == type
                && cell.get(ValueLayout.JAVA_BYTE, MODE) == mode
                && cell.get(ValueLayout.JAVA_LONG, OFFSET) == 0
                && cell.get(ValueLayout.JAVA_LONG, LENGTH) == size;
    }

    private static ByteBuffer bytes(long address, int size) {
        return MemorySegment.ofAddress(address)
                .reinterpret(size * 4L)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    /// Holds an array of a page, which then stays until the result is dropped.
    ///
    /// @param array what a script evaluated to
    /// @param size in elements, at least 1,024
    /// @return empty when it is anything else than an `Int32Array` of that size from the beginning
    ///   of a plain buffer
    public Optional<PageMemory> hold(@Nullable Object array, int size) {
        if (size < SIZES[0] || array == null || !fits(array, size)) {
            return Optional.empty();
        }
        long address = cell(peer, array).get(ValueLayout.JAVA_LONG, DATA);
        if (!MappedMemory.holds(address, size * 4L)) {
            return Optional.empty();
        }
        return Optional.of(() -> {
            // The page may have given its memory away since.
            boolean isThere =
                    fits(array, size)
                            && cell(peer, array).get(ValueLayout.JAVA_LONG, DATA) == address;
            return isThere ? Optional.of(bytes(address, size)) : Optional.empty();
        });
    }
}
