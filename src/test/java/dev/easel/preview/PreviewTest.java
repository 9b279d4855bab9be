package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.preview.sandbox.PageMessage.Moment;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
    @TempDir Path storage;
    private PageFixture page;

    @BeforeEach
    void open() {
        page = new PageFixture(storage);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void aPageOfAnArtifactIsShown() {
        page.show("index.html", "<!doctype html><title>Grüße 🎈</title><p>hello");

        assertThat(FxThread.call(() -> page.preview.stateProperty().get()))
                .isEqualTo(Preview.State.SHOWN);
        assertThat(FxThread.call(() -> page.preview.titleProperty().get())).isEqualTo("Grüße 🎈");
        assertThat(page.eval("document.compatMode")).isEqualTo("\"CSS1Compat\"");
        assertThat(page.eval("document.scripts.length")).isEqualTo("0");
        assertThat(page.console()).isEmpty();
    }

    @Test
    void aMissingEntryIsAFailureInPlainWords() {
        page.show(PageFixture.source("a.txt", "x"), "index.html");

        assertThat(FxThread.call(() -> page.preview.stateProperty().get()))
                .isEqualTo(Preview.State.FAILED);
        assertThat(FxThread.call(() -> page.preview.messageProperty().get()))
                .contains("no file index.html");
    }

    @Test
    void relativeFilesAreServedWithTheirMediaTypes() {
        page.show(
                "index.html",
                "<!doctype html><link rel=stylesheet href=css/a.css><script src=js/a.js></script>",
                "css/a.css",
                "body{color:rgb(1, 2, 3)}",
                "js/a.js",
                "window.loaded = 'ja, ä'",
                "data/x y.json",
                "{\"a\":\"ö\"}");

        assertThat(page.eval("getComputedStyle(document.body).color"))
                .isEqualTo("\"rgb(1, 2, 3)\"");
        assertThat(page.eval("loaded")).isEqualTo("\"ja, ä\"");
        assertThat(page.eval("fetch('data/x y.json').then(r => r.json())"))
                .isEqualTo("{\"a\":\"ö\"}");
        assertThat(page.requests())
                .extracting(NetworkEntry::outcome)
                .containsOnly(Outcome.PROJECT)
                .hasSize(4);
    }

    @Test
    void aMissingFileIsListedAndAnsweredWith404() {
        page.show("index.html", "<!doctype html><img src=nope.png>");

        assertThat(page.eval("fetch('gone.json').then(r => r.status)")).isEqualTo("404");
        assertThat(page.requests())
                .filteredOn(r -> r.outcome() == Outcome.MISSING)
                .extracting(r -> r.url().replaceFirst(".*/", ""))
                .contains("nope.png", "gone.json");
        assertThat(page.console())
                .anySatisfy(e -> {
                    assertThat(e.level()).isEqualTo(Level.ERROR);
                    assertThat(e.text())
                            .isEqualTo("Could not load img nope.png: the project has no such file");
                });
    }

    @Test
    void threeIsImportedFromItsCdnAddress() {
        page.show(
                "index.html",
                """
                <!doctype html>
                <script type="importmap">{"imports": {
                  "three": "https://unpkg.com/three@0.160.0/build/three.module.js",
                  "three/addons/": "https://unpkg.com/three@0.160.0/examples/jsm/"
                }}</script>
                <script type="module">
                import * as THREE from 'three';
                import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
                window.result = THREE.REVISION + ' ' + typeof OrbitControls;
                </script>
                """);
        page.waitFor("three has loaded", () -> evalNow("window.result").startsWith("160"));

        assertThat(page.eval("result")).isEqualTo("\"160 function\"");
        assertThat(page.requests()).filteredOn(r -> r.outcome() == Outcome.BUNDLED).hasSize(2);
    }

    @Test
    void modulesOfALinkingCdnShareOneThree() {
        page.show(
                "index.html",
                """
                <!doctype html>
                <script type="module">
                import * as A from 'https://esm.sh/three@0.160.0';
                import { OrbitControls } from 'https://esm.sh/three@0.160.0/examples/jsm/controls/OrbitControls.js';
                window.result = [A.REVISION, new OrbitControls(new A.PerspectiveCamera()) instanceof A.EventDispatcher];
                </script>
                """);
        page.waitFor("three has loaded", () -> evalNow("window.result").startsWith("160"));

        assertThat(page.eval("result")).isEqualTo("[\"160\",true]");
        assertThat(page.console()).isEmpty();
    }

    @Test
    void modulesOfAnEsmAddressShareOneThree() {
        page.show(
                "index.html",
                """
                <!doctype html>
                <script type="module">
                import * as A from 'https://cdn.jsdelivr.net/npm/three@0.160.0/+esm';
                import { UnrealBloomPass } from 'https://cdn.jsdelivr.net/npm/three@0.160.0/examples/jsm/postprocessing/UnrealBloomPass.js/+esm';
                window.result = [A.REVISION, typeof UnrealBloomPass];
                </script>
                """);
        page.waitFor("three has loaded", () -> evalNow("window.result").startsWith("160"));

        assertThat(page.eval("result")).isEqualTo("[\"160\",\"function\"]");
        assertThat(page.console()).isEmpty();
    }

    @Test
    void aScriptWithTheChecksumOfAnotherVersionRuns() {
        page.show(
                "index.html",
                "<!doctype html><script src='https://cdnjs.cloudflare.com/ajax/libs/three.js/r128/"
                        + "three.min.js' integrity='sha512-abc' crossorigin='anonymous'></script>");

        assertThat(page.eval("THREE.REVISION")).isEqualTo("\"128\"");
    }

    private String evalNow(String expression) {
        try {
            return String.valueOf(
                    page.preview.viewProperty().get().getEngine().executeScript(expression));
        } catch (netscape.javascript.JSException e) {
            return "";
        }
    }

    @Test
    void storageSurvivesInAnotherPreviewOfTheProject() {
        page.show("index.html", "<!doctype html><script>localStorage.a = 'kept'</script>");
        page.close();
        String project = page.project;

        PageFixture other = new PageFixture(storage);
        FxThread.run(() ->
                other.preview.show(
                        project,
                        PageFixture.source("index.html", "<!doctype html>"),
                        "index.html"));
        other.waitFor("shown", () -> other.preview.stateProperty().get() == Preview.State.SHOWN);

        assertThat(other.eval("localStorage.a")).isEqualTo("\"kept\"");
        other.show("index.html", "<!doctype html>");
        assertThat(other.eval("localStorage.a")).isEqualTo("null");
        other.close();
    }

    @Test
    void evaluationAwaitsPromisesAndReportsErrors() {
        page.show("index.html", "<!doctype html>");

        assertThat(page.eval("1 + 1")).isEqualTo("2");
        assertThat(page.eval("new Promise(r => setTimeout(() => r({a: [1]}), 10))"))
                .isEqualTo("{\"a\":[1]}");
        assertThat(page.eval("await Promise.resolve('x');")).isEqualTo("\"x\"");
        assertThat(page.eval("undefined")).isEqualTo("null");
        assertThat(page.eval("document.body")).isEqualTo("\"<body>\"");
        assertThat(page.eval("let o = {}; o.o = o; o")).contains("[circular]");
        assertThatThrownBy(() -> page.eval("nothing.here"))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("ReferenceError: Can't find variable: nothing");
        assertThatThrownBy(() -> page.eval("Promise.reject(new TypeError('no'))"))
                .hasMessage("TypeError: no");
        assertThatThrownBy(() -> page.eval("1 +")).hasMessageStartingWith("SyntaxError");
    }

    @Test
    void anEvaluationEndsWhenThePageIsReplaced() {
        page.show("index.html", "<!doctype html>");
        var answer = FxThread.call(() -> page.preview.evaluate("new Promise(() => {})"));
        FxThread.run(page.preview::reload);

        assertThatThrownBy(() -> FxThread.await(() -> answer))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("replaced");
    }

    @Test
    void withoutAPageAnEvaluationFailsAtOnce() {
        assertThatThrownBy(() -> page.eval("1")).hasMessage("No page is shown");
    }

    @Test
    void theTitleIsFollowedEvenWhenThePageTouchesItsHistory() {
        page.show(
                "index.html",
                "<!doctype html><title>A</title><script>history.replaceState({}, '')</script>");
        page.eval("location.hash = 'x'; history.pushState({}, '', '?y'); document.title = 'B'");
        page.waitFor("the title", () -> page.preview.titleProperty().get().equals("B"));

        assertThat(page.eval("document.title")).isEqualTo("\"B\"");
    }

    @Test
    void aScreenshotShowsThePage() {
        page.show("index.html", "<!doctype html><body style='background:#f00;margin:0'>");
        page.waitFor(
                "a frame",
                () -> page.preview.timingsProperty().get().at(Moment.FIRST_FRAME).isPresent());
        WritableImage image = FxThread.await(page.preview::screenshot);

        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getPixelReader().getColor(400, 300)).isEqualTo(Color.RED);
    }

    @Test
    void framesOfThePageAreCounted() {
        page.show(
                "index.html",
                "<!doctype html><script>(function f(){requestAnimationFrame(f)})()</script>");
        page.waitFor("ten frames", () -> page.preview.frames().frames() > 10);

        FrameCount count = FxThread.call(page.preview::frames);
        assertThat(count.perSecondSince(FrameCount.NONE)).isPositive();
    }

    @Test
    void aPageAtRestDrawsNoFrames() {
        page.show("index.html", "<!doctype html>still");

        assertThat(FxThread.call(page.preview::frames).frames()).isZero();
    }

    @Test
    void stoppingEndsThePage() {
        page.show(
                "index.html", "<!doctype html><script>setInterval(()=>console.log(1),1)</script>");
        FxThread.run(page.preview::stop);

        assertThat(FxThread.call(() -> page.preview.stateProperty().get()))
                .isEqualTo(Preview.State.EMPTY);
        assertThat(page.console()).isEmpty();
    }

    @Test
    void quickReloadsMixNothingUp() {
        for (int i = 0; i < 15; i++) {
            String text =
                    "<!doctype html><script>setInterval(()=>{console.log('p"
                            + i
                            + "');fetch('f"
                            + i
                            + ".json')},1)</script>";
            FxThread.run(() ->
                    page.preview.show(
                            page.project, PageFixture.source("index.html", text), "index.html"));
            if (i % 5 == 4) {
                String last = "p" + i;
                page.waitFor(
                        "lines of " + last,
                        () -> page.preview.console().stream().anyMatch(e -> e.text().equals(last)));
            }
        }

        assertThat(page.console()).extracting(ConsoleEntry::text).containsOnly("p14");
        assertThat(page.requests())
                .extracting(r -> r.url().replaceFirst(".*/", ""))
                .containsOnly("index.html", "f14.json");
    }

    @Test
    void theMomentsOfALoadAreTimed() {
        page.show("index.html", "<!doctype html>");

        PageTimings timings = FxThread.call(() -> page.preview.timingsProperty().get());
        assertThat(timings.at(Moment.DOM_READY)).isPresent();
        assertThat(timings.at(Moment.LOAD).getAsDouble())
                .isGreaterThanOrEqualTo(timings.at(Moment.DOM_READY).getAsDouble());
    }
}
