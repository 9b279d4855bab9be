package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages as models write them, run from the bundle. Needs its npm packages.
class LibraryPagesTest {
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

    private void show(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("pages/" + name))) {
            page.show("index.html", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// Waits in the page, which must say true in the end.
    private void waitFor(String expression) {
        String look =
                "const look = () => (" + expression + ") ? done(true) : setTimeout(look, 20);";
        assertThat(page.eval("new Promise(done => {" + look + " look(); })")).isEqualTo("true");
    }

    private void nothingWentWrong() {
        assertThat(page.console())
                .extracting(ConsoleEntry::level)
                .doesNotContain(ConsoleEntry.Level.ERROR);
        assertThat(page.requests())
                .filteredOn(r -> r.outcome() == Outcome.DENIED || r.outcome() == Outcome.MISSING)
                .isEmpty();
    }

    @Test
    void reactTailwindAndBabelRunAPage() throws IOException {
        show("react-tailwind-babel.html");
        waitFor("document.querySelector('#count')?.textContent === '42'");
        waitFor("getComputedStyle(document.querySelector('#card')).paddingTop === '32px'");

        assertThat(page.eval("React.version")).isEqualTo("\"18.3.1\"");
        nothingWentWrong();
    }

    @Test
    void chartsIconsAndFontsShow() throws IOException {
        show("charts-icons-fonts.html");
        waitFor("window.moved && document.fonts.status === 'loaded'");

        assertThat(page.eval("[Chart.version, d3.version, gsap.version].join()"))
                .isEqualTo("\"4.4.9,7.9.0,3.12.7\"");
        assertThat(page.eval("document.querySelectorAll('circle').length")).isEqualTo("3");
        // Each face has its own width, or it is not the one that was asked for.
        assertThat(
                        page.eval(
                                "new Set([...document.querySelectorAll('.face')].map(e =>"
                                        + " e.offsetWidth)).size"))
                .isEqualTo(page.eval("document.querySelectorAll('.face').length"));
        assertThat(page.requests()).anyMatch(r -> r.url().endsWith("fa-solid-900.ttf"));
        nothingWentWrong();
    }

    @Test
    void threeR128HasItsAddons() throws IOException {
        show("three-r128.html");

        assertThat(
                        page.eval(
                                "[THREE.REVISION, typeof THREE.OrbitControls, typeof"
                                        + " THREE.EffectComposer, typeof THREE.UnrealBloomPass]"))
                .isEqualTo("[\"128\",\"function\",\"function\",\"function\"]");
        nothingWentWrong();
    }

    @Test
    void threeModulesLoadThroughAnImportMap() throws IOException {
        show("three-modules.html");
        waitFor("window.result");

        assertThat(page.eval("result"))
                .isEqualTo("[\"160\",true,\"function\",\"function\",\"function\"]");
        nothingWentWrong();
    }

    @Test
    void linkedModulesShareOneReact() throws IOException {
        show("linked-modules.html");
        waitFor("document.querySelector('#r18')?.textContent === 'n2'");
        waitFor("document.querySelector('#r19')?.textContent === 'n3'");

        assertThat(page.eval("result"))
                .isEqualTo(
                        "[\"18.3.1\",true,\"19.2.0\",\"7.9.0\",\"4.4.9\",\"number\",\"160\",true]");
        nothingWentWrong();
    }

    @Test
    void tailwind4AndVueAndAlpineRun() throws IOException {
        show("tailwind4-vue-alpine.html");
        waitFor("document.querySelector('#vue')?.textContent === 'v 3'");
        waitFor("document.querySelector('#alpine')?.textContent === 'a 4'");
        waitFor("getComputedStyle(document.querySelector('#tw')).paddingTop === '32px'");

        nothingWentWrong();
    }

    @Test
    void aChecksumOfAnotherVersionDoesNotStopAFile() {
        page.show(
                "index.html",
                "<!doctype html><link rel=modulepreload crossorigin integrity='sha384-a'"
                        + " href='https://unpkg.com/three@0.160.0/build/three.module.js'>"
                        + "<link title='a>b' rel=stylesheet integrity=\"sha384-a\" crossorigin"
                        + " href='https://cdn.jsdelivr.net/npm/bootstrap@5.3.0/dist/css/bootstrap.min.css'>"
                        + "<script src='https://code.jquery.com/jquery-3.6.0.min.js'"
                        + " integrity='sha384-a' crossorigin=anonymous></script>"
                        + "<div class='d-none' id=d></div>");

        assertThat(page.eval("[jQuery.fn.jquery, getComputedStyle(d).display]"))
                .isEqualTo("[\"3.7.1\",\"none\"]");
    }
}
