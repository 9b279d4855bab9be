package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.BadCommandException;
import dev.easel.preview.webgl.Reply;
import dev.easel.preview.webgl.Screen;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryUtil;

/// What one page has on the GL thread: its contexts, and the bytes that it sent ahead.
final class GlPage {
    private static final System.Logger LOG = System.getLogger(GlPage.class.getName());

    private final CallTable calls;
    private final Map<Integer, GlContext> contexts = new HashMap<>();
    private final Queue<ByteBuffer> blobs = new ArrayDeque<>();
    private @Nullable ByteBuffer taken;
    private @Nullable GlContext current;

    GlPage(CallTable calls) {
        this.calls = calls;
    }

    /// Carries out commands, until one does not fit: then the rest is dropped.
    ///
    /// @param commands direct
    /// @param active whose context is current in the driver; this page's is, afterwards
    void run(ByteBuffer commands, Reply reply) {
        if (current != null) {
            current.makeCurrent();
        }
        Args in = new Args(commands);
        try {
            for (int opcode = in.next(); opcode >= 0; opcode = in.next()) {
                calls.run(opcode, this, current, in, reply);
                freeTaken();
            }
        } catch (BadCommandException
                | GlUnavailableException
                | ArithmeticException
                | OutOfMemoryError e) {
            LOG.log(Level.WARNING, "A page's WebGL commands were dropped: " + e);
        } finally {
            freeTaken();
        }
    }

    /// Keeps bytes for the next command that wants some; they are freed with it.
    ///
    /// @param bytes of [MemoryUtil#memAlloc]
    void blob(ByteBuffer bytes) {
        blobs.add(bytes);
    }

    Data takeBlob() {
        freeTaken();
        ByteBuffer next = blobs.poll();
        if (next == null) {
            throw new BadCommandException("The bytes of a command were not sent ahead of it");
        }
        taken = next;
        return new Data(MemoryUtil.memAddress(next), next.remaining(), true);
    }

    private void freeTaken() {
        if (taken != null) {
            MemoryUtil.memFree(taken);
            taken = null;
        }
    }

    void add(int id, GlContext context) {
        if (contexts.containsKey(id)) {
            context.destroy();
            throw new BadCommandException("There is a context " + id + " already");
        }
        contexts.put(id, context);
        current = context;
    }

    void show(int id, Screen screen) {
        GlContext context = contexts.get(id);
        if (context != null) {
            context.setScreen(screen);
        }
    }

    void use(int id) {
        GlContext next = contexts.get(id);
        if (next == null) {
            throw new BadCommandException("There is no context " + id);
        }
        if (next != current) {
            current = next;
            next.makeCurrent();
        }
    }

    void close(int id) {
        GlContext gone = contexts.remove(id);
        if (gone != null) {
            gone.destroy();
            if (gone == current) {
                current = null;
            } else if (current != null) {
                current.makeCurrent();
            }
        }
    }

    int contexts() {
        return contexts.size();
    }

    /// Frees everything of the page.
    void close() {
        contexts.values().forEach(GlContext::destroy);
        contexts.clear();
        current = null;
        blobs.forEach(MemoryUtil::memFree);
        blobs.clear();
    }
}
