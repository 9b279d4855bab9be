package dev.easel.preview;

import dev.easel.preview.webgl.ApiTable;
import dev.easel.preview.webgl.DriverInfo;
import dev.easel.preview.webgl.Opcodes;
import dev.easel.preview.webgl.ShimScript;
import dev.easel.preview.webgl.WebGlPrompts;
import dev.easel.preview.webgl.gl.GlDriver;
import java.lang.System.Logger.Level;
import javafx.animation.AnimationTimer;
import javafx.scene.web.PromptData;
import javafx.scene.web.WebView;
import javafx.util.Callback;
import netscape.javascript.JSException;
import org.jspecify.annotations.Nullable;

/// WebGL for the pages of a view.
///
/// The driver is static because it is the process's: its thread and all that native code keeps. It
/// starts when a page first makes a context.
final class PageWebGl {
    private static final System.Logger LOG = System.getLogger(PageWebGl.class.getName());
    static final ApiTable API = ApiTable.read();
    static final Opcodes OPCODES = new Opcodes(API);
    static final GlDriver DRIVER = new GlDriver(API, OPCODES);

    private PageWebGl() {}

    /// Answers the pages of a view from now on.
    ///
    /// @param others answers every prompt that is not about WebGL
    /// @return knows what the page has, and frees it; a new document in its place does so by itself
    static WebGlPrompts give(WebView view, Callback<PromptData, @Nullable String> others) {
        Frames frames = new Frames(view);
        WebGlPrompts prompts =
                new WebGlPrompts(() -> ShimScript.compose(API, OPCODES), DRIVER, frames::start);
        view.getEngine()
                .setPromptHandler(prompt ->
                        prompts.answer(prompt.getMessage()).orElseGet(() -> others.call(prompt)));
        return prompts;
    }

    /// Runs a frame of the page with the next pulse, then rests until it is started again.
    private static final class Frames extends AnimationTimer {
        private final WebView view;

        Frames(WebView view) {
            this.view = view;
        }

        @Override
        public void handle(long now) {
            stop();
            try {
                view.getEngine().executeScript(WebGlPrompts.FRAME);
            } catch (JSException e) {
                // The page has broken its own frames, and stands still.
                LOG.log(Level.DEBUG, "A frame could not be run: " + e.getMessage());
            }
        }
    }

    /// The driver, as far as it was needed.
    static DriverInfo info() {
        return DRIVER.info();
    }
}
