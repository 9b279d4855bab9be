package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.guard.StoppedLoop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Endless loops in places other than a script element of the document.
class MadeCodeTest {
    @TempDir Path storage;
    private PageFixture page;

    @BeforeEach
    void open() {
        page = new PageFixture(storage);
        FxThread.run(() -> page.preview.setTaskLimit(Duration.ofMillis(300)));
    }

    @AfterEach
    void close() {
        page.close();
    }

    /// Each is the third line of the page.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "module | <script type=module>while (true);</script>",
                "top-level await | <script type=module>while (true) await null;</script>",
                "eval | <script>eval('while (true);')</script>",
                "indirect eval | <script>(0, eval)('while (true);')</script>",
                "window.eval | <script>window.eval('while (true);')</script>",
                "new Function | <script>new Function('a', 'while (a);')(1)</script>",
                "constructor of a function | <script>(() => 1).constructor('for (;;);')()</script>",
                "async function | <script>(async () => {}).constructor('for (;;) await 0')()</script>",
                "timer with a text | <script>setTimeout('while (true);', 1)</script>",
                "timer | <script>setTimeout(() => { while (true); }, 1)</script>",
                "frame | <script>requestAnimationFrame(() => { for (;;); })</script>",
                "message | <script>onmessage = () => { for (;;); }; postMessage(1, '*')</script>",
                "handler | <p onclick='while (true);'>x</p><script>document.querySelector('p').click()</script>",
                "handler with entities | <p onclick='let a = 1; while (a &lt; 2 &amp;&amp; a) ;'>x</p><script>document.querySelector('p').click()</script>",
                "handler set as attribute | <p>x</p><script>let p = document.querySelector('p'); p.setAttribute('onclick', 'while (true);'); p.click()</script>",
                "handler in innerHTML | <p>x</p><script>let p = document.querySelector('p'); p.innerHTML = '<b onclick=\"while (true);\">y</b>'; p.firstChild.click()</script>",
                "image error | <img src=data:, onerror='for (;;);'>",
                "javascript address | <a href='javascript:for(;;);'>x</a><script>document.querySelector('a').click()</script>",
                "script text | <script>let s = document.createElement('script'); s.text = 'while (true);'; document.head.append(s)</script>",
                "script child | <script>let s = document.createElement('script'); s.appendChild(document.createTextNode('while (true);')); document.head.append(s)</script>",
                "script module | <script>let s = document.createElement('script'); s.type = 'module'; s.textContent = 'while (true);'; document.head.append(s)</script>",
                "blob module | <script>import(URL.createObjectURL(new Blob(['while (true);'], {type: 'text/javascript'})))</script>",
                "svg | <svg><script>let a = 1; while (a &lt; 2) ;</script></svg>",
            })
    void aLoopIsStoppedWhereverItIs(String name, String line) {
        page.show("index.html", "<!doctype html>\n<body>\n" + line);

        page.waitFor("it was stopped", () -> !page.preview.stoppedLoops().isEmpty());
        assertThat(page.eval("new Promise(r => setTimeout(() => r(7), 10))")).isEqualTo("7");
        assertThat(stopped())
                .singleElement()
                .satisfies(loop -> {
                    assertThat(loop.file()).isEqualTo("index.html");
                    assertThat(loop.line()).isEqualTo(3);
                    assertThat(loop.kind()).isEqualTo(StoppedLoop.Kind.LOOP);
                });
    }

    @Test
    void aLoopWhoseTextIsInNoFileIsStoppedToo() {
        page.show(
                "index.html",
                "<!doctype html><script>document.write('<script>while (true);<\\/script>')</script>");

        page.waitFor("it was stopped", () -> !page.preview.stoppedLoops().isEmpty());
        assertThat(stopped().getFirst().file()).isEqualTo("a script made at run time");
    }

    @Test
    void aLoopInAFileOfTheProjectIsNamed() {
        page.show(
                "index.html",
                "<!doctype html><script src=js/a.js></script>",
                "js/a.js",
                "'use strict'\n\nwhile (true) ;");

        page.waitFor("it was stopped", () -> !page.preview.stoppedLoops().isEmpty());
        assertThat(stopped().getFirst().file()).isEqualTo("js/a.js");
        assertThat(stopped().getFirst().line()).isEqualTo(3);
    }

    private List<StoppedLoop> stopped() {
        return FxThread.call(() -> List.copyOf(page.preview.stoppedLoops()));
    }
}
