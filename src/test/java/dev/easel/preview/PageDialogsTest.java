package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.dialog.OpenDialog;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.ui.FxExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dialogs of real pages in the preview pane.
class PageDialogsTest {
    @TempDir Path storage;
    private final String project = UUID.randomUUID().toString();
    private Preview preview;
    private Stage stage;

    @BeforeEach
    void open() {
        var network = PageFixture.NETWORK;
        FxThread.run(() -> {
            preview = new Preview(network, storage, new FxExecutor());
            stage = new Stage();
            stage.setScene(
                    new Scene(new PreviewView(preview, Runnable::run, new FxExecutor()), 900, 760));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        FxThread.run(() -> {
            preview.stop();
            stage.close();
        });
    }

    private void show(String script) {
        FxThread.run(() -> preview.show(project, page(script), "index.html"));
    }

    private static dev.easel.preview.sandbox.PageSource page(String script) {
        return PageFixture.source(
                "index.html",
                "<!doctype html><title>Tetris</title><script>" + script + "</script>",
                "frame.html",
                "<!doctype html><script>confirm('inner')</script>");
    }

    private void waitForDialog(String text) {
        FxThread.waitUntil(
                "the dialog " + text,
                () -> {
                    Label body = (Label) stage.getScene().lookup("#pageDialogBody");
                    return body != null && body.getText().contains(text);
                });
    }

    private void waitForNoDialog() {
        FxThread.waitUntil("no dialog", () -> preview.dialogs().currentProperty().get() == null);
    }

    private <T extends Node> T node(Class<T> type, String id) {
        return FxThread.call(() -> type.cast(stage.getScene().lookup("#" + id)));
    }

    private void press(String id) {
        FxThread.run(() -> ((Button) stage.getScene().lookup("#" + id)).fire());
    }

    private List<String> console() {
        return FxThread.call(() -> preview.console().stream().map(ConsoleEntry::text).toList());
    }

    private void waitForLine(String text) {
        FxThread.waitUntil(
                "the line " + text,
                () -> preview.console().stream().anyMatch(e -> e.text().equals(text)));
    }

    @Test
    void anAlertHoldsTheScriptUntilItIsAnswered() {
        show("console.log(1); alert('wait'); console.log(2)");
        waitForDialog("wait");
        assertThat(console()).containsExactly("1", "wait");
        assertThat(node(Label.class, "pageDialogTitle").getText()).isEqualTo("“Tetris” says");

        press("pageDialogOk");
        waitForLine("2");
        assertThat(console()).containsExactly("1", "wait", "2");
    }

    @Test
    void aConfirmGivesWhatWasChosen() {
        show("console.log(confirm('a')); console.log(confirm('b'))");
        waitForDialog("a");
        press("pageDialogOk");
        waitForDialog("b");
        press("pageDialogCancel");
        waitForLine("false");

        assertThat(console())
                .containsExactly(
                        "confirm: a (answered: OK)",
                        "true",
                        "confirm: b (answered: Cancel)",
                        "false");
    }

    @Test
    void aPromptGivesWhatWasTypedOrNull() {
        show("console.log(prompt('name', 'Ann')); console.log(prompt('age'))");
        waitForDialog("name");
        assertThat(node(TextField.class, "pageDialogText").getText()).isEqualTo("Ann");
        FxThread.run(
                () -> ((TextField) stage.getScene().lookup("#pageDialogText")).setText("Bo\nyes:"));
        press("pageDialogOk");
        waitForDialog("age");
        press("pageDialogCancel");
        waitForLine("null");

        assertThat(console()).contains("Boyes:", "null");
    }

    @Test
    void timersAndFramesOfThePageRestMeanwhile() {
        show(
                "let n = 0; setInterval(() => n++, 1); (function f() { n++; requestAnimationFrame(f) })();"
                        + "setTimeout(() => { const before = n; alert('rest'); console.log(n - before) }, 50)");
        waitForDialog("rest");
        int[] frames = {0};
        FxThread.waitUntil("ten frames of the window", () -> ++frames[0] > 10);
        press("pageDialogOk");

        waitForLine("0");
    }

    @Test
    void anAlertInsideAFrameIsShownAfterIt() {
        show("requestAnimationFrame(() => { alert('over'); console.log('on') })");
        waitForDialog("over");
        press("pageDialogOk");
        waitForNoDialog();

        assertThat(console()).containsExactly("over", "on");
    }

    @Test
    void aConfirmInsideAFrameWaitsFromTheSecondTimeOn() {
        show(
                "let n = 0; (function f() { if (n++ < 2) console.log(confirm('again')); requestAnimationFrame(f) })()");
        waitForDialog("again");
        press("pageDialogOk");
        waitForLine("true");
        // The first call is in no frame when the page is loaded between two of them.
        waitForLine("false");

        assertThat(console()).contains("false", "true").anyMatch(l -> l.contains("not shown"));
    }

    @Test
    void reloadingEndsADialog() {
        show("console.log('start'); alert('wait'); console.log('never')");
        waitForDialog("wait");
        FxThread.run(preview::reload);
        FxThread.waitUntil(
                "the second load", () -> preview.console().size() == 2 && dialog() != null);
        assertThat(console()).containsExactly("start", "wait");

        press("pageDialogOk");
        waitForLine("never");
    }

    private @org.jspecify.annotations.Nullable OpenDialog dialog() {
        return preview.dialogs().currentProperty().get();
    }

    @Test
    void stoppingEndsADialogEvenInAnAlertStorm() {
        show("for (;;) alert('storm')");
        waitForDialog("storm");
        FxThread.run(preview::stop);

        waitForNoDialog();
        assertThat(FxThread.call(() -> preview.stateProperty().get()))
                .isEqualTo(Preview.State.EMPTY);
    }

    @Test
    void anotherProjectEndsADialog() {
        show("alert('wait')");
        waitForDialog("wait");
        FxThread.run(() ->
                preview.show(
                        UUID.randomUUID().toString(), page("console.log('other')"), "index.html"));

        waitForLine("other");
        assertThat(FxThread.call(this::dialog)).isNull();
    }

    @Test
    void closingTheWindowEndsADialog() {
        show("console.log(confirm('wait'))");
        waitForDialog("wait");
        FxThread.run(stage::hide);

        waitForLine("false");
    }

    @Test
    void aDialogOfAFrameInsideThePageIsAskedToo() {
        show("document.write('<iframe src=frame.html></iframe>')");
        waitForDialog("inner");
        press("pageDialogOk");

        waitForLine("confirm: inner (answered: OK)");
    }

    @Test
    void aFrameWithoutABridgeIsAskedToo() {
        show(
                "onload = () => { const f = document.body.appendChild(document.createElement('iframe'));"
                        + "console.log(f.contentWindow.prompt('raw', 'x')) }");
        waitForDialog("raw");
        press("pageDialogOk");

        waitForLine("x");
    }

    @Test
    void aDialogInsideADialogIsShownOnTopAndThenTheOuterOne() {
        show("alert('outer'); console.log('done')");
        waitForDialog("outer");
        var answer = new java.util.concurrent.CompletableFuture<String>();
        new FxExecutor()
                .execute(() -> preview.evaluate("confirm('inner')").thenAccept(answer::complete));
        waitForDialog("inner");
        press("pageDialogOk");
        waitForDialog("outer");
        press("pageDialogOk");

        waitForLine("done");
        assertThat(answer).isCompletedWithValue("true");
    }

    @Test
    void fromTheSecondDialogOnAPageCanBeSilenced() {
        show("for (let i = 0; i < 50; i++) alert('a' + i); console.log(confirm('no'))");
        waitForDialog("a0");
        assertThat(node(CheckBox.class, "pageDialogSilence")).isNull();
        press("pageDialogOk");
        waitForDialog("a1");
        FxThread.run(
                () -> ((CheckBox) stage.getScene().lookup("#pageDialogSilence")).setSelected(true));
        press("pageDialogOk");

        waitForLine("false");
        assertThat(FxThread.call(this::dialog)).isNull();
    }

    @Test
    void printingIsAskedAbout() {
        show("print(); console.log('after')");
        waitForDialog("Printer");
        press("pageDialogCancel");

        waitForLine("after");
    }

    @Test
    void aPageThatWouldAskBeforeItGoesIsNotAsked() {
        show("onbeforeunload = e => { e.preventDefault(); return 'stay' }; console.log('a')");
        waitForLine("a");
        FxThread.run(() -> preview.show(project, page("console.log('b')"), "index.html"));

        waitForLine("b");
    }
}
