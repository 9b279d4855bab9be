package dev.easel.app;

import dev.easel.generate.ArtifactEvent;
import dev.easel.generate.Enhancement;
import dev.easel.generate.RunEvent;
import dev.easel.generate.RunHandle;
import dev.easel.generate.RunService;
import dev.easel.generate.RunSpec;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Run;
import dev.easel.prompt.EnhanceViewModel;
import dev.easel.prompt.Figures;
import dev.easel.prompt.PromptViewModel;
import dev.easel.prompt.RunCard;
import dev.easel.text.Texts;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Has prompts written better. Each is a run of the open project, so that nothing is lost and its
/// cost counts; without one, the project begins with it, as it would with the prompt itself. It
/// stands beside the runs that make revisions and touches neither code nor preview. UI thread only.
final class Enhancer {
    private static final Texts TEXTS = Texts.of(EnhanceViewModel.class);

    /// Lets a run start, or says what stands against it.
    interface Gate {
        void allow(RunSpec spec, Runnable start, Consumer<String> refused);
    }

    private final RunService service;
    private final Function<Prompt, RunSpec> spec;
    private final Gate gate;
    private final Consumer<Project> begun;
    private final BiConsumer<Run, RunCard> ended;
    private final Executor background;
    private final Executor ui;
    private final EnhanceViewModel model;
    private @Nullable RunHandle handle;

    /// @param spec what a prompt would run with now
    /// @param gate stands before every run
    /// @param begun told in which project it runs
    /// @param ended told when it is over and stored
    Enhancer(
            RunService service,
            PromptViewModel prompt,
            Function<Prompt, RunSpec> spec,
            Gate gate,
            Consumer<Project> begun,
            BiConsumer<Run, RunCard> ended,
            Executor background,
            Executor ui) {
        this.service = service;
        this.spec = spec;
        this.gate = gate;
        this.begun = begun;
        this.ended = ended;
        this.background = background;
        this.ui = ui;
        model = new EnhanceViewModel(prompt, this::start, this::stop);
    }

    EnhanceViewModel model() {
        return model;
    }

    private void start(Prompt prompt) {
        RunSpec next = spec.apply(prompt).enhancing();
        gate.allow(next, () -> start(next), model::failed);
    }

    private void start(RunSpec next) {
        RunHandle started = service.start(next, new RunFeed(ui, this::take, System::nanoTime));
        handle = started;
        background.execute(() -> watch(started));
    }

    // A run tells its end itself, unless a defect of ours killed it.
    private void watch(RunHandle started) {
        try {
            started.await();
        } catch (IllegalStateException e) {
            ui.execute(() -> model.failed(String.valueOf(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the run under way; the prompt stays as it is.
    void stop() {
        RunHandle running = handle;
        if (running != null && !running.isOver()) {
            background.execute(running::cancel);
        }
    }

    private void take(RunEvent event) {
        switch (event) {
            case RunEvent.Started(Project of, Run run) -> begun.accept(of);
            case RunEvent.Answering(String version) -> model.progress(version);
            case RunEvent.Ended(Run run, var made, boolean goesOn) -> end(run);
            case RunEvent.Timed timed -> {}
            case RunEvent.Counted counted -> {}
            case RunEvent.Retrying retrying -> {}
            case RunEvent.Adapted adapted -> {}
            case RunEvent.Sends sends -> {}
            case RunEvent.Thought thought -> {}
            case RunEvent.Artifact(ArtifactEvent part) -> {}
            case RunEvent.Warned warned -> {}
        }
    }

    private void end(Run run) {
        Optional<String> better = Enhancement.prompt(run.reply());
        switch (run.status()) {
            case COMPLETE ->
                    better.ifPresentOrElse(
                            text -> model.ended(text, Figures.of(run)),
                            () -> model.failed(TEXTS.get("enhance.empty")));
            case CANCELLED -> model.failed(TEXTS.get("enhance.stopped"));
            case PARTIAL, FAILED, RUNNING -> model.failed(run.message());
        }
        ended.accept(run, new RunCard(run, run.reply(), Optional.empty()));
    }
}
