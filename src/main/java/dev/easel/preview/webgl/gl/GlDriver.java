package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.ApiTable;
import dev.easel.preview.webgl.DriverInfo;
import dev.easel.preview.webgl.Opcodes;
import dev.easel.preview.webgl.Reply;
import dev.easel.preview.webgl.Screen;
import dev.easel.preview.webgl.WebGlDriver;
import dev.easel.preview.webgl.WebGlPage;
import dev.easel.preview.webgl.WebGlUse;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryUtil;

/// The driver and its thread. A process needs one, and should not have two: the driver's own state
/// is the process's.
///
/// Nothing is loaded and no thread runs until a page submits its first commands.
public final class GlDriver implements WebGlDriver {
    private static final System.Logger LOG = System.getLogger(GlDriver.class.getName());

    private static final int VERSION = 0x1F02;

    /// What pages may have sent and the thread has not yet carried out.
    private static final long MOST_WAITING = 256L << 20;

    private final ApiTable api;
    private final Opcodes opcodes;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("webgl").daemon(true).factory());
    private final AtomicInteger contexts = new AtomicInteger();
    private final Progress progress = new Progress();
    private final Patience patience = new Patience(thread, progress);
    private final AtomicLong waiting = new AtomicLong();
    private volatile DriverInfo info = DriverInfo.UNUSED;

    // Of the GL thread.
    private @Nullable CallTable calls;
    private @Nullable String failure;

    public GlDriver(ApiTable api, Opcodes opcodes) {
        this.api = api;
        this.opcodes = opcodes;
    }

    @Override
    public WebGlPage open() {
        return new Page();
    }

    @Override
    public DriverInfo info() {
        return info.withContexts(contexts.get());
    }

    @Override
    public CompletionStage<DriverInfo> probe() {
        return CompletableFuture.runAsync(this::calls, thread).thenApply(done -> info());
    }

    private @Nullable CallTable calls() {
        if (calls == null && failure == null) {
            try {
                start();
            } catch (GlUnavailableException e) {
                failure = String.valueOf(e.getMessage());
                info = DriverInfo.missing(failure);
                LOG.log(Level.WARNING, "There is no WebGL: " + failure);
            }
        }
        return calls;
    }

    private void start() {
        GlDisplay display = GlDisplay.open();
        Gl gl = new Gl(display::function);
        long context = display.createContext(1);
        display.makeCurrent(context);
        info =
                new DriverInfo(
                        display.isAngle() ? "ANGLE" : "Mesa",
                        gl.string(Gl.RENDERER),
                        gl.string(VERSION),
                        display.route(),
                        "",
                        0);
        calls = new CallTable(api, opcodes, display, gl);
        display.makeCurrent(0);
        display.destroyContext(context);
    }

    /// A page's end on the UI thread.
    private final class Page implements WebGlPage {
        private volatile @Nullable GlPage target;
        private final Reply nothing = new Reply();
        private boolean isClosed;
        private volatile boolean isGivenUp;
        private volatile WebGlUse use = WebGlUse.NONE;

        @Override
        public boolean submit(ByteBuffer commands) {
            GlPage page = target;
            boolean isLost = page != null && page.takeLost() || isGivenUp;
            isGivenUp = false;
            return send(commands, copy -> run(copy, nothing)) && !isLost;
        }

        @Override
        public ByteBuffer ask(ByteBuffer commands) {
            Optional<CompletableFuture<ByteBuffer>> sent = answer(commands);
            Optional<ByteBuffer> given = sent.flatMap(patience::await);
            if (sent.isPresent() && given.isEmpty()) {
                gaveUp();
            }
            return given.orElseGet(() -> ByteBuffer.allocate(0));
        }

        @Override
        public CompletableFuture<ByteBuffer> askLater(ByteBuffer commands) {
            return answer(commands)
                    .map(answer -> patience.watch(answer, this::gaveUp))
                    .map(answer -> answer.thenApply(Page::orEmpty))
                    .orElseGet(() -> CompletableFuture.completedFuture(ByteBuffer.allocate(0)));
        }

        private static ByteBuffer orEmpty(@Nullable ByteBuffer answer) {
            return answer == null ? ByteBuffer.allocate(0) : answer;
        }

        /// @return what completes with the answers; empty when the thread takes nothing
        private Optional<CompletableFuture<ByteBuffer>> answer(ByteBuffer commands) {
            Reply reply = new Reply();
            CompletableFuture<ByteBuffer> answer = new CompletableFuture<>();
            boolean isSent =
                    send(
                            commands,
                            copy -> {
                                try {
                                    run(copy, reply);
                                } finally {
                                    answer.complete(reply.bytes());
                                }
                            });
            return isSent ? Optional.of(answer) : Optional.empty();
        }

        @Override
        public void blob(ByteBuffer bytes) {
            send(bytes, this::keep);
        }

        /// @param task takes the copy, and sees that it is freed
        /// @return false when the thread takes nothing
        private boolean send(ByteBuffer bytes, Consumer<ByteBuffer> task) {
            if (isClosed || patience.isStuck()) {
                return false;
            }
            if (waiting.get() > MOST_WAITING && !drained()) {
                return false;
            }
            ByteBuffer copy = MemoryUtil.memAlloc(Math.max(bytes.remaining(), 1));
            copy.put(bytes.duplicate()).flip();
            int size = copy.remaining();
            waiting.addAndGet(size);
            thread.execute(() -> {
                waiting.addAndGet(-size);
                task.accept(copy);
            });
            return true;
        }

        private boolean drained() {
            boolean isDrained =
                    patience.await(CompletableFuture.supplyAsync(() -> true, thread)).isPresent();
            if (!isDrained) {
                gaveUp();
            }
            return isDrained;
        }

        /// What the page had is gone, as soon as the thread can see to it.
        private void gaveUp() {
            LOG.log(Level.WARNING, "The graphics driver did not answer");
            isGivenUp = true;
            thread.execute(this::end);
        }

        @Override
        public void show(int context, Screen screen) {
            if (!isClosed) {
                thread.execute(() -> {
                    GlPage page = target;
                    if (page != null) {
                        page.show(context, screen);
                    }
                });
            }
        }

        @Override
        public CompletionStage<Void> settled() {
            return patience.watch(CompletableFuture.runAsync(() -> {}, thread), this::gaveUp);
        }

        @Override
        public WebGlUse use() {
            return use;
        }

        @Override
        public void close() {
            if (!isClosed) {
                isClosed = true;
                thread.execute(this::end);
            }
        }

        private @Nullable GlPage target() {
            GlPage page = target;
            CallTable table = calls();
            if (page == null && table != null) {
                page = new GlPage(table, progress);
                target = page;
            }
            return page;
        }

        private void run(ByteBuffer commands, Reply reply) {
            try {
                GlPage page = target();
                if (page == null) {
                    // Only the making of a context is ever asked without one.
                    reply.i(0).s(String.valueOf(failure));
                    return;
                }
                int before = page.contexts();
                page.run(commands, reply);
                contexts.addAndGet(page.contexts() - before);
                use = new WebGlUse(page.contexts(), page.frames());
            } finally {
                MemoryUtil.memFree(commands);
            }
        }

        private void keep(ByteBuffer bytes) {
            GlPage page = target();
            if (page == null) {
                MemoryUtil.memFree(bytes);
            } else {
                page.blob(bytes);
            }
        }

        private void end() {
            GlPage page = target;
            if (page != null) {
                contexts.addAndGet(-page.contexts());
                page.close();
                use = new WebGlUse(0, page.frames());
                target = null;
            }
        }
    }
}
