package dev.easel.app;

import dev.easel.editor.CodeViewModel;
import dev.easel.generate.ArtifactEvent;
import dev.easel.generate.RunEvent;
import dev.easel.generate.RunHandle;
import dev.easel.generate.RunService;
import dev.easel.generate.RunSpec;
import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Artifact;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.prompt.ConversationViewModel;
import dev.easel.prompt.Figures;
import dev.easel.prompt.ModelChooserViewModel;
import dev.easel.prompt.PromptViewModel;
import dev.easel.prompt.RunCard;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the window is about: which project and revision are open, and the run under way. UI thread
/// only; disk and network are asked in the background.
final class MainViewModel {
    private static final Texts TEXTS = Texts.of(MainViewModel.class);

    /// Where a revision runs.
    interface PreviewPort {
        void show(Project project, Revision revision);

        /// Says that a page will be here when the run has ended.
        void await();

        /// Shows nothing; the first screen takes the place.
        void clear();
    }

    /// The list of everything that was made.
    interface SidebarPort {
        /// Selects a project at its newest whole revision.
        void select(String projectId);

        /// Something was added.
        void refresh();
    }

    private final HistoryRepository history;
    private final RunService runs;
    private final ModelChooserViewModel chooser;
    private final PreviewPort preview;
    private final SidebarPort sidebar;
    private final Executor background;
    private final Executor ui;
    private final CodeViewModel code = new CodeViewModel();
    private final ConversationViewModel conversation;
    private final PromptViewModel prompt = new PromptViewModel(this::generate, this::stop);
    private final StatusViewModel status = new StatusViewModel();
    private final ReadOnlyObjectWrapper<@Nullable Project> project = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Revision> revision = new SimpleObjectProperty<>();
    // Between the click on Generate and the stored prompt.
    private @Nullable RunHandle starting;
    private @Nullable ActiveRun active;
    // Chosen in the sidebar while its project is still being read.
    private @Nullable Revision wanted;

    /// @param background disk and network
    /// @param ui runs on the JavaFX thread
    MainViewModel(
            HistoryRepository history,
            RunService runs,
            ModelChooserViewModel chooser,
            PreviewPort preview,
            SidebarPort sidebar,
            Executor background,
            Executor ui) {
        this.history = history;
        this.runs = runs;
        this.chooser = chooser;
        this.preview = preview;
        this.sidebar = sidebar;
        this.background = background;
        this.ui = ui;
        conversation = new ConversationViewModel(this::generate, this::openRevision);
        status.stateProperty().set(TEXTS.get("status.ready"));
    }

    CodeViewModel code() {
        return code;
    }

    ConversationViewModel conversation() {
        return conversation;
    }

    PromptViewModel prompt() {
        return prompt;
    }

    StatusViewModel status() {
        return status;
    }

    ReadOnlyObjectProperty<@Nullable Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /// The revision in the code pane and the preview.
    ReadOnlyObjectProperty<@Nullable Revision> revisionProperty() {
        return revision;
    }

    /// Opens nothing: the next prompt begins a project.
    void newProject() {
        wanted = null;
        project.set(null);
        revision.set(null);
        conversation.show(List.of());
        code.show(Artifact.EMPTY);
        preview.clear();
    }

    /// Opens a project at its last whole revision, or at the one that [#openRevision(Revision)]
    /// names before it is there.
    void openProject(Project opened) {
        project.set(opened);
        revision.set(null);
        wanted = null;
        inBackground(() -> {
            OpenedProject loaded = OpenedProject.load(history, opened);
            ui.execute(() -> {
                if (isOpen(opened)) {
                    show(loaded);
                }
            });
        });
    }

    /// Shows a revision of the open project.
    void openRevision(Revision at) {
        Project open = project.get();
        if (open == null || !open.id().equals(at.projectId())) {
            return;
        }
        if (conversation.cards().stream().noneMatch(c -> c.run().projectId().equals(open.id()))) {
            wanted = at;
            return;
        }
        // The code pane may still hold an unfinished reply.
        if (active == null || !isOpen(active.project())) {
            code.show(at.artifact());
        }
        Revision before = revision.get();
        if (before == null || !before.id().equals(at.id())) {
            revision.set(at);
            preview.show(open, at);
        }
    }

    /// Steps through the revisions of the open project.
    ///
    /// @param by -1 for the one before, 1 for the one after
    void stepRevision(int by) {
        List<Revision> all =
                conversation.cards().stream()
                        .flatMap(card -> card.revisionProperty().get().stream())
                        .toList();
        int at = all.indexOf(revision.get()) + by;
        if (revision.get() != null && at >= 0 && at < all.size()) {
            openRevision(all.get(at));
        }
    }

    /// The project was given another title.
    void renamed(Project now) {
        Project open = project.get();
        if (open != null && open.id().equals(now.id())) {
            project.set(now);
        }
    }

    /// Starts a run in the open project, or in a new one. Ignored while a run is under way.
    void generate(String text) {
        if (active != null || starting != null || text.isBlank()) {
            return;
        }
        RunSpec spec =
                new RunSpec(
                        chooser.providerProperty().get(),
                        chooser.modelProperty().get().strip(),
                        chooser.thinkingProperty().get(),
                        text,
                        Optional.ofNullable(project.get()).map(Project::id),
                        List.of());
        RunFeed feed = new RunFeed(ui, this::take);
        status.busyProperty().set(true);
        status.stateProperty().set(TEXTS.get("status.starting"));
        prompt.started(text);
        RunHandle handle = runs.start(spec, feed);
        starting = handle;
        background.execute(() -> watch(handle));
    }

    // A run tells its end itself, unless a defect of ours killed it.
    private void watch(RunHandle handle) {
        try {
            handle.await();
        } catch (IllegalStateException e) {
            ui.execute(() -> {
                active = null;
                starting = null;
                prompt.ended();
                status.busyProperty().set(false);
                status.stateProperty().set(TEXTS.get("status.failed"));
                status.problemProperty()
                        .set(TEXTS.get("problem.died", String.valueOf(e.getCause())));
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops the run under way; what has arrived is kept.
    void stop() {
        RunHandle handle = active != null ? active.handle() : starting;
        if (handle != null) {
            // Ending a connection may wait for a lock of the HTTP client.
            background.execute(handle::cancel);
        }
    }

    private void take(RunEvent event) {
        switch (event) {
            case RunEvent.Started(Project of, Run run) -> started(of, run);
            case RunEvent.Thought(String text) -> withActive(a -> a.card().thoughts().append(text));
            case RunEvent.Artifact(ArtifactEvent e) -> withActive(a -> artifact(a, e));
            case RunEvent.Answering(String version) -> status.figuresProperty().set(version);
            case RunEvent.Counted counted ->
                    withActive(a -> {
                        a.card().counted(counted.usage());
                        showFigures(a.card().run());
                    });
            case RunEvent.Warned(String message) -> status.problemProperty().set(message);
            case RunEvent.Ended(Run run, Optional<Revision> made) -> ended(run, made);
        }
    }

    private void started(Project of, Run run) {
        if (starting == null) {
            return;
        }
        ActiveRun begun = new ActiveRun(of, starting, new RunCard(run, "", Optional.empty()));
        starting = null;
        active = begun;
        status.figuresProperty().set(run.model());
        // A project that was opened while the run was being stored stays open.
        if (project.get() == null || project.get().id().equals(of.id())) {
            project.set(of);
            conversation.add(begun.card());
            code.beginStream();
            if (revision.get() == null) {
                preview.await();
            }
            sidebar.select(of.id());
        } else {
            sidebar.refresh();
        }
    }

    private void artifact(ActiveRun run, ArtifactEvent event) {
        run.take(event);
        boolean shown = isOpen(run.project());
        switch (event) {
            case ArtifactEvent.Prose(String text) -> run.card().prose().append(text);
            case ArtifactEvent.FileStarted(String path) -> {
                if (shown) {
                    code.startFile(path);
                }
            }
            case ArtifactEvent.FileText(String path, String text) -> {
                if (shown) {
                    code.append(path, text);
                }
            }
            case ArtifactEvent.FileEnded ended -> {}
        }
        status.stateProperty().set(TEXTS.get("status.streaming", run.lines()));
    }

    private void ended(Run run, Optional<Revision> made) {
        ActiveRun over = active;
        active = null;
        starting = null;
        prompt.ended();
        status.busyProperty().set(false);
        status.stateProperty()
                .set(TEXTS.get("status." + run.status().name().toLowerCase(Locale.ROOT)));
        showFigures(run);
        if (over != null) {
            over.card().ended(run, made);
            if (isOpen(over.project())) {
                code.endStream();
                made.ifPresentOrElse(this::showMade, this::restoreRevision);
            }
        } else if (!run.message().isEmpty()) {
            // Nothing could be stored, so there is no card to say it.
            prompt.textProperty().set(run.prompt());
            status.problemProperty().set(run.message());
        }
        sidebar.refresh();
    }

    // The last whole revision is not replaced by a partial one: the preview goes on showing it.
    private void showMade(Revision made) {
        if (!made.partial() || revision.get() == null) {
            openRevision(made);
        }
    }

    private void restoreRevision() {
        Revision open = revision.get();
        if (open == null) {
            // The first screen has what the error may ask for: a key, a server, a sample.
            preview.clear();
        } else {
            code.show(open.artifact());
        }
    }

    private void show(OpenedProject loaded) {
        conversation.show(loaded.cards());
        if (active != null && isOpen(active.project())) {
            showActive(active);
        } else {
            loaded.cards().stream().reduce((a, b) -> b).ifPresent(card -> showFigures(card.run()));
        }
        Optional.ofNullable(wanted)
                .or(loaded::latest)
                .ifPresentOrElse(this::openRevision, this::showNothing);
    }

    private void showNothing() {
        if (active != null && isOpen(active.project())) {
            preview.await();
        } else {
            code.show(Artifact.EMPTY);
            preview.clear();
        }
    }

    // Coming back to the project whose run goes on: its card is the live one.
    private void showActive(ActiveRun run) {
        conversation.cards().removeIf(card -> card.run().id().equals(run.card().run().id()));
        conversation.add(run.card());
        code.beginStream();
        for (ProjectFile file : run.collector().artifact().files()) {
            code.startFile(file.path());
            code.append(file.path(), file.text());
        }
    }

    private void showFigures(Run run) {
        status.figuresProperty().set(Figures.of(run));
    }

    private boolean isOpen(Project of) {
        Project open = project.get();
        return open != null && open.id().equals(of.id());
    }

    private void withActive(Consumer<ActiveRun> action) {
        if (active != null) {
            action.accept(active);
        }
    }

    private void inBackground(Runnable task) {
        background.execute(() -> {
            try {
                task.run();
            } catch (HistoryException e) {
                ui.execute(() -> status.problemProperty().set(e.getMessage()));
            }
        });
    }
}
