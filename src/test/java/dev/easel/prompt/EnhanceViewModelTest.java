package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.ImageReading;
import dev.easel.project.Prompt;
import dev.easel.prompt.EnhanceViewModel.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnhanceViewModelTest {
    private final List<Prompt> started = new ArrayList<>();
    private final List<String> stopped = new ArrayList<>();
    private final PromptViewModel prompt =
            new PromptViewModel(
                    p -> {},
                    () -> {},
                    p -> {},
                    new AttachmentsViewModel(new ImageReading(), Runnable::run, Runnable::run));
    private final EnhanceViewModel model =
            new EnhanceViewModel(prompt, started::add, () -> stopped.add("stop"));

    private String text() {
        return prompt.textProperty().get();
    }

    private State state() {
        return model.stateProperty().get();
    }

    @Test
    void nothingIsImprovedUntilThereIsText() {
        prompt.textProperty().set("  ");
        model.start();
        assertThat(started).isEmpty();
        assertThat(state()).isEqualTo(State.IDLE);
    }

    @Test
    void theTextStaysUntilTheBetterOneIsWhole() {
        prompt.textProperty().set("a cat ");
        model.start();
        model.start();
        assertThat(started).containsExactly(Prompt.of("a cat"));
        assertThat(text()).isEqualTo("a cat ");

        model.ended("A ginger cat", "2 s");

        assertThat(text()).isEqualTo("A ginger cat");
        assertThat(state()).isEqualTo(State.REPLACED);
        assertThat(model.noteProperty().get()).isEqualTo("2 s");
    }

    @Test
    void undoBringsTheOldTextBack() {
        prompt.textProperty().set("a cat");
        model.start();
        model.ended("A ginger cat", "");
        model.undo();
        assertThat(text()).isEqualTo("a cat");
        assertThat(state()).isEqualTo(State.IDLE);
    }

    @Test
    void whatWasTypedMeanwhileIsNotReplacedUnasked() {
        prompt.textProperty().set("a cat");
        model.start();
        prompt.textProperty().set("a dog");
        model.ended("A ginger cat", "");
        assertThat(text()).isEqualTo("a dog");
        assertThat(state()).isEqualTo(State.OFFERED);

        model.use();
        assertThat(text()).isEqualTo("A ginger cat");
        model.undo();
        assertThat(text()).isEqualTo("a dog");
    }

    @Test
    void typingOnTakesTheUndoAway() {
        prompt.textProperty().set("a cat");
        model.start();
        model.ended("A ginger cat", "");
        prompt.textProperty().set("A ginger cat, asleep");
        assertThat(state()).isEqualTo(State.IDLE);
    }

    @Test
    void aFailureLeavesTheText() {
        prompt.textProperty().set("a cat");
        model.start();
        model.stop();
        model.failed("You stopped it.");
        assertThat(stopped).containsExactly("stop");
        assertThat(text()).isEqualTo("a cat");
        assertThat(state()).isEqualTo(State.FAILED);
        model.dismiss();
        assertThat(state()).isEqualTo(State.IDLE);
    }
}
