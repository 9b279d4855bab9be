package dev.easel.app;

import dev.easel.cost.Spending;
import dev.easel.editor.CodeViewModel;
import dev.easel.generate.Guidance;
import dev.easel.generate.PageError;
import dev.easel.generate.RunService;
import dev.easel.generate.RunSpec;
import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.prompt.ConversationViewModel;
import dev.easel.prompt.Figures;
import dev.easel.prompt.ModelChooserViewModel;
import dev.easel.prompt.PromptViewModel;
import dev.easel.prompt.RunCard;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the window is about: which project and revision are open, and what its run brings. UI
/// thread only; disk and network are asked in the background.
final class MainViewModel {
    private static final Texts TEXTS = Texts.of(MainViewModel.class);

    private final HistoryRepository history;
    private final NextRun next;
    private final PreviewPort preview;
    private final SidebarPort sidebar;
    private final Executor background;
    private final Executor ui;
    private final Runs runs;
    private final RunStarts starts;
    private final CodeViewModel code = new CodeViewModel();
    private final CodeAndPage panes;
    private final ConversationViewModel conversation;
    private final ChangesViewModel changes;
    private final Repairs repairs;
    private final PromptViewModel prompt;
    private final Asking asking;
    private final StatusViewModel status = new StatusViewModel();
    private final ContextLine context;
    private final LimitGate gate;
    private final SpentLine spent;
    private final ReadOnlyObjectWrapper<@Nullable Project> project = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Revision> revision = new SimpleObjectProperty<>();
    // Chosen in the sidebar while its project is still being read.
    private @Nullable Revision wanted;

    /// @param background disk and network
    /// @param ui runs on the JavaFX thread
    MainViewModel(
            HistoryRepository history,
            RunService service,
            ModelChooserViewModel chooser,
            PreviewPort preview,
            SidebarPort sidebar,
            LimitGate gate,
            Spending spending,
            Executor background,
            Executor ui) {
        this.history = history;
        this.gate = gate;
        gate.setOnTell(status.problemProperty()::set);
        spent = new SpentLine(spending, status.spentProperty()::set, background, ui);
        this.preview = preview;
        panes = new CodeAndPage(code, preview);
        this.sidebar = sidebar;
        this.background = background;
        this.ui = ui;
        asking =
                new Asking(
                        history,
                        service,
                        new AskingInWindow(this, sidebar),
                        status.problemProperty()::set,
                        background,
                        ui);
        prompt = asking.prompt();
        conversation = new ConversationViewModel(new CardActions(this));
        next = new NextRun(chooser, conversation, asking.guidance(), project, revision);
        context =
                new ContextLine(
                        service,
                        conversation,
                        chooser,
                        prompt,
                        asking.guidance(),
                        next::base,
                        background,
                        ui);
        changes = new ChangesViewModel(conversation, background, ui);
        runs =
                new Runs(
                        service,
                        new RunPanes(
                                code, conversation, status, new RunsInWindow(this, panes, sidebar)),
                        background,
                        ui);
        starts =
                new RunStarts(
                        next, gate, asking, runs, status.problemProperty()::set, this::started);
        repairs = new Repairs(conversation, starts);
        status.stateProperty().set(TEXTS.get("status.ready"));
    }

    CodeViewModel code() {
        return code;
    }

    ConversationViewModel conversation() {
        return conversation;
    }

    /// What revisions changed, and the comparison that is shown in the code's place.
    ChangesViewModel changes() {
        return changes;
    }

    PromptViewModel prompt() {
        return prompt;
    }

    /// What stands around the prompt.
    Asking asking() {
        return asking;
    }

    StatusViewModel status() {
        return status;
    }

    /// Ends everything that is under way; what has arrived is kept.
    void close() {
        context.close();
        runs.stopAll();
    }

    /// The runs under way, in all projects.
    Runs runs() {
        return runs;
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
        gate.dismiss();
        project.set(null);
        revision.set(null);
        conversation.show(List.of());
        changes.close();
        asking.showFresh();
        panes.clear();
        showRunning();
    }

    /// Opens a project at its last whole revision, or at the one that [#openRevision(Revision)]
    /// names before it is there.
    void openProject(Project opened) {
        gate.dismiss();
        project.set(opened);
        revision.set(null);
        wanted = null;
        asking.guidance().show(Guidance.NONE);
        changes.close();
        showRunning();
        background.execute(() -> load(opened));
    }

    private void load(Project opened) {
        try {
            OpenedProject loaded = OpenedProject.load(history, opened);
            ui.execute(() -> {
                if (isOpen(opened)) {
                    show(loaded);
                }
            });
        } catch (HistoryException e) {
            ui.execute(() -> status.problemProperty().set(e.getMessage()));
        }
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
        if (openRun().isEmpty()) {
            code.show(at.artifact());
        }
        Revision before = revision.get();
        if (before == null || !before.id().equals(at.id())) {
            changes.close();
            revision.set(at);
            preview.show(open, at);
            context.update();
        }
    }

    /// Steps through the revisions of the open project.
    ///
    /// @param by -1 for the one before, 1 for the one after
    void stepRevision(int by) {
        List<Revision> all = conversation.revisions();
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

    /// What starts runs.
    RunStarts starts() {
        return starts;
    }

    /// The page of the revision that is shown has reported these errors so far.
    void pageErrors(List<PageError> errors) {
        Revision at = revision.get();
        if (at != null) {
            repairs.reported(at, errors);
        }
    }

    /// Has the errors of a card's page repaired.
    void fix(RunCard card) {
        repairs.fix(card);
    }

    /// What a prompt would run with now.
    RunSpec spec(Prompt asked) {
        return next.of(asked);
    }

    /// A run has begun in a project that nobody had opened.
    void opened(Project made) {
        project.set(made);
        sidebar.select(made.id());
    }

    /// Something else would be sent now.
    void sendsOther() {
        context.update();
    }

    private void started(RunSpec spec) {
        prompt.started(new Prompt(spec.prompt(), spec.images()));
        changes.close();
        showRunning();
        status.stateProperty().set(TEXTS.get("status.starting"));
    }

    /// What is asked about the limit of the day.
    LimitGate gate() {
        return gate;
    }

    /// Prices or the day may have changed.
    void updateSpent() {
        spent.update(project.get());
    }

    /// The project is about to be deleted: its run ends, and says no more.
    void deleting(Project gone) {
        runs.of(gone).ifPresent(runs::drop);
    }

    /// Stops the run of the open project; what has arrived is kept.
    void stop() {
        openRun().ifPresent(runs::stop);
    }

    /// Begins the next attempt of the open project's run, if it waits for one.
    void tryNow() {
        openRun().ifPresent(run -> status.retryProperty().set(Runs.tryNow(run)));
    }

    private Optional<ActiveRun> openRun() {
        return runs.of(project.get());
    }

    /// A run has begun or ended, or another project is open: shows what is under way here.
    void showRunning() {
        boolean running = openRun().isPresent();
        context.update();
        updateSpent();
        status.busyProperty().set(running);
        status.retryProperty()
                .set(
                        openRun()
                                .filter(ActiveRun::hasBegun)
                                .flatMap(r -> r.card().retryProperty().get()));
        conversation.runningProperty().set(running);
        if (running) {
            prompt.running();
        } else {
            prompt.ended();
        }
    }

    // Coming back to the project whose run goes on: its card is the live one.
    private void showActive(ActiveRun run) {
        conversation.cards().removeIf(card -> card.run().id().equals(run.card().run().id()));
        conversation.add(run.card());
        panes.follow(run);
    }

    private void show(OpenedProject loaded) {
        conversation.show(loaded.cards());
        Optional<ActiveRun> run = openRun().filter(ActiveRun::hasBegun);
        run.ifPresentOrElse(
                this::showActive,
                () ->
                        loaded.cards().stream()
                                .reduce((a, b) -> b)
                                .ifPresent(c -> status.figuresProperty().set(Figures.of(c.run()))));
        Optional.ofNullable(wanted)
                .or(loaded::latest)
                .ifPresentOrElse(
                        this::openRevision, () -> run.ifPresentOrElse(panes::await, panes::clear));
        asking.show(loaded);
        showRunning();
        changes.count();
    }

    /// Whether it is the open project.
    boolean isOpen(Project of) {
        Project open = project.get();
        return open != null && open.id().equals(of.id());
    }
}
