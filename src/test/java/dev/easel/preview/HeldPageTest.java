package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that are shown without running, and what is remembered of those that hang.
class HeldPageTest {
    private static final String PAGE =
            "<!doctype html><p onclick='localStorage.c = 1'>x</p><noscript>no</noscript>"
                    + "<script>localStorage.ran = (+localStorage.ran || 0) + 1</script>";

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
    void aPageCanBeShownWithoutItsScriptsAndRunAgain() {
        page.show("index.html", PAGE);
        assertThat(page.eval("localStorage.ran")).isEqualTo("\"1\"");

        FxThread.run(() -> page.preview.setRunning(false));
        page.waitFor("shown", () -> page.preview.stateProperty().get() == Preview.State.SHOWN);
        assertThat(status()).isEqualTo(new GuardStatus.Held(false));
        assertThat(body()).contains("no");

        FxThread.run(() -> page.preview.setRunning(true));
        page.waitFor("it runs", () -> page.evalNow("localStorage.ran").equals("2"));
        assertThat(status()).isInstanceOf(GuardStatus.Quiet.class);
    }

    @Test
    void aHeldProjectDoesNotRunUntilItIsAllowed() {
        FxThread.run(() -> page.preview.hold(page.project));
        FxThread.run(() ->
                page.preview.show(
                        page.project, PageFixture.source("index.html", PAGE), "index.html"));
        page.waitFor("shown", () -> page.preview.stateProperty().get() == Preview.State.SHOWN);

        assertThat(status()).isEqualTo(new GuardStatus.Held(true));
        FxThread.run(() -> page.preview.setRunning(true));
        page.waitFor("it runs", () -> page.evalNow("localStorage.ran").equals("1"));
    }

    @Test
    void aStoppedLoopIsSaidWithItsPlaceAndTheLimitCanBeRaised() {
        FxThread.run(() -> page.preview.setTaskLimit(Duration.ofMillis(200)));
        page.show("index.html", "<!doctype html>\n<script>while (true);</script>");

        page.waitFor("it is said", () -> status() instanceof GuardStatus.Stopped);
        GuardStatus.Stopped stopped = (GuardStatus.Stopped) status();
        assertThat(stopped.loop().file()).isEqualTo("index.html");
        assertThat(stopped.loop().line()).isEqualTo(2);

        FxThread.run(page.preview.guard()::raiseLimit);
        assertThat(FxThread.call(page.preview.guard()::limit)).isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void aPageThatHangsInEveryTimerIsStoppedForGoodAndTheWindowAnswers() {
        FxThread.run(() -> page.preview.setTaskLimit(Duration.ofMillis(150)));
        page.show(
                "index.html",
                "<!doctype html><script>setInterval(() => { while (true); }, 1)</script>");

        page.waitFor("it is said", () -> status() instanceof GuardStatus.StoppedForGood);
        assertThat(page.eval("1 + 1")).isEqualTo("2");
        assertThat(FxThread.call(() -> page.preview.stoppedLoops().size())).isEqualTo(3);
    }

    @Test
    void aPageIsNotedWhileItStartsAndNoLongerWhenItAnswers() {
        Path file = storage.resolve("note");
        FxThread.run(() -> page.preview.setStartNote(new StartNote(file)));
        page.show("index.html", PAGE);
        page.waitFor("it is noted", () -> Files.exists(file));
        assertThat(file).hasContent(page.project);

        page.waitFor("it has answered", () -> !Files.exists(file));
    }

    @Test
    void thePageThatIsHeldAfterAHangStaysNoted() throws Exception {
        Path file = storage.resolve("note");
        Files.writeString(file, page.project);
        FxThread.run(() -> {
            page.preview.setStartNote(new StartNote(file));
            page.preview.hold(page.project);
            page.preview.show(page.project, PageFixture.source("index.html", PAGE), "index.html");
        });
        page.waitFor("shown", () -> page.preview.stateProperty().get() == Preview.State.SHOWN);
        FxThread.run(page.preview::finish);

        assertThat(file).hasContent(page.project);
    }

    private GuardStatus status() {
        return FxThread.call(() -> page.preview.guard().statusProperty().get());
    }

    private String body() {
        return FxThread.call(() -> {
            var document = page.preview.viewProperty().get().getEngine().getDocument();
            return document.getElementsByTagName("body").item(0).getTextContent();
        });
    }
}
