package dev.easel.cost;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The question whether a run may pass the limit of the day; one at a time, the newest. UI thread
/// only.
public final class LimitQuestionViewModel {
    /// One question.
    ///
    /// @param over what stands against the run
    /// @param run starts it
    /// @param takesFocus whether the user is waiting for it
    record Question(LimitAnswer.Over over, Runnable run, boolean takesFocus) {}

    private final ReadOnlyObjectWrapper<@Nullable Question> question =
            new ReadOnlyObjectWrapper<>();
    private final Consumer<Long> raise;

    /// @param raise keeps another limit, in billionths of a US dollar
    public LimitQuestionViewModel(Consumer<Long> raise) {
        this.raise = raise;
    }

    /// What is asked; null for nothing.
    ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// Asks, instead of what was asked before.
    ///
    /// @param run starts the run if the user wants it
    /// @param takesFocus whether the user is waiting for it; else whoever types, types on
    public void ask(LimitAnswer.Over over, Runnable run, boolean takesFocus) {
        question.set(new Question(over, run, takesFocus));
    }

    /// The run starts, once; the limit stays.
    void runAnyway() {
        answer(Question::run);
    }

    /// The limit is raised and the run starts.
    void raise() {
        answer(asked -> {
            raise.accept(asked.over().raised());
            return asked.run();
        });
    }

    /// Nothing is run: the user said so, or looks at something else now.
    public void dismiss() {
        question.set(null);
    }

    private interface Answer {
        Runnable to(Question asked);
    }

    private void answer(Answer answer) {
        Question asked = question.get();
        if (asked != null) {
            question.set(null);
            answer.to(asked).run();
        }
    }
}
