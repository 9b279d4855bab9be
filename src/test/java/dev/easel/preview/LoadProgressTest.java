package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.Preview.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadProgressTest {
    private final LoadProgress progress = new LoadProgress();

    private State state() {
        return progress.stateProperty().get();
    }

    private String message() {
        return progress.messageProperty().get();
    }

    @Test
    void aPageThatIsThereDoesNotFailAnyMore() {
        progress.begin();
        progress.arrive();
        progress.fail("A picture is missing.");

        assertThat(state()).isEqualTo(State.SHOWN);
        assertThat(message()).isEmpty();
    }

    @Test
    void aPageThatFailedDoesNotArriveAnyMore() {
        progress.begin();
        progress.fail("There is no such file.");
        progress.arrive();

        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(message()).isEqualTo("There is no such file.");
    }

    @Test
    void whatWasEndedMeanwhileNeitherArrivesNorFails() {
        progress.begin();
        progress.empty("Easel writes.");
        progress.arrive();
        progress.fail("Lost.");

        assertThat(state()).isEqualTo(State.EMPTY);
        assertThat(message()).isEqualTo("Easel writes.");
    }

    @Test
    void whoHearsOfAFailureKnowsWhy() {
        List<String> heard = new ArrayList<>();
        progress.stateProperty().addListener((o, before, now) -> heard.add(now + " " + message()));
        progress.begin();
        progress.fail("Lost.");
        progress.begin();

        assertThat(heard).containsExactly("LOADING ", "FAILED Lost.", "LOADING ");
    }
}
