package dev.easel.prompt;

import dev.easel.project.Prompt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Has what is typed written better by the chosen model. The text is replaced when the better one
/// is whole, and only if nobody typed meanwhile; the old one can be had back. UI thread only.
public final class EnhanceViewModel {
    /// How it stands.
    public enum State {
        IDLE,
        /// The model writes.
        RUNNING,
        /// The text was replaced.
        REPLACED,
        /// The better text is there, but something was typed meanwhile.
        OFFERED,
        /// It failed or was stopped; the text is as it was.
        FAILED
    }

    private final PromptViewModel prompt;
    private final Consumer<Prompt> start;
    private final Runnable stop;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private String asked = "";
    private String better = "";

    /// @param start begins a run; it answers with [#progress(String)] and one of the ends
    /// @param stop ends that run
    public EnhanceViewModel(PromptViewModel prompt, Consumer<Prompt> start, Runnable stop) {
        this.prompt = prompt;
        this.start = start;
        this.stop = stop;
        prompt.textProperty()
                .addListener((o, before, now) -> {
                    // What was typed since cannot be undone by a button that brings back an old
                    // text.
                    if (state.get() == State.REPLACED && !now.equals(better)) {
                        state.set(State.IDLE);
                    }
                });
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Figures of the run, or why it failed, in plain words.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Starts; does nothing when nothing is typed or it is under way.
    public void start() {
        Prompt typed = new Prompt(prompt.textProperty().get().strip(), prompt.images().images());
        if (typed.text().isEmpty() || state.get() == State.RUNNING) {
            return;
        }
        asked = prompt.textProperty().get();
        note.set("");
        state.set(State.RUNNING);
        start.accept(typed);
    }

    /// Stops; the text stays.
    public void stop() {
        if (state.get() == State.RUNNING) {
            stop.run();
        }
    }

    /// Told while the model writes.
    public void progress(String figures) {
        note.set(figures);
    }

    /// Told when the better text is whole.
    public void ended(String text, String figures) {
        note.set(figures);
        better = text;
        if (prompt.textProperty().get().equals(asked)) {
            use();
        } else {
            state.set(State.OFFERED);
        }
    }

    /// Told when there is none.
    public void failed(String why) {
        note.set(why);
        state.set(State.FAILED);
    }

    /// Replaces what is typed by the better text.
    public void use() {
        asked = prompt.textProperty().get();
        prompt.replace(better);
        state.set(State.REPLACED);
    }

    /// Brings the old text back.
    public void undo() {
        prompt.replace(asked);
        state.set(State.IDLE);
    }

    /// The line is not needed any more.
    public void dismiss() {
        if (state.get() != State.RUNNING) {
            state.set(State.IDLE);
        }
    }
}
