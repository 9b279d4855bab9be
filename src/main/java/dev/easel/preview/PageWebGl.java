package dev.easel.preview;

import dev.easel.preview.engine.LiveImages;
import dev.easel.preview.engine.PageArrays;
import dev.easel.preview.webgl.ApiTable;
import dev.easel.preview.webgl.DriverInfo;
import dev.easel.preview.webgl.FrameInWork;
import dev.easel.preview.webgl.Opcodes;
import dev.easel.preview.webgl.PageHost;
import dev.easel.preview.webgl.PageMemory;
import dev.easel.preview.webgl.Screen;
import dev.easel.preview.webgl.ShimScript;
import dev.easel.preview.webgl.WebGlPrompts;
import dev.easel.preview.webgl.gl.GlDriver;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import javafx.scene.web.PromptData;
import javafx.scene.web.WebView;
import javafx.util.Callback;
import netscape.javascript.JSException;
import org.jspecify.annotations.Nullable;

/// WebGL for the pages of a view.
///
/// The driver is static because it is the process's: its thread and all that native code keeps. It
/// starts when a page first makes a context.
final class PageWebGl implements PageHost {
    static final ApiTable API = ApiTable.read();
    static final Opcodes OPCODES = new Opcodes(API);
    static final GlDriver DRIVER = new GlDriver(API, OPCODES);
    private static final CompletableFuture<String> SCRIPT =
            CompletableFuture.supplyAsync(() -> ShimScript.compose(API, OPCODES));

    private final WebView view;
    private final PageFrames frames;

    private final LongConsumer waiting;

    private PageWebGl(WebView view, LongConsumer waiting) {
        this.view = view;
        this.waiting = waiting;
        frames = new PageFrames(view);
    }

    /// To be called before any view is made, or frames are shown the slow way.
    static void prepare() {
        LiveImages.install();
    }

    /// Answers the pages of a view from now on.
    ///
    /// @param waiting hears how long a page's script has waited for the driver, in nanoseconds
    /// @param others answers every prompt that is not about WebGL
    /// @return knows what the page has, and frees it; a new document in its place does so by itself
    static WebGlPrompts give(
            WebView view, LongConsumer waiting, Callback<PromptData, @Nullable String> others) {
        WebGlPrompts prompts = new WebGlPrompts(DRIVER, new PageWebGl(view, waiting));
        view.getEngine()
                .setPromptHandler(prompt ->
                        prompts.answer(prompt.getMessage()).orElseGet(() -> others.call(prompt)));
        return prompts;
    }

    @Override
    public String script() {
        return SCRIPT.join();
    }

    @Override
    public void frameAsked() {
        frames.ask();
    }

    @Override
    public void ordered(FrameInWork frame) {
        frames.ordered(frame);
    }

    @Override
    public void waited(long nanos) {
        waiting.accept(nanos);
    }

    @Override
    public Optional<Screen> screen() {
        return LiveImages.create().map(image -> image);
    }

    @Override
    public Optional<PageMemory> memory(int index, int words) {
        return PageArrays.find()
                .flatMap(arrays -> {
                    try {
                        return arrays.hold(
                                view.getEngine()
                                        .executeScript(WebGlPrompts.MEMORY + "[" + index + "]"),
                                words);
                    } catch (JSException e) {
                        // The page offers none.
                        return Optional.empty();
                    }
                });
    }

    /// The driver, as far as it was needed.
    static DriverInfo info() {
        return DRIVER.info();
    }
}
