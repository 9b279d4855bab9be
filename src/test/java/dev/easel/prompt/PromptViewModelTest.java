package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.ImageReading;
import dev.easel.image.Pixels;
import dev.easel.project.Prompt;
import dev.easel.prompt.PromptViewModel.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptViewModelTest {
    private final List<Prompt> sent = new ArrayList<>();
    private final List<String> stops = new ArrayList<>();
    private final List<List<Prompt>> kept = new ArrayList<>();
    private final PromptViewModel model =
            new PromptViewModel(
                    sent::add,
                    () -> stops.add("stop"),
                    kept::add,
                    new AttachmentsViewModel(new ImageReading(), Runnable::run, Runnable::run));

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
        assertThat(sent).containsExactly(Prompt.of("draw"));
        assertThat(model.textProperty().get()).isEqualTo("draw ");
        model.started(Prompt.of("draw"));
        assertThat(model.textProperty().get()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(State.RUNNING);
    }

    @Test
    void whatIsTypedDuringARunStays() {
        model.textProperty().set("next idea");
        model.started(Prompt.of("another prompt"));
        model.ended();
        assertThat(model.textProperty().get()).isEqualTo("next idea");
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    }

    @Test
    void aRunIsStoppedOnce() {
        model.started(Prompt.of("x"));
        model.stop();
        model.stop();
        assertThat(stops).containsExactly("stop");
        assertThat(model.stateProperty().get()).isEqualTo(State.STOPPING);
    }

    @Test
    void nothingIsSentWhileARunIsUnderWay() {
        model.started(Prompt.of("x"));
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
        assertThat(model.queue().prompts()).containsExactly(Prompt.of("and then this"));
        assertThat(kept).containsExactly(List.of(Prompt.of("and then this")));
        assertThat(model.stateProperty().get()).isEqualTo(State.RUNNING);
    }

    @Test
    void aPromptThatWaitsIsTakenBackBeforeWhatIsTyped() {
        model.queue().show(List.of(Prompt.of("one"), Prompt.of("two")));
        model.textProperty().set("typed");
        model.queue().edit(0);
        assertThat(model.textProperty().get()).isEqualTo("one\n\ntyped");
        assertThat(kept).containsExactly(List.of(Prompt.of("two")));
    }

    @Test
    void theNextOneLeavesTheQueue() {
        model.queue().show(List.of(Prompt.of("one"), Prompt.of("two")));
        assertThat(model.queue().takeIfNext(Prompt.of("one"))).isTrue();
        assertThat(model.queue().prompts()).containsExactly(Prompt.of("two"));
        assertThat(kept).containsExactly(List.of(Prompt.of("two")));
    }

    @Test
    void whatIsNotTheNextAnyMoreStays() {
        model.queue().show(List.of(Prompt.of("one"), Prompt.of("two")));
        assertThat(model.queue().takeIfNext(Prompt.of("two"))).isFalse();
        assertThat(model.queue().prompts()).containsExactly(Prompt.of("one"), Prompt.of("two"));
        assertThat(kept).isEmpty();
    }

    @Test
    void theNextOneCanBeSentByHand() {
        List<Prompt> by = new ArrayList<>();
        model.queue().setOnSend(by::add);
        model.queue().sendNext();
        assertThat(by).isEmpty();

        model.queue().show(List.of(Prompt.of("one"), Prompt.of("two")));
        model.queue().sendNext();
        assertThat(by).containsExactly(Prompt.of("one"));
    }

    private void attach(String name) {
        model.images().add(name, () -> new Pixels(1, 1, new int[] {0xff00ff00}));
    }

    @Test
    void imagesGoWithThePromptAndLeaveWithIt() {
        attach("one");
        model.textProperty().set("draw");
        model.generate();
        assertThat(sent.getFirst().images()).hasSize(1);
        assertThat(model.images().items()).hasSize(1);

        attach("two");
        model.started(sent.getFirst());

        assertThat(model.images().items())
                .extracting(AttachmentsViewModel.Item::name)
                .containsExactly("two");
    }

    @Test
    void whatCouldNotBeStoredComesBackWithItsImages() {
        attach("one");
        model.textProperty().set("draw");
        model.generate();
        model.started(sent.getFirst());
        model.refused(sent.getFirst());

        assertThat(model.textProperty().get()).isEqualTo("draw");
        assertThat(model.images().images()).isEqualTo(sent.getFirst().images());
    }

    @Test
    void aPromptThatWaitsKeepsItsImages() {
        model.running();
        attach("one");
        model.textProperty().set("and then this");
        model.generate();
        assertThat(model.images().items()).isEmpty();
        assertThat(kept.getFirst().getFirst().images()).hasSize(1);

        model.queue().edit(0);

        assertThat(model.images().images()).hasSize(1);
    }

    @Test
    void imagesAloneAreNotSent() {
        attach("one");
        model.generate();
        assertThat(sent).isEmpty();
        assertThat(model.images().items()).hasSize(1);
    }
}
