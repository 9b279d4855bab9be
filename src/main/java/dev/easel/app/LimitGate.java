package dev.easel.app;

import dev.easel.cost.LimitAnswer;
import dev.easel.cost.LimitQuestionViewModel;
import dev.easel.cost.Spending;
import dev.easel.generate.RunService;
import dev.easel.generate.RunSpec;
import dev.easel.history.HistoryException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Stands before every run: one that would pass the limit of the day waits for the user's word.
/// Without a limit runs start at once. UI thread only; sums are read in the background.
final class LimitGate {
    private final RunService service;
    private final Spending spending;
    private final LimitQuestionViewModel question;
    private final Executor background;
    private final Executor ui;
    private final Set<String> told = new HashSet<>();
    private Consumer<String> tell = text -> {};
    private int asked;

    /// @param raise keeps another limit, in billionths of a US dollar
    LimitGate(
            RunService service,
            Spending spending,
            LongConsumer raise,
            Executor background,
            Executor ui) {
        this.service = service;
        this.spending = spending;
        this.background = background;
        this.ui = ui;
        question = new LimitQuestionViewModel(raise::accept);
    }

    /// What is asked at the moment.
    LimitQuestionViewModel question() {
        return question;
    }

    /// @param listener is told in plain words what the user should know
    void setOnTell(Consumer<String> listener) {
        tell = listener;
    }

    /// The user wants a run: it starts, or is asked about. A question of before is dropped.
    void ask(RunSpec spec, Runnable start) {
        ask(spec, start, true);
    }

    /// The turn of a prompt has come that waited: like [#ask(RunSpec, Runnable)], but whoever types
    /// meanwhile, types on.
    void askLater(RunSpec spec, Runnable start) {
        ask(spec, start, false);
    }

    private void ask(RunSpec spec, Runnable start, boolean takesFocus) {
        dismiss();
        int number = asked;
        check(
                spec,
                answer -> {
                    if (number != asked) {
                        return;
                    }
                    if (answer instanceof LimitAnswer.Over over) {
                        question.ask(over, start, takesFocus);
                    } else {
                        start.run();
                    }
                },
                tell);
    }

    /// Easel wants a run by itself: it starts, or does not.
    ///
    /// @param refused is told what stands against it
    void alone(RunSpec spec, Runnable start, Consumer<String> refused) {
        check(
                spec,
                answer -> {
                    if (answer instanceof LimitAnswer.Over over) {
                        refused.accept(over.text());
                    } else {
                        start.run();
                    }
                },
                refused);
    }

    /// The user looks at something else now: what was asked is dropped, nothing is run.
    void dismiss() {
        asked++;
        question.dismiss();
    }

    private void check(RunSpec spec, Consumer<LimitAnswer> then, Consumer<String> failed) {
        if (!spending.isLimited()) {
            then.accept(LimitAnswer.ALLOWED);
            return;
        }
        background.execute(() -> {
            try {
                LimitAnswer answer = service.check(spec);
                ui.execute(() -> {
                    note(answer);
                    then.accept(answer);
                });
            } catch (HistoryException e) {
                // Nothing was taken yet: what was typed is where it was.
                ui.execute(() -> failed.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    // That a price is unknown is said once for each model.
    private void note(LimitAnswer answer) {
        if (answer instanceof LimitAnswer.Uncounted uncounted && told.add(uncounted.model())) {
            tell.accept(uncounted.text());
        }
    }
}
