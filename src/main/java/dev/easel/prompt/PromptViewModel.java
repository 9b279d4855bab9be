package dev.easel.prompt;

import dev.easel.generate.SentContext;
import dev.easel.project.Prompt;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The prompt editor. What is typed, and the images beside it, stay until a run has taken them. UI
/// thread only.
public final class PromptViewModel {
    /// What the one button under the editor does.
    public enum State {
        /// Nothing to send.
        EMPTY,
        /// Generate.
        READY,
        /// A run is under way: Stop.
        RUNNING,
        /// Stop was pressed, the run has not ended yet.
        STOPPING
    }

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
    private final Consumer<Prompt> send;
    private final Runnable stop;
    private final QueueViewModel queue;
    private final AttachmentsViewModel images;
    private Consumer<String> replacer = text::set;
    private final ObjectProperty<Optional<SentContext>> context =
            new SimpleObjectProperty<>(Optional.empty());

    /// @param send takes the prompt; it answers with [#started(Prompt)]
    /// @param stop ends the run
    /// @param keep stores the prompts that wait
    /// @param images beside the prompt
    public PromptViewModel(
            Consumer<Prompt> send,
            Runnable stop,
            Consumer<List<Prompt>> keep,
            AttachmentsViewModel images) {
        this.images = images;
        images.setOnCode(code -> append(code.code()));
        this.send = send;
        this.stop = stop;
        queue = new QueueViewModel(keep, this::takeBack);
        text.addListener((o, before, now) -> {
            if (state.get() == State.EMPTY || state.get() == State.READY) {
                idle();
            }
        });
    }

    /// What is typed.
    public StringProperty textProperty() {
        return text;
    }

    /// What would go to the model with the next prompt; empty for a new project.
    public ObjectProperty<Optional<SentContext>> contextProperty() {
        return context;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Starts a run with what is typed. While one is under way it waits for its turn instead. Does
    /// nothing when nothing is typed.
    public void generate() {
        if (!text.get().isBlank()) {
            images.whenRead(this::generateNow);
        }
    }

    private void generateNow() {
        Prompt typed = new Prompt(text.get().strip(), images.images());
        if (typed.text().isEmpty()) {
            return;
        }
        if (state.get() == State.READY) {
            send.accept(typed);
        } else {
            queue.add(typed);
            text.set("");
            images.taken(typed.images());
        }
    }

    /// The images beside what is typed.
    public AttachmentsViewModel images() {
        return images;
    }

    /// Puts another text in place of what is typed; the editor can undo it.
    public void replace(String other) {
        replacer.accept(other);
    }

    /// @param by replaces the text so that the editor can undo it
    void setReplacer(Consumer<String> by) {
        replacer = by;
    }

    private void append(String words) {
        String typed = text.get();
        replace(typed.isBlank() ? words : typed.stripTrailing() + "\n\n" + words);
    }

    /// The prompts that wait.
    public QueueViewModel queue() {
        return queue;
    }

    /// Puts a prompt into the editor, before what is typed.
    private void takeBack(Prompt prompt) {
        String typed = text.get();
        text.set(typed.isBlank() ? prompt.text() : prompt.text() + "\n\n" + typed);
        images.restore(prompt.images());
    }

    /// Told by whoever runs: nothing could be stored, so what was taken comes back.
    public void refused(Prompt prompt) {
        text.set(prompt.text());
        images.restore(prompt.images());
    }

    /// Stops the run; does nothing when none is under way.
    public void stop() {
        if (state.get() == State.RUNNING) {
            state.set(State.STOPPING);
            stop.run();
        }
    }

    /// Told by whoever runs. A run that begins has stored the prompt, so the editor lets go of it;
    /// what was typed since stays.
    ///
    /// @param prompt what the run took
    public void started(Prompt prompt) {
        if (text.get().strip().equals(prompt.text())) {
            text.set("");
        }
        images.taken(prompt.images());
        state.set(State.RUNNING);
    }

    /// Told by whoever runs: a run is under way in the project that is open.
    public void running() {
        if (state.get() != State.STOPPING) {
            state.set(State.RUNNING);
        }
    }

    /// Told by whoever runs: nothing is under way.
    public void ended() {
        idle();
    }

    private void idle() {
        state.set(text.get().isBlank() ? State.EMPTY : State.READY);
    }
}
