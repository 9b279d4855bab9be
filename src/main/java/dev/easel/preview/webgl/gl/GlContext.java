package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Alpha;
import dev.easel.preview.webgl.ContextAttributes;
import dev.easel.preview.webgl.ObjectKind;
import dev.easel.preview.webgl.Screen;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/// One WebGL context: a context of the driver, the page's objects in it, and its drawing buffer.
final class GlContext {
    private static final int EXTENSIONS = 0x1F03;

    /// Mesa's, Chromium's, Direct3D's and Apple's.
    private static final Pattern SOFTWARE =
            Pattern.compile(
                    "llvmpipe|softpipe|SwiftShader|Basic Render|Software",
                    Pattern.CASE_INSENSITIVE);

    private static final int REQUESTABLE_EXTENSIONS = 0x93A8;

    /// What the drawing buffer itself needs of a context without OpenGL ES 3.
    private static final List<String> NEEDED =
            List.of(
                    "GL_ANGLE_framebuffer_blit",
                    "GL_OES_rgb8_rgba8",
                    "GL_OES_packed_depth_stencil");

    /// Without it ANGLE does not tell a renderbuffer's samples, not even in OpenGL ES 3.
    private static final String SAMPLES = "GL_ANGLE_framebuffer_multisample";

    /// What OpenGL ES 3.2 has without a name for it, by the names that the page script looks for.
    private static final List<String> IN_CORE =
            List.of(
                    "GL_ANGLE_instanced_arrays",
                    "GL_ANGLE_depth_texture",
                    "GL_EXT_blend_minmax",
                    "GL_EXT_draw_buffers",
                    "GL_OES_element_index_uint",
                    "GL_OES_fbo_render_mipmap",
                    "GL_OES_standard_derivatives",
                    "GL_OES_vertex_array_object");

    private static final int PRIMITIVE_RESTART = 0x8D69;

    /// Wanted in every context: what a page is shown is read in this order.
    private static final String BGRA = "GL_EXT_read_format_bgra";

    private final GlDisplay display;
    private final Gl gl;
    private final long handle;
    private final int version;
    private final Names[] names;
    private final Set<Integer> errors = new LinkedHashSet<>();
    private final Set<String> available;
    private final Set<String> requestable;
    private final SavedState state;
    private final Unpacking unpacking = new Unpacking();
    private final DrawingBuffer buffer;
    private final ObjectMemory memory;
    private final VertexArrays vertices = new VertexArrays();
    private int drawFramebuffer;
    private int readFramebuffer;
    private boolean isToBeCleared;
    private @Nullable Screen screen;

    /// Makes it and makes it current.
    ///
    /// @throws GlUnavailableException when the driver gives none
    GlContext(
            GlDisplay display,
            Gl gl,
            int version,
            ContextAttributes wanted,
            MemoryBudget budget,
            int width,
            int height) {
        this.display = display;
        this.gl = gl;
        this.memory = new ObjectMemory(budget);
        this.version = version;
        this.handle = display.createContext(version);
        this.names =
                Stream.generate(Names::new).limit(ObjectKind.values().length).toArray(Names[]::new);
        if (!display.makeCurrent(handle)) {
            display.destroyContext(handle);
            throw new GlUnavailableException(
                    "The graphics driver does not let its context be used");
        }
        this.requestable = Set.copyOf(words(gl.string(REQUESTABLE_EXTENSIONS)));
        this.available = new TreeSet<>(requestable);
        available.addAll(words(gl.string(EXTENSIONS)));
        if (!display.isAngle()) {
            beginPlain();
        }
        if (version == 1) {
            NEEDED.forEach(this::request);
        }
        request(SAMPLES);
        request(BGRA);
        this.state = new SavedState(gl, version == 2);
        this.buffer = new DrawingBuffer(gl, state, wanted, version == 2);
        bindFramebuffer(Gl.FRAMEBUFFER, 0);
        resize(width, height);
        JNI.callV(0, 0, buffer.width(), buffer.height(), gl.at("glViewport"));
        JNI.callV(0, 0, buffer.width(), buffer.height(), gl.at("glScissor"));
    }

    /// On a driver without WebGL's contexts: no vertex array means one of ours, because with none
    /// the driver would take offsets for addresses.
    private void beginPlain() {
        available.addAll(IN_CORE);
        vertices.setOwn(gl.generate("glGenVertexArrays"));
        JNI.callV(vertices.own(), gl.at("glBindVertexArray"));
        if (version == 2) {
            gl.enable(PRIMITIVE_RESTART, true);
        }
        // It was asked for extensions in ANGLE's way.
        gl.error();
    }

    /// Only followed where the driver is not ANGLE.
    VertexArrays vertices() {
        return vertices;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    /// Switches an extension of the driver on.
    ///
    /// @param extension e.g. `GL_OES_texture_float`
    /// @return false when the driver does not have it
    boolean request(String extension) {
        if (!requestable.contains(extension)) {
            return available.contains(extension);
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            JNI.callPV(
                    MemoryUtil.memAddress(stack.ASCII(extension)),
                    gl.at("glRequestExtensionANGLE"));
        }
        return true;
    }

    /// What [#request(String)] can switch on.
    Set<String> available() {
        return available;
    }

    /// Whether it is the processor that draws, which browsers call a major performance caveat.
    boolean isSoftware() {
        return SOFTWARE.matcher(gl.string(Gl.RENDERER)).find();
    }

    /// Makes the driver work on this context from now on.
    void makeCurrent() {
        display.makeCurrent(handle);
    }

    /// Ends the context; everything in it is freed with it. Another one must be made current.
    void destroy() {
        memory.releaseAll();
        makeCurrent();
        buffer.delete();
        display.makeCurrent(0);
        display.destroyContext(handle);
    }

    Gl gl() {
        return gl;
    }

    int version() {
        return version;
    }

    Names names(ObjectKind kind) {
        return names[kind.ordinal()];
    }

    /// The driver's name for an object, 0 for the id 0.
    int name(ObjectKind kind, int id) {
        return (int) names(kind).get(id);
    }

    /// For reading pixels into memory of ours.
    SavedState packing() {
        return state;
    }

    Unpacking unpacking() {
        return unpacking;
    }

    /// What its objects take.
    ObjectMemory memory() {
        return memory;
    }

    DrawingBuffer buffer() {
        return buffer;
    }

    // ---- framebuffers: 0 is the drawing buffer ----

    void bindFramebuffer(int target, int id) {
        int name = id == 0 ? buffer.framebuffer() : name(ObjectKind.FRAMEBUFFER, id);
        gl.bindFramebuffer(target, name);
        if (target != Gl.READ_FRAMEBUFFER) {
            drawFramebuffer = id;
        }
        if (target != Gl.DRAW_FRAMEBUFFER) {
            readFramebuffer = id;
        }
    }

    /// The id of what is bound; 0 for the drawing buffer.
    int boundFramebuffer(int target) {
        return target == Gl.READ_FRAMEBUFFER ? readFramebuffer : drawFramebuffer;
    }

    void framebufferDeleted(int id) {
        if (drawFramebuffer == id) {
            bindFramebuffer(version == 2 ? Gl.DRAW_FRAMEBUFFER : Gl.FRAMEBUFFER, 0);
        }
        if (readFramebuffer == id) {
            bindFramebuffer(version == 2 ? Gl.READ_FRAMEBUFFER : Gl.FRAMEBUFFER, 0);
        }
    }

    /// To be called before anything draws: a buffer that was shown may have to be cleared first.
    void beforeDraw() {
        if (isToBeCleared && drawFramebuffer == 0) {
            clearAfterPresent();
        }
    }

    /// To be called before pixels are read: then runs the reading on something that can be read.
    void reading(Runnable action) {
        if (readFramebuffer != 0) {
            action.run();
            return;
        }
        if (isToBeCleared) {
            clearAfterPresent();
        }
        if (buffer.readable() == buffer.framebuffer() || !buffer.isRead()) {
            action.run();
            return;
        }
        buffer.resolve();
        gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, buffer.readable());
        action.run();
        gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, buffer.framebuffer());
    }

    private void clearAfterPresent() {
        isToBeCleared = false;
        buffer.clear();
    }

    /// Reads what the page shows; see [DrawingBuffer#read].
    void read(int format, long target) {
        if (isToBeCleared) {
            clearAfterPresent();
        }
        buffer.read(format, target);
    }

    /// Where the page sees the frames from now on.
    void setScreen(Screen newScreen) {
        screen = newScreen;
    }

    /// Gives the page's screen what is drawn.
    void show() {
        Screen on = screen;
        if (on != null) {
            ByteBuffer pixels = on.begin(buffer.width(), buffer.height());
            read(Gl.BGRA, MemoryUtil.memAddress(pixels));
            if (buffer.attributes().alpha() && !buffer.attributes().premultipliedAlpha()) {
                Alpha.multiply(pixels);
            }
            on.finish();
        }
        presented();
    }

    /// The buffer's content was shown: the next drawing begins with an empty one.
    void presented() {
        isToBeCleared = !buffer.attributes().preserve();
    }

    /// Gives the drawing buffer a size: the wanted one, or as near to its shape as the driver and
    /// the page's memory allow.
    void resize(int width, int height) {
        keepErrors();
        BufferSize size =
                BufferSize.of(width, height, Math.min(gl.integer(0x84E8), BufferSize.LONGEST_SIDE));
        isToBeCleared = false;
        while (!memory.drawingBuffer(size.pixels() * buffer.bytesPerPixel()) && !size.isLeast()) {
            size = size.half();
        }
        buffer.resize(size.width(), size.height());
        // A size that does not fit into memory is refused by the driver: a small one always does.
        while (gl.error() == Gl.OUT_OF_MEMORY && !size.isLeast()) {
            size = size.half();
            buffer.resize(size.width(), size.height());
        }
    }

    // ---- errors ----

    /// Puts the errors of the page's calls aside, before a call of the program's own.
    void keepErrors() {
        for (int error = gl.error(); error != 0 && errors.size() < 8; error = gl.error()) {
            errors.add(error);
        }
    }

    /// Notes an error that the decoder itself has found.
    void fail(int error) {
        errors.add(error);
    }

    /// The next error, as `getError` gives it.
    int takeError() {
        if (errors.isEmpty()) {
            return gl.error();
        }
        int first = new ArrayList<>(errors).getFirst();
        errors.remove(first);
        return first;
    }
}
