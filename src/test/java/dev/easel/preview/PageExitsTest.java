package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.dialog.Downloads;
import dev.easel.preview.dialog.Exits;
import dev.easel.preview.dialog.Gestures;
import dev.easel.preview.dialog.OpenDialog;
import dev.easel.preview.dialog.PageQuestion;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.ui.FxExecutor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links to elsewhere and files of real pages.
class PageExitsTest {
    @TempDir Path storage;
    private PageFixture page;
    private final List<URI> opened = new CopyOnWriteArrayList<>();
    private final Gestures gestures = new Gestures(() -> 0);

    @BeforeEach
    void open() {
        page = new PageFixture(storage);
        FxThread.run(() -> {
            var dialogs = page.preview.dialogs();
            dialogs.attend(true);
            page.preview.serve(
                    new PageWishes.OfUser(
                            gestures,
                            new Exits(dialogs, opened::add, Runnable::run, new FxExecutor()),
                            new Downloads(
                                    dialogs, page.preview::call, Runnable::run, new FxExecutor())));
        });
    }

    @AfterEach
    void close() {
        page.close();
    }

    private OpenDialog dialog() {
        page.waitFor("a question", () -> page.preview.dialogs().currentProperty().get() != null);
        return FxThread.call(() -> page.preview.dialogs().currentProperty().get());
    }

    private void answer(String value) {
        OpenDialog dialog = dialog();
        FxThread.run(() -> page.preview.dialogs().answer(dialog, value));
    }

    /// As if the user had just clicked.
    private void run(String script) {
        FxThread.run(gestures::happened);
        page.eval(script + "; 1");
    }

    private List<String> denied() {
        return page.requests().stream()
                .filter(r -> r.outcome() == Outcome.DENIED)
                .map(NetworkEntry::url)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document.querySelector('a').click()",
                "window.open('https://example.org/a')",
                "location = 'https://example.org/a'",
                "a = document.createElement('a'); a.href = 'https://example.org/a'; a.click()",
                "f.action = 'https://example.org/a'; f.method = 'post'; f.submit()",
            })
    void aLinkToElsewhereIsOpenedOnlyAfterAQuestion(String script) {
        page.show(
                "index.html",
                "<!doctype html><a href='https://example.org/a' target=_blank>x</a><form id=f></form>");
        run(script);

        assertThat(dialog().question()).isEqualTo(new PageQuestion.Visit("https://example.org/a"));
        assertThat(opened).isEmpty();
        answer("");
        assertThat(opened).containsExactly(URI.create("https://example.org/a"));
        assertThat(page.eval("location.pathname")).isEqualTo("\"/index.html\"");
    }

    @Test
    void whatAScriptDoesOfItsOwnAccordIsListedOnly() {
        page.show("index.html", "<!doctype html>");
        page.eval("for (let i = 0; i < 20; i++) window.open('https://example.org/' + i); 1");
        page.waitFor("all", () -> page.preview.requests().size() > 20);

        assertThat(denied()).hasSize(20);
        assertThat(FxThread.call(() -> page.preview.dialogs().currentProperty().get())).isNull();
    }

    @Test
    void oneClickIsOneQuestion() {
        page.show("index.html", "<!doctype html>");
        run("for (let i = 0; i < 5; i++) window.open('https://example.org/' + i)");
        FxThread.run(() ->
                page.preview.dialogs().dismiss(page.preview.dialogs().currentProperty().get()));

        assertThat(denied()).hasSize(4);
        assertThat(opened).isEmpty();
    }

    @Test
    void mailIsASuchALink() {
        page.show("index.html", "<!doctype html><a href='mailto:a@b.c'>x</a>");
        run("document.querySelector('a').click()");

        assertThat(dialog().question()).isEqualTo(new PageQuestion.Visit("mailto:a@b.c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "custom://x", "javascript:alert(1)", "jar:x!/y"})
    void otherKindsOfAddressesAreNotOpened(String address) {
        page.show("index.html", "<!doctype html>");
        FxThread.run(gestures::happened);
        page.eval("window.open(" + JsonText.quoted(address) + ")");

        assertThat(FxThread.call(() -> page.preview.dialogs().currentProperty().get())).isNull();
    }

    @Test
    void linksInsideTheProjectAndThePageWork() {
        page.show(
                "index.html",
                "<!doctype html><a id=n href=b.html target=_blank>b</a><a id=h href='#x'>x</a>",
                "b.html",
                "<!doctype html><title>B</title>");
        page.eval("h.click()");
        assertThat(page.eval("location.hash")).isEqualTo("\"#x\"");
        page.eval("n.click()");

        page.waitFor("the other page", () -> page.preview.titleProperty().get().equals("B"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.href = URL.createObjectURL(new Blob(['hello'])); a.click(); URL.revokeObjectURL(a.href)",
                "a.href = 'data:text/plain,hello'; a.click()",
                "a.href = 'data:text/plain;base64,aGVsbG8='; document.body.append(a); a.click()",
                "a.href = URL.createObjectURL(new Blob(['hello'])); a.dispatchEvent(new MouseEvent('click'))",
                "a.href = 'hello.txt'; a.click()",
            })
    void aDownloadIsSavedWhereTheUserSays(String script) throws Exception {
        page.show("index.html", "<!doctype html><body>", "hello.txt", "hello");
        page.eval(
                "a = document.createElement('a'); a.download = '../My: file.txt'; "
                        + script
                        + "; 1");
        assertThat(dialog().question()).isEqualTo(new PageQuestion.Save("_My_ file.txt", 5));
        Path target = storage.resolve("saved.txt");
        answer(target.toString());
        page.waitFor("the file", () -> Files.exists(target));

        assertThat(target).hasContent("hello");
        assertThat(page.eval("location.pathname")).isEqualTo("\"/index.html\"");
    }

    @Test
    void aLargeFileComesInPieces() throws Exception {
        page.show("index.html", "<!doctype html>");
        page.eval(
                "a = document.createElement('a'); a.download = 'big.bin';"
                        + "a.href = URL.createObjectURL(new Blob([new Uint8Array(5000003).fill(7)])); a.click(); 1");
        Path target = storage.resolve("big.bin");
        answer(target.toString());
        page.waitFor("the file", () -> Files.exists(target));

        byte[] bytes = Files.readAllBytes(target);
        assertThat(bytes).hasSize(5_000_003).containsOnly(7);
        try (var files = Files.list(storage)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .noneMatch(n -> n.endsWith(".part"));
        }
    }

    @Test
    void aDeclinedDownloadLeavesNothing() throws Exception {
        page.show("index.html", "<!doctype html><a download=x href='data:,x'>");
        page.eval("document.querySelector('a').click(); 1");
        OpenDialog dialog = dialog();
        FxThread.run(() -> page.preview.dialogs().dismiss(dialog));

        try (var files = Files.list(storage)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aPageThatHandsOverLessThanItOfferedLeavesNothing() throws Exception {
        page.show("index.html", "<!doctype html>");
        page.eval(
                "Object.defineProperty(Blob.prototype, 'size', {value: 100});"
                        + "a = document.createElement('a'); a.download = 'x';"
                        + "a.href = URL.createObjectURL(new Blob(['hello'])); a.click(); 1");
        Path target = storage.resolve("x");
        answer(target.toString());

        assertThat(dialog().question()).isInstanceOf(PageQuestion.Notice.class);
        try (var files = Files.list(storage)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() {
        page.show("index.html", "<!doctype html><a download=x href='data:,x'>");
        page.eval("document.querySelector('a').click(); 1");
        answer(storage.resolve("no/such/place").toString());

        assertThat(dialog().question()).isInstanceOf(PageQuestion.Notice.class);
    }
}
