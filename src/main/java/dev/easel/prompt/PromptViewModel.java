package dev.easel.prompt;

import dev.easel.generate.SentContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The prompt editor. What is typed stays until it has been taken by a run. UI thread only.
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
    private final Consumer<String> send;
    private final Runnable stop;
    private final QueueViewModel queue;
    private final ObjectProperty<Optional<SentContext>> context =
            new SimpleObjectProperty<>(Optional.empty());

    /// @param send takes the prompt; it answers with [#started(String)]
    /// @param stop ends the run
    /// @param keep stores the prompts that wait
    public PromptViewModel(Consumer<String> send, Runnable stop, Consumer<List<String>> keep) {
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
        String typed = text.get().strip();
        if (typed.isEmpty()) {
            return;
        }
        if (state.get() == State.READY) {
            send.accept(typed);
        } else {
            queue.add(typed);
            text.set("");
        }
    }

    /// The prompts that wait.
    public QueueViewModel queue() {
        return queue;
    }

    /// Puts a text into the editor, before what is typed.
    private void takeBack(String prompt) {
        String typed = text.get();
        text.set(typed.isBlank() ? prompt : prompt + "\n\n" + typed);
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
    public void started(String prompt) {
        if (text.get().strip().equals(prompt)) {
            text.set("");
        }
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
