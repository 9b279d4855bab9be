package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartWatchTest {
    @TempDir Path folder;
    private StartNote note;
    private StartWatch watch;

    @BeforeEach
    void create() {
        note = new StartNote(folder.resolve("sub/note"));
        watch = new StartWatch(note);
    }

    @Test
    void nothingIsNotedBeforeAPageStarts() {
        watch.tick(null, 0);

        assertThat(note.read()).isEmpty();
    }

    @Test
    void aPageIsNotedUntilItHasAnsweredForThreeSeconds() {
        watch.begin("a");
        for (int i = 0; i < 30; i++) {
            watch.tick(null, 0);
            assertThat(note.read()).isEqualTo("a");
        }
        watch.tick(null, 0);

        assertThat(note.read()).isEmpty();
    }

    @Test
    void aPageThatRanOnlyForAMomentIsNoLongerOnTheNoteOfTheLastProgram() {
        note.write("a");
        watch.begin("a");
        watch.begin("");
        watch.tick(null, 0);

        assertThat(note.read()).isEmpty();
    }

    @Test
    void silenceIsNoAnswer() {
        watch.begin("a");
        for (int i = 0; i < 100; i++) {
            watch.tick(null, 100);
        }

        assertThat(note.read()).isEqualTo("a");
    }

    @Test
    void anotherLoadIsNotedAnew() {
        watch.begin("a");
        for (int i = 0; i < 31; i++) {
            watch.tick(null, 0);
        }
        watch.begin("a");
        watch.tick(null, 0);

        assertThat(note.read()).isEqualTo("a");
    }

    @Test
    void aPageThatEndsIsNotNoted() {
        watch.begin("a");
        watch.tick(null, 0);
        watch.begin("");
        watch.tick(null, 0);

        assertThat(note.read()).isEmpty();
    }

    @Test
    void aThreadThatIsBusyElsewhereIsNotThePagesFault() {
        watch.begin("a");
        for (int i = 0; i < 31; i++) {
            watch.tick(Thread.currentThread(), 0);
        }
        watch.tick(Thread.currentThread(), 10_000);

        assertThat(note.read()).isEmpty();
    }
}
