package dev.easel.preview.engine;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import com.sun.prism.Graphics;
import com.sun.prism.PixelFormat;
import com.sun.prism.ResourceFactory;
import com.sun.prism.Texture;
import dev.easel.preview.webgl.Screen;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// An image of a page whose pixels change. One thread writes frames, the render thread draws the
/// newest whole one into whatever size it is asked for, and the UI thread says how many there will
/// be.
public final class LiveImage implements Screen {
    /// What the data of our images begin with; the name follows.
    static final String MARK = "easel-live-image:";

    /// The size that the page is told.
    static final int NOMINAL = 16;

    /// A frame that takes no longer is waited for, so that it is seen together with the rest of the
    /// page. A slower one is shown when it is there: the render thread draws the whole window.
    private static final long WAIT = TimeUnit.MILLISECONDS.toNanos(12);

    private final String name;
    private final Runnable onClose;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Under the lock.
    private final Queue<ByteBuffer> free = new ArrayDeque<>();
    private @Nullable Frame newest;
    private long expected;
    private long done;
    private long expectedAt;
    private boolean isSlow;
    private boolean isMissed;
    private volatile boolean isClosed;

    // Of the thread that writes.
    private @Nullable Frame begun;

    // Of the render thread.
    private @Nullable Texture texture;

    private record Frame(ByteBuffer pixels, int width, int height) {}

    LiveImage(String name, Runnable onClose) {
        this.name = name;
        this.onClose = onClose;
    }

    @Override
    public String address() {
        byte[] text = (MARK + name).getBytes(StandardCharsets.US_ASCII);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(text);
    }

    @Override
    public long expect() {
        lock.lock();
        try {
            expectedAt = System.nanoTime();
            return ++expected;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void settle(long number) {
        lock.lock();
        try {
            done = Math.max(done, number);
            isSlow = System.nanoTime() - expectedAt > WAIT;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean takeMissed() {
        lock.lock();
        try {
            boolean was = isMissed && newest != null;
            isMissed &= !was;
            return was;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ByteBuffer begin(int width, int height) {
        int size = Math.multiplyExact(Math.multiplyExact(width, height), 4);
        lock.lock();
        try {
            ByteBuffer pixels = free.poll();
            if (pixels == null || pixels.capacity() < size) {
                pixels = ByteBuffer.allocateDirect(size);
            }
            begun = new Frame(pixels.clear().limit(size), width, height);
            return begun.pixels().duplicate();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void finish() {
        lock.lock();
        try {
            if (newest != null) {
                free.add(newest.pixels());
            }
            newest = isClosed ? null : begun;
            begun = null;
        } finally {
            lock.unlock();
        }
    }

    /// Draws the newest frame. Render thread.
    void draw(Graphics graphics, int x1, int y1, int x2, int y2) {
        if (isClosed || graphics.getResourceFactory().isDisposed()) {
            return;
        }
        Frame frame = awaitFrame();
        if (frame != null) {
            upload(graphics.getResourceFactory(), frame);
            giveBack(frame);
        }
        Texture drawn = texture;
        if (drawn != null && !drawn.isSurfaceLost()) {
            drawn.lock();
            graphics.drawTexture(
                    drawn, x1, y1, x2, y2, 0, 0, drawn.getContentWidth(), drawn.getContentHeight());
            drawn.unlock();
        }
    }

    private @Nullable Frame awaitFrame() {
        lock.lock();
        try {
            long left = isSlow || isClosed ? 0 : WAIT;
            while (done < expected && left > 0) {
                left = changed.awaitNanos(left);
            }
            isMissed |= done < expected;
            Frame taken = newest;
            newest = null;
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void upload(ResourceFactory factory, Frame frame) {
        Texture into = texture;
        if (into == null
                || into.isSurfaceLost()
                || into.getContentWidth() != frame.width()
                || into.getContentHeight() != frame.height()) {
            if (into != null) {
                into.dispose();
            }
            into =
                    factory.createTexture(
                            PixelFormat.BYTE_BGRA_PRE,
                            Texture.Usage.DYNAMIC,
                            Texture.WrapMode.CLAMP_NOT_NEEDED,
                            frame.width(),
                            frame.height());
            texture = into;
            if (into == null) {
                return;
            }
            into.contentsUseful();
            into.makePermanent();
        } else {
            into.lock();
        }
        into.update(
                frame.pixels().duplicate(),
                PixelFormat.BYTE_BGRA_PRE,
                0,
                0,
                0,
                0,
                frame.width(),
                frame.height(),
                frame.width() * 4,
                false);
        into.unlock();
    }

    private void giveBack(Frame frame) {
        lock.lock();
        try {
            if (!isClosed) {
                free.add(frame.pixels());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        onClose.run();
        lock.lock();
        try {
            isClosed = true;
            done = Long.MAX_VALUE;
            free.clear();
            newest = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        // WebKit may keep its image for much longer.
        Toolkit.getToolkit().addRenderJob(new RenderJob(this::dispose));
    }

    /// WebKit holds the image no longer. Render thread.
    void dispose() {
        Texture gone = texture;
        texture = null;
        if (gone != null) {
            gone.dispose();
        }
    }
}
