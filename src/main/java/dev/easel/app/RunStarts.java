package dev.easel.app;

import dev.easel.generate.PageError;
import dev.easel.generate.RunSpec;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.prompt.RunCard;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Starts runs: what the user asks, what waited for its turn, and repairs. The limit of the day
/// stands before each of them, and at most one runs in a project. UI thread only.
final class RunStarts implements Repairs.Runs {
    private static final Texts TEXTS = Texts.of(RunStarts.class);

    private final NextRun next;
    private final LimitGate gate;
    private final Asking asking;
    private final Runs runs;
    private final Consumer<String> problem;
    private final Consumer<RunSpec> started;

    /// @param problem is told in plain words why something did not start
    /// @param started is told of a run that has just been started in the open project
    RunStarts(
            NextRun next,
            LimitGate gate,
            Asking asking,
            Runs runs,
            Consumer<String> problem,
            Consumer<RunSpec> started) {
        this.next = next;
        this.gate = gate;
        this.asking = asking;
        this.runs = runs;
        this.problem = problem;
        this.started = started;
        asking.prompt().queue().setOnSend(this::startQueued);
    }

    /// A prompt, in the open project or in a new one. Ignored while a run is under way there.
    void ask(Prompt asked) {
        if (!asked.text().isBlank()) {
            start(next.of(asked));
        }
    }

    /// Asks once more what a run asked, of the same files and with the same images.
    void again(Run run) {
        asking.images()
                .of(
                        run.id(),
                        images -> {
                            if (isOpen(run.projectId())) {
                                start(next.again(run, images));
                            }
                        });
    }

    /// Goes on with the reply of a card that broke off.
    void goOn(RunCard card) {
        start(next.continuing(card));
    }

    @Override
    public void repair(Revision of, List<PageError> errors) {
        start(next.repairing(of, errors));
    }

    @Override
    public void repairAlone(RunCard card, Revision of, List<PageError> errors) {
        RunSpec spec = next.repairing(of, errors);
        gate.alone(
                spec,
                () -> {
                    if (isOpen(of.projectId())) {
                        startNow(spec);
                    }
                },
                why -> card.stopped(TEXTS.get("limit.notRepaired", why)));
    }

    /// The turn of what waits in a project has come.
    void next(Project of) {
        if (isOpen(of.id())) {
            asking.prompt().queue().prompts().stream().findFirst().ifPresent(this::startQueued);
        } else {
            asking.waiting().next(of.id(), asked -> startElsewhere(of, asked));
        }
    }

    private void start(RunSpec spec) {
        if (isFree()) {
            gate.ask(spec, () -> startNow(spec));
        }
    }

    private void startNow(RunSpec spec) {
        if (isFree()) {
            runs.start(spec);
            started.accept(spec);
        }
    }

    // It stays in the queue until it begins: a question about it may be left unanswered.
    private void startQueued(Prompt asked) {
        if (!isFree()) {
            return;
        }
        RunSpec spec = next.of(asked);
        gate.askLater(
                spec,
                () -> {
                    if (isFree() && asking.prompt().queue().takeIfNext(asked)) {
                        startNow(spec);
                    }
                });
    }

    private void startElsewhere(Project of, Prompt asked) {
        RunSpec spec = next.of(asked, Optional.of(of.id()));
        gate.alone(
                spec,
                () -> runs.start(spec),
                why -> {
                    asking.waiting().putBack(of.id(), asked);
                    problem.accept(TEXTS.get("limit.waits", of.title(), why));
                });
    }

    private boolean isFree() {
        return runs.of(next.project().getValue()).isEmpty();
    }

    private boolean isOpen(String projectId) {
        Project open = next.project().getValue();
        return open != null && open.id().equals(projectId);
    }
}
