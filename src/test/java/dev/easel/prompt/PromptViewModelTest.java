package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.prompt.PromptViewModel.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptViewModelTest {
    private final List<String> sent = new ArrayList<>();
    private final List<String> stops = new ArrayList<>();
    private final List<List<String>> kept = new ArrayList<>();
    private final PromptViewModel model =
            new PromptViewModel(sent::add, () -> stops.add("stop"), kept::add);

    @Test
    void nothingIsSentUntilThereIsText() {
        model.generate();
        model.textProperty().set("  \n ");
        model.generate();
        assertThat(sent).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void thePromptStaysUntilARunHasTakenIt() {
        model.textProperty().set("draw ");
        model.generate();
        assertThat(sent).containsExactly("draw");
        assertThat(model.textProperty().get()).isEqualTo("draw ");
        model.started("draw");
        assertThat(model.textProperty().get()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(State.RUNNING);
    }

    @Test
    void whatIsTypedDuringARunStays() {
        model.textProperty().set("next idea");
        model.started("another prompt");
        model.ended();
        assertThat(model.textProperty().get()).isEqualTo("next idea");
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    }

    @Test
    void aRunIsStoppedOnce() {
        model.started("x");
        model.stop();
        model.stop();
        assertThat(stops).containsExactly("stop");
        assertThat(model.stateProperty().get()).isEqualTo(State.STOPPING);
    }

    @Test
    void nothingIsSentWhileARunIsUnderWay() {
        model.started("x");
        model.textProperty().set("more");
        model.generate();
        assertThat(sent).isEmpty();
    }

    @Test
    void whatIsTypedDuringARunWaitsForItsTurn() {
        model.running();
        model.textProperty().set("and then this");
        model.generate();
        assertThat(sent).isEmpty();
        assertThat(model.textProperty().get()).isEmpty();
        assertThat(model.queue().prompts()).containsExactly("and then this");
        assertThat(kept).containsExactly(List.of("and then this"));
        assertThat(model.stateProperty().get()).isEqualTo(State.RUNNING);
    }

    @Test
    void aPromptThatWaitsIsTakenBackBeforeWhatIsTyped() {
        model.queue().show(List.of("one", "two"));
        model.textProperty().set("typed");
        model.queue().edit(0);
        assertThat(model.textProperty().get()).isEqualTo("one\n\ntyped");
        assertThat(kept).containsExactly(List.of("two"));
    }

    @Test
    void theNextOneLeavesTheQueue() {
        model.queue().show(List.of("one", "two"));
        assertThat(model.queue().takeIfNext("one")).isTrue();
        assertThat(model.queue().prompts()).containsExactly("two");
        assertThat(kept).containsExactly(List.of("two"));
    }

    @Test
    void whatIsNotTheNextAnyMoreStays() {
        model.queue().show(List.of("one", "two"));
        assertThat(model.queue().takeIfNext("two")).isFalse();
        assertThat(model.queue().prompts()).containsExactly("one", "two");
        assertThat(kept).isEmpty();
    }
}
