package dev.easel.app;

import dev.easel.editor.CodeViewModel;
import dev.easel.generate.ArtifactEvent;
import dev.easel.generate.RunEvent;
import dev.easel.project.EditOutcome;
import dev.easel.project.Origin;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import dev.easel.prompt.ConversationViewModel;
import dev.easel.prompt.Figures;
import dev.easel.provider.Retry;
import dev.easel.text.Texts;
import dev.easel.ui.Throttle;
import java.util.Locale;
import java.util.Optional;
import javafx.util.Duration;

/// Brings what runs say into the panes: every run into its card, the run of the open project into
/// code and status line as well. UI thread only.
final class RunPanes implements Runs.Listener {
    private static final Texts TEXTS = Texts.of(RunPanes.class);

    /// What the window is about.
    interface Window {
        boolean isOpen(Project project);

        /// A run has begun.
        ///
        /// @return whether its project is open now
        boolean begun(Project project);

        /// A reply in the open project goes on.
        void written(ArtifactEvent event);

        /// The run of the open project is over, or goes on with another question. [#changed()]
        /// follows.
        void ended(Optional<Revision> made);

        /// A run has ended well: what waits in its project may begin.
        void next(Project project);

        /// Something began or ended somewhere.
        void changed();

        /// What was typed could not be stored.
        void refused(Prompt prompt);
    }

    private final CodeViewModel code;
    private final ConversationViewModel conversation;
    private final StatusViewModel status;
    private final Window window;
    private final Throttle progress = new Throttle(Duration.millis(300));

    RunPanes(
            CodeViewModel code,
            ConversationViewModel conversation,
            StatusViewModel status,
            Window window) {
        this.code = code;
        this.conversation = conversation;
        this.status = status;
        this.window = window;
    }

    @Override
    public void begun(ActiveRun run) {
        if (window.begun(run.project())) {
            conversation.add(run.card());
            status.figuresProperty().set(run.card().run().model());
        }
    }

    @Override
    public void happened(ActiveRun run, RunEvent event) {
        Optional<Retry> waits =
                event instanceof RunEvent.Retrying(Retry next)
                        ? Optional.of(next)
                        : Optional.empty();
        run.card().retrying(waits);
        if (window.isOpen(run.project())) {
            status.retryProperty().set(waits);
        }
        switch (event) {
            case RunEvent.Retrying retrying -> {}
            case RunEvent.Adapted(String message) -> run.card().adapted(message);
            case RunEvent.Sends sends -> run.card().sends(sends.sent());
            case RunEvent.Thought(String text) -> run.card().thoughts().append(text);
            case RunEvent.Artifact(ArtifactEvent e) -> artifact(run, e);
            case RunEvent.Answering(String version) -> {
                run.card().soFar(of -> of.answeredBy(version));
                figures(run);
            }
            case RunEvent.Timed(Timings timings) -> {
                run.card().soFar(of -> of.with(timings));
                figures(run);
            }
            case RunEvent.Counted(Usage usage) -> {
                run.card().soFar(of -> of.with(usage));
                figures(run);
            }
            case RunEvent.Warned(String message) -> status.problemProperty().set(message);
            case RunEvent.Started started -> {}
            case RunEvent.Ended ended -> {}
        }
    }

    private void figures(ActiveRun run) {
        if (window.isOpen(run.project())) {
            status.figuresProperty().set(Figures.of(run.card().run()));
        }
    }

    private void artifact(ActiveRun run, ArtifactEvent event) {
        Optional<EditOutcome> outcome = run.take(event);
        if (event instanceof ArtifactEvent.Prose(String text)) {
            run.card().prose().append(text);
        }
        if (window.isOpen(run.project())) {
            show(run, event, outcome);
            window.written(event);
            progress.run(() -> showProgress(run));
        }
    }

    private void showProgress(ActiveRun run) {
        if (window.isOpen(run.project())) {
            status.stateProperty().set(TEXTS.get("status.streaming", run.lines()));
        }
    }

    private void show(ActiveRun run, ArtifactEvent event, Optional<EditOutcome> outcome) {
        switch (event) {
            case ArtifactEvent.FileStarted(String path) -> code.startFile(path);
            case ArtifactEvent.FileText(String path, String text) -> code.append(path, text);
            case ArtifactEvent.EditsStarted(String path) -> code.select(path);
            case ArtifactEvent.Edited edited -> {
                String path = run.lastChanged();
                if (outcome.orElse(null) instanceof EditOutcome.Applied applied) {
                    run.text(path).ifPresent(text -> code.change(path, text, applied));
                }
            }
            case ArtifactEvent.Prose prose -> {}
            case ArtifactEvent.FileEnded ended -> {}
            case ArtifactEvent.BadEdit bad -> {}
            case ArtifactEvent.EditsEnded ended -> {}
        }
    }

    @Override
    public void ended(ActiveRun run, Run stored, Optional<Revision> made, boolean goesOn) {
        if (window.isOpen(run.project())) {
            progress.cancel();
            if (!goesOn) {
                String word = stored.status().name().toLowerCase(Locale.ROOT);
                status.stateProperty().set(TEXTS.get("status." + word));
            }
            status.figuresProperty().set(Figures.of(stored));
            code.endStream();
            window.ended(made);
        }
        window.changed();
        // After a failure the user decides what becomes of the rest.
        if (!goesOn && stored.status() == RunStatus.COMPLETE) {
            window.next(run.project());
        }
    }

    @Override
    public void refused(ActiveRun active, Run run) {
        window.changed();
        status.stateProperty().set(TEXTS.get("status.failed"));
        // Nothing could be stored, so there is no card to say it.
        if (run.origin().kind() == Origin.Kind.PROMPT) {
            window.refused(active.asked());
        }
        status.problemProperty().set(run.message());
    }

    @Override
    public void died(ActiveRun run, String reason) {
        window.changed();
        progress.cancel();
        status.stateProperty().set(TEXTS.get("status.failed"));
        status.problemProperty().set(TEXTS.get("problem.died", reason));
    }
}
