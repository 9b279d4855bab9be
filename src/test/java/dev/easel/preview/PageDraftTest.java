package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.draft.PageDraft;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that are shown while they are written.
class PageDraftTest {
    private static final String FRAME = "document.getElementById('draft').contentDocument";

    @TempDir Path storage;
    private PageFixture page;
    private PageDraft draft;

    @BeforeEach
    void open() {
        page = new PageFixture(storage);
        draft = FxThread.call(() -> new PageDraft(page.preview));
        FxThread.run(() -> draft.begin(page.project));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void write(String path, String... texts) {
        FxThread.run(() -> draft.start(path));
        add(path, texts);
    }

    private void add(String path, String... texts) {
        for (String text : texts) {
            FxThread.run(() -> draft.add(path, text));
        }
    }

    /// Waits until an expression about the draft's document says this.
    private void waitFor(String expression, String json) {
        page.waitFor(expression + " is " + json, () -> answer(expression).equals(json));
    }

    private String answer(String expression) {
        return page.evalNow(
                "JSON.stringify((function () { var d = %s; return %s })())"
                        .formatted(FRAME, expression));
    }

    @Test
    void whatHasArrivedIsSeenAndGrowsInPlace() {
        write("index.html", "<!DOCTYPE html><title>T</title><style>p { colo");
        assertThat(FxThread.call(() -> page.preview.stateProperty().get()))
                .isEqualTo(Preview.State.EMPTY);

        add("index.html", "r: rgb(1, 2, 3) }</style><body><h1 id='a'>One</h1><p>tw");
        waitFor("d.querySelector('p').textContent", "\"tw\"");
        assertThat(answer("getComputedStyle(d.querySelector('p')).color"))
                .isEqualTo("\"rgb(1, 2, 3)\"");
        assertThat(answer("d.compatMode")).isEqualTo("\"CSS1Compat\"");
        answer("d.getElementById('a').mark = 1");

        add("index.html", "o</p><p>thr", "ee</p>");
        waitFor("d.body.textContent", "\"Onetwothree\"");
        assertThat(answer("d.getElementById('a').mark")).isEqualTo("1");
    }

    @Test
    void scriptsDoNotRunAndFallbacksAreHidden() {
        write(
                "index.html",
                "<!DOCTYPE html><body onload='top.ran = 4'>",
                "<p onclick='top.ran = 1'>x</p><noscript>no</noscript><scr",
                "ipt type='module'>top.ran = 5</script><svg",
                "></svg><script>top.ran = 2; document.body.textContent = 'made'</script>"
                        + "<img src='missing.png' onerror='top.ran = 3'><p>end</p>");
        waitFor("d.querySelectorAll('p').length", "2");

        answer("d.querySelector('p').click()");
        assertThat(answer("String(window.ran)")).isEqualTo("\"undefined\"");
        assertThat(page.console()).isEmpty();
        assertThat(answer("getComputedStyle(d.querySelector('noscript')).display"))
                .isEqualTo("\"none\"");
    }

    @Test
    void theReaderStaysWhereTheyAre() {
        write("index.html", "<!DOCTYPE html><body><div style='height: 3000px'>long</div>");
        waitFor("d.body.children.length", "1");
        answer("d.scrollingElement.scrollTop = 700");

        add("index.html", "<div style='height: 900px'>more</div>");
        waitFor("d.body.children.length", "2");
        assertThat(answer("d.scrollingElement.scrollTop")).isEqualTo("700");

        add("index.html", "<p>end</p>");
        waitFor("d.body.children.length", "3");
        FxThread.run(draft::end);
        page.show("index.html", "<!DOCTYPE html><body><div style='height: 4000px'>long</div>");
        page.waitFor("the place is kept", () -> page.evalNow("scrollY").equals("700"));
    }

    @Test
    void aPictureGrowsAsItIsDrawn() {
        write(
                "image.svg",
                "<?xml version=\"1.0\"?>\n<svg xmlns='http://www.w3.org/2000/svg'"
                        + " viewBox='0 0 100 100'><circle r='10'/><rect wid");
        waitFor("d.querySelectorAll('circle').length", "1");
        assertThat(answer("d.querySelector('circle') instanceof d.defaultView.SVGCircleElement"))
                .isEqualTo("true");

        add("image.svg", "th='5' height='5'/>");
        waitFor("d.querySelectorAll('rect').length", "1");
    }

    @Test
    void aStyleSheetIsUsedWhenItIsWhole() {
        write(
                "index.html",
                "<!DOCTYPE html><link rel='stylesheet' href='css/style.css'><body><p>x</p></body>");
        waitFor("d.querySelectorAll('p').length", "1");

        write("css/style.css", "p { color: rgb(4, 5, 6) }");
        FxThread.run(() -> draft.end("css/style.css"));
        waitFor("getComputedStyle(d.querySelector('p')).color", "\"rgb(4, 5, 6)\"");
    }

    @Test
    void aSceneOfThreeIsNotShownBeforeItIsWhole() {
        write(
                "index.html",
                "<!DOCTYPE html><body><div id='a'>x</div><script type='importmap'>"
                        + "{ \"imports\": { \"three\": \"https://unpkg.com/three@0.160.0/b.js\" } }");

        page.waitFor(
                "it is said",
                () -> page.preview.messageProperty().get().startsWith("Three.js scenes"));
        assertThat(FxThread.call(() -> page.preview.stateProperty().get()))
                .isEqualTo(Preview.State.EMPTY);
    }

    @Test
    void aReloadShowsAllOfItAgain() {
        write("index.html", "<!DOCTYPE html><body><p>one</p>");
        waitFor("d.querySelectorAll('p').length", "1");
        FxThread.run(page.preview::reload);
        add("index.html", "<p>two</p>");
        waitFor("d.querySelectorAll('p').length", "2");
    }

    @Test
    void anotherPageInItsPlaceIsLeftAlone() {
        write("index.html", "<!DOCTYPE html><body><p>one</p>");
        waitFor("d.querySelectorAll('p').length", "1");
        page.show("index.html", "<!DOCTYPE html><body>whole");

        add("index.html", "<p>two</p>");
        assertThat(page.eval("document.body.textContent")).isEqualTo("\"whole\"");
    }
}
