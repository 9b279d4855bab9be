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

    /// The script keeps to 16, and loses the oldest; this holds for pages that go round it.
    private static final int MOST_CONTEXTS = 24;

    private static final long MOST_WAITING = 1L << 30;

    private final CallTable calls;
    private final Progress progress;
    private final MemoryBudget memory = MemoryBudget.ofPage();
    private final Map<Integer, GlContext> contexts = new HashMap<>();
    private final Queue<ByteBuffer> blobs = new ArrayDeque<>();
    private @Nullable ByteBuffer taken;
    private @Nullable GlContext current;
    private boolean isTold;
    private volatile boolean isLost;
    private long waiting;
    private long frames;

    /// @param progress is stepped with every command
    GlPage(CallTable calls, Progress progress) {
        this.calls = calls;
        this.progress = progress;
    }

    /// Carries out commands, until one does not fit: then the rest is dropped.
    ///
    /// @param commands direct
    void run(ByteBuffer commands, Reply reply) {
        if (current != null) {
            current.makeCurrent();
        }
        Args in = new Args(commands);
        try {
            for (int opcode = in.next(); opcode >= 0; opcode = in.next()) {
                progress.step();
                calls.run(opcode, this, current, in, reply);
                freeTaken();
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            tell(e);
            // What the page believes to be there is not, so it is to believe in nothing: without an
            // answer to its next question it takes its contexts for lost.
            close();
            isLost = true;
        } finally {
            freeTaken();
        }
    }

    /// Once a page, so that none can fill the log.
    private void tell(Throwable e) {
        Level level = isTold ? Level.DEBUG : Level.WARNING;
        isTold = true;
        boolean isExpected =
                e instanceof BadCommandException || e instanceof GlUnavailableException;
        LOG.log(level, "A page's WebGL commands were dropped: " + e, isExpected ? null : e);
    }

    /// Whether what the page had is gone, since this was asked last. Any thread.
    boolean takeLost() {
        boolean was = isLost;
        isLost = false;
        return was;
    }

    /// Keeps bytes for the next command that wants some; they are freed with it.
    ///
    /// @param bytes of [MemoryUtil#memAlloc]
    void blob(ByteBuffer bytes) {
        waiting += bytes.remaining();
        blobs.add(bytes);
        if (waiting > MOST_WAITING) {
            tell(new BadCommandException(waiting + " bytes that no command takes"));
            close();
            isLost = true;
        }
    }

    Data takeBlob() {
        freeTaken();
        ByteBuffer next = blobs.poll();
        if (next == null) {
            throw new BadCommandException("The bytes of a command were not sent ahead of it");
        }
        taken = next;
        waiting -= next.remaining();
        return new Data(MemoryUtil.memAddress(next), next.remaining(), next.hasRemaining());
    }

    private void freeTaken() {
        if (taken != null) {
            MemoryUtil.memFree(taken);
            taken = null;
        }
    }

    /// What the objects of all its contexts may take together.
    MemoryBudget memory() {
        return memory;
    }

    /// To be asked before a context is made.
    ///
    /// @throws BadCommandException when there is one of that id
    /// @throws GlUnavailableException when the page has too many
    void mayAdd(int id) {
        if (contexts.containsKey(id)) {
            throw new BadCommandException("There is a context " + id + " already");
        }
        if (contexts.isEmpty()) {
            // Left over from contexts that were lost.
            dropBlobs();
        }
        if (contexts.size() >= MOST_CONTEXTS) {
            throw new GlUnavailableException(
                    "A page can have " + MOST_CONTEXTS + " WebGL contexts; this one has them all");
        }
    }

    void add(int id, GlContext context) {
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

    /// Makes the driver work on the page's context again, after something else has used it.
    void useAgain() {
        if (current != null) {
            current.makeCurrent();
        }
    }

    /// A canvas was shown.
    void countFrame() {
        frames++;
    }

    long frames() {
        return frames;
    }

    int contexts() {
        return contexts.size();
    }

    /// Frees everything of the page.
    void close() {
        contexts.values().forEach(GlContext::destroy);
        contexts.clear();
        current = null;
        dropBlobs();
    }

    private void dropBlobs() {
        blobs.forEach(MemoryUtil::memFree);
        blobs.clear();
        waiting = 0;
    }
}
