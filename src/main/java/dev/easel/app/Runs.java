package dev.easel.app;

import dev.easel.generate.RunEvent;
import dev.easel.generate.RunService;
import dev.easel.generate.RunSpec;
import dev.easel.project.Attachment;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.prompt.RunCard;
import dev.easel.provider.Retry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// The runs under way: at most one a project, any number of projects side by side. UI thread only.
final class Runs {
    /// Whoever shows them.
    interface Listener {
        /// A prompt is stored, of the user or of Easel; the run's card is there.
        void begun(ActiveRun run);

        /// Something arrived for a run that has begun.
        void happened(ActiveRun run, RunEvent event);

        /// A run is over.
        ///
        /// @param goesOn whether Easel asks again by itself
        void ended(ActiveRun run, Run stored, Optional<Revision> made, boolean goesOn);

        /// Nothing could be stored, so nothing was sent.
        void refused(ActiveRun run, Run unstored);

        /// A defect of Easel ended the run without a word.
        void died(ActiveRun run, String reason);
    }

    private final RunService service;
    private final Listener listener;
    private final Executor background;
    private final Executor ui;
    private final List<ActiveRun> active = new ArrayList<>();
    private final ObservableSet<String> projects = FXCollections.observableSet();

    Runs(RunService service, Listener listener, Executor background, Executor ui) {
        this.service = service;
        this.listener = listener;
        this.background = background;
        this.ui = ui;
    }

    /// Ids of the projects in which a run is under way.
    ObservableSet<String> projects() {
        return projects;
    }

    /// The run of a project.
    ///
    /// @param project null for the one that a prompt is about to make
    Optional<ActiveRun> of(@Nullable Project project) {
        return active.stream()
                .filter(r -> r.projectId().equals(Optional.ofNullable(project).map(Project::id)))
                .findFirst();
    }

    /// Starts a run; nothing else may run in its project.
    void start(RunSpec spec) {
        ActiveRun run = new ActiveRun(spec.projectId(), new Prompt(spec.prompt(), spec.images()));
        active.add(run);
        spec.projectId().ifPresent(projects::add);
        run.started(
                service.start(spec, new RunFeed(ui, event -> take(run, event), System::nanoTime)));
        background.execute(() -> watch(run));
    }

    // A run tells its end itself, unless a defect of ours killed it.
    private void watch(ActiveRun run) {
        try {
            run.handle().await();
        } catch (IllegalStateException e) {
            ui.execute(() -> {
                if (active.contains(run)) {
                    remove(run);
                    listener.died(run, String.valueOf(e.getCause()));
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops a run; what has arrived is kept.
    void stop(ActiveRun run) {
        // Ending a connection may wait for a lock of the HTTP client.
        background.execute(run.handle()::cancel);
    }

    /// Begins the next attempt of a run that waits for it.
    ///
    /// @return how its card tells that now
    static Optional<Retry> tryNow(ActiveRun run) {
        run.handle().tryNow();
        Optional<Retry> begun = run.card().retryProperty().get().map(r -> r.at(Instant.now()));
        run.card().retrying(begun);
        return begun;
    }

    /// Stops a run of which nobody wants to hear any more: its project is being deleted.
    void drop(ActiveRun run) {
        remove(run);
        stop(run);
    }

    /// Stops everything: the window closes. What has arrived is stored without it.
    void stopAll() {
        List.copyOf(active).forEach(this::drop);
    }

    private void take(ActiveRun run, RunEvent event) {
        if (!active.contains(run)) {
            return;
        }
        switch (event) {
            case RunEvent.Started(Project of, Run stored) -> {
                run.begin(of, card(run, stored));
                projects.add(of.id());
                listener.begun(run);
            }
            case RunEvent.Sends sends -> {
                run.base(sends.base());
                listener.happened(run, event);
            }
            case RunEvent.Ended(Run stored, Optional<Revision> made, boolean goesOn) ->
                    ended(run, stored, made, goesOn);
            case RunEvent.Retrying retrying -> listener.happened(run, event);
            case RunEvent.Adapted adapted -> listener.happened(run, event);
            case RunEvent.Thought thought -> listener.happened(run, event);
            case RunEvent.Artifact artifact -> listener.happened(run, event);
            case RunEvent.Answering answering -> listener.happened(run, event);
            case RunEvent.Timed timed -> listener.happened(run, event);
            case RunEvent.Counted counted -> listener.happened(run, event);
            case RunEvent.Warned warned -> listener.happened(run, event);
        }
    }

    private static RunCard card(ActiveRun run, Run stored) {
        // What Easel asks after a reply shows no images: they stand at the prompt.
        boolean own = !stored.origin().kind().isSameExchange();
        List<Attachment> images = own ? run.asked().images() : List.of();
        return new RunCard(
                stored, "", Optional.empty(), images.stream().map(Attachment::note).toList());
    }

    private void ended(ActiveRun run, Run stored, Optional<Revision> made, boolean goesOn) {
        if (!goesOn) {
            remove(run);
        }
        if (run.hasBegun()) {
            run.card().ended(stored, made);
            listener.ended(run, stored, made, goesOn);
        } else {
            listener.refused(run, stored);
        }
    }

    private void remove(ActiveRun run) {
        active.remove(run);
        run.projectId().ifPresent(projects::remove);
    }
}
