package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.sandbox.PageMessage.Moment;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What pages store, and who can read it.
class PageStorageTest {
    private static final String STORE =
            "localStorage.a = '1'; sessionStorage.b = '2'; document.cookie = 'c=3; max-age=1000';"
                    + " document.cookie = 'd=4; domain=preview.invalid'; window.name = 'e'; 1";
    private static final String READ =
            "[localStorage.a, sessionStorage.b, document.cookie, window.name]";
    private static final String NOTHING = "[null,null,\"\",\"\"]";

    @TempDir Path storage;
    private PageFixture page;

    @BeforeEach
    void open() {
        page = new PageFixture(storage);
        page.show("index.html", "<!doctype html>");
        page.eval(STORE);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void waitForLoad() {
        page.waitFor(
                "the load", () -> page.preview.timingsProperty().get().at(Moment.LOAD).isPresent());
    }

    @Test
    void storageSurvivesAReload() {
        FxThread.run(page.preview::reload);
        waitForLoad();

        assertThat(page.eval(READ)).startsWith("[\"1\",\"2\",").contains("c=3");
    }

    @Test
    void anotherProjectReadsNothing() {
        FxThread.run(() ->
                page.preview.show(
                        java.util.UUID.randomUUID().toString(),
                        PageFixture.source("index.html", "<!doctype html>"),
                        "index.html"));
        waitForLoad();

        assertThat(page.eval(READ)).isEqualTo(NOTHING);
    }

    @Test
    void clearedStorageIsEmptyEvenWhenThePageStoresAsItGoes() {
        page.eval(
                "onpagehide = onbeforeunload = onunload = () => { localStorage.a = 'again'; document.cookie = 'c=again' }; name = ''; 1");
        FxThread.run(page.preview::clearStorage);
        waitForLoad();

        assertThat(page.eval(READ)).isEqualTo(NOTHING);
        FxThread.run(page.preview::reload);
        waitForLoad();
        assertThat(page.eval(READ)).isEqualTo(NOTHING);
    }

    @Test
    void clearingOneProjectLeavesTheOthers() {
        PageFixture other = new PageFixture(storage);
        other.show("index.html", "<!doctype html>");
        other.eval(STORE);
        FxThread.run(page.preview::clearStorage);
        waitForLoad();

        assertThat(other.eval("localStorage.a")).isEqualTo("\"1\"");
        other.close();
    }

    @Test
    void anIndexedDatabaseIsAbsentInsteadOfSilent() {
        assertThat(page.eval("typeof indexedDB")).isEqualTo("\"undefined\"");
    }
}
