package dev.easel.preview.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputHistoryTest {
    private final InputHistory history = new InputHistory();

    @Test
    void olderAndNewerLinesComeBackAndSoDoesTheDraft() {
        history.add("one");
        history.add("two");

        assertThat(history.older("draft")).contains("two");
        assertThat(history.older("two")).contains("one");
        assertThat(history.older("one")).isEmpty();
        assertThat(history.newer()).contains("two");
        assertThat(history.newer()).contains("draft");
        assertThat(history.newer()).isEmpty();
    }

    @Test
    void theSameLineTwiceIsKeptOnce() {
        history.add("one");
        history.add("one");

        assertThat(history.older("")).contains("one");
        assertThat(history.older("one")).isEmpty();
    }
}
