package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.bench.Bench;
import dev.easel.preview.sandbox.PageSource;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a heavy scene leaves to the rest of the program, and what many of them leave behind.
class WebGlLoadBench {
    private static final Path PAGES = Path.of("src/test/resources/dev/easel/preview/webgl-bench");
    private static final int RELOADS = Integer.getInteger("webgl.reloads", 200);

    @TempDir Path storage;

    @Test
    void typingBesideAHeavyScene() throws Exception {
        try (PageFixture page = new PageFixture(storage)) {
            page.resize(1280, 720);
            TextArea editor =
                    FxThread.call(() -> new TextArea("A page with 200 meshes. ".repeat(80)));
            FxThread.run(() -> window(page, editor));
            page.show(PageSource.directory(PAGES), "meshes.html");
            page.eval("new Promise(r => setTimeout(r, 3000))");
            double[] keys = new double[200];
            double[] waits = new double[keys.length];
            for (int k = 0; k < keys.length; k++) {
                long asked = System.nanoTime();
                CountDownLatch done = new CountDownLatch(1);
                int at = k;
                Platform.runLater(() -> {
                    long begin = System.nanoTime();
                    type(editor, "x");
                    keys[at] = (System.nanoTime() - begin) / 1e6;
                    waits[at] = (begin - asked) / 1e6;
                    done.countDown();
                });
                assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
                Thread.sleep(60);
            }
            String text = FxThread.call(editor::getText);
            assertThat(text).contains("x".repeat(keys.length));
            Bench.tell("a key typed beside 200 meshes, on the UI thread", "ms", keys);
            Bench.tell("what it waited for the UI thread", "ms", waits);
        }
    }

    private static void window(PageFixture page, TextArea editor) {
        Stage stage = (Stage) javafx.stage.Window.getWindows().getFirst();
        VBox both = new VBox(editor);
        page.preview
                .viewProperty()
                .addListener((o, before, now) -> both.getChildren().setAll(editor, now));
        stage.getScene().setRoot(both);
        editor.requestFocus();
        editor.end();
    }

    private static void type(TextArea editor, String character) {
        for (EventType<KeyEvent> type :
                java.util.List.of(
                        KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)) {
            boolean isTyped = type == KeyEvent.KEY_TYPED;
            Event.fireEvent(
                    editor,
                    new KeyEvent(
                            type,
                            isTyped ? character : "",
                            isTyped ? "" : character,
                            isTyped ? KeyCode.UNDEFINED : KeyCode.X,
                            false,
                            false,
                            false,
                            false));
        }
    }

    @Test
    void reloadsLeaveOneContextAndTheMemoryOfOne() {
        try (PageFixture page = new PageFixture(storage)) {
            double[] megabytes = new double[RELOADS / 20];
            for (int k = 1; k <= RELOADS; k++) {
                page.show(PageSource.directory(PAGES), "meshes.html");
                page.eval(
                        "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
                if (k % 20 == 0) {
                    System.gc();
                    megabytes[k / 20 - 1] = ProcessMemory.now().outside() / 1e6;
                    System.out.printf("after %d reloads: %.0f MB%n", k, megabytes[k / 20 - 1]);
                }
            }
            page.waitFor("one context is left", () -> PageWebGl.info().contexts() == 1);
            Bench.tell(
                    "memory outside of the heap, over " + RELOADS + " reloads of 200 meshes",
                    "MB",
                    megabytes);
        }
    }
}
