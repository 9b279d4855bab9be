package dev.easel.app;

import dev.easel.generate.Guidance;
import dev.easel.generate.RunService;
import dev.easel.generate.RunSpec;
import dev.easel.history.HistoryRepository;
import dev.easel.image.ImageReading;
import dev.easel.project.Attachment;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Run;
import dev.easel.prompt.AttachmentsViewModel;
import dev.easel.prompt.GuidanceViewModel;
import dev.easel.prompt.PromptViewModel;
import dev.easel.prompt.RunCard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Everything around the prompt editor: what is typed and what waits, the images beside it, what
/// the project tells the model, better wordings. All of it is kept in the history. UI thread only.
final class Asking {
    /// What the window does with it.
    interface Window {
        /// The project that is open; absent when the next prompt makes one.
        Optional<String> projectId();

        /// Starts a run.
        void generate(Prompt prompt);

        /// Stops the run of the open project.
        void stop();

        /// What a prompt would run with now.
        RunSpec spec(Prompt prompt);

        /// Starts a run that the limit of the day allows.
        ///
        /// @param refused told in plain words what stands against it
        void allow(RunSpec spec, Runnable start, Consumer<String> refused);

        /// A prompt has made a project that nobody has opened yet.
        void made(Project project);

        /// A better wording is stored.
        void enhanced(Run run, RunCard card);

        /// Something else would be sent now.
        void changed();
    }

    private final Window window;
    private final PromptViewModel prompt;
    private final GuidanceViewModel guidance;
    private final ProjectGuidance guidances;
    private final RunImages images;
    private final Waiting waiting;
    private final Enhancer enhancer;

    /// @param problem told in plain words when the history fails
    Asking(
            HistoryRepository history,
            RunService service,
            Window window,
            Consumer<String> problem,
            Executor background,
            Executor ui) {
        this.window = window;
        prompt =
                new PromptViewModel(
                        window::generate,
                        window::stop,
                        this::keepQueue,
                        new AttachmentsViewModel(new ImageReading(), background, ui));
        guidance = new GuidanceViewModel(this::keepGuidance);
        guidances = new ProjectGuidance(history, background, ui, problem);
        images = new RunImages(history, background, ui, problem);
        waiting = new Waiting(history, background, ui, problem);
        enhancer =
                new Enhancer(
                        service,
                        prompt,
                        window::spec,
                        window::allow,
                        this::adopt,
                        window::enhanced,
                        background,
                        ui);
        guidance.guidanceProperty().addListener(o -> window.changed());
    }

    PromptViewModel prompt() {
        return prompt;
    }

    /// What the open project, or the next new one, tells the model.
    GuidanceViewModel guidance() {
        return guidance;
    }

    /// Keeps it.
    ProjectGuidance guidances() {
        return guidances;
    }

    /// The images in the history.
    RunImages images() {
        return images;
    }

    /// Prompts of projects that are not open.
    Waiting waiting() {
        return waiting;
    }

    /// Has prompts written better.
    Enhancer enhancer() {
        return enhancer;
    }

    /// Brings back the images that were beside the prompt, and keeps them from now on.
    void restoreImages() {
        images.draft(prompt.images()::restore);
        prompt.images().setOnChange(this::attached);
    }

    private void attached(List<Attachment> now) {
        images.keepDraft(now);
        window.changed();
    }

    /// No project is open.
    void showFresh() {
        prompt.queue().show(List.of());
        guidance.show(guidances.fresh());
    }

    /// A project is open.
    void show(OpenedProject loaded) {
        prompt.queue().show(loaded.queue());
        guidance.show(loaded.guidance());
    }

    /// A run has made the project that what is set and what waits was meant for. Does nothing when
    /// one is open.
    void adopt(Project made) {
        if (window.projectId().isPresent()) {
            return;
        }
        Guidance meant = guidance.guidanceProperty().get();
        guidances.keep(Optional.empty(), Guidance.NONE);
        guidances.keep(Optional.of(made.id()), meant);
        window.made(made);
    }

    /// What waits is kept with the project that has been made.
    void keepQueue() {
        if (!prompt.queue().prompts().isEmpty()) {
            keepQueue(List.copyOf(prompt.queue().prompts()));
        }
    }

    private void keepQueue(List<Prompt> prompts) {
        window.projectId().ifPresent(id -> waiting.keep(id, prompts));
    }

    private void keepGuidance(Guidance now) {
        guidances.keep(window.projectId(), now);
    }
}
