package dev.easel.app;

import dev.easel.cost.CostsViewModel;
import dev.easel.cost.Dollars;
import dev.easel.cost.LimitQuestionView;
import dev.easel.editor.CodeView;
import dev.easel.editor.DiffView;
import dev.easel.history.HistoryView;
import dev.easel.history.HistoryViewModel;
import dev.easel.preview.FetchViewModel;
import dev.easel.preview.Preview;
import dev.easel.preview.PreviewView;
import dev.easel.preview.StartNote;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.prompt.ConversationView;
import dev.easel.prompt.ModelChooserView;
import dev.easel.prompt.ModelChooserViewModel;
import dev.easel.prompt.PromptView;
import dev.easel.prompt.PromptViewModel;
import dev.easel.prompt.RetryView;
import dev.easel.provider.samples.Sample;
import dev.easel.settings.Settings;
import dev.easel.text.Texts;
import dev.easel.ui.FxExecutor;
import dev.easel.ui.Theme;
import dev.easel.welcome.ConnectCardsView;
import dev.easel.welcome.ConnectDialog;
import dev.easel.welcome.WelcomeView;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/// The window, wired: views, view models and services meet here. UI thread only.
final class EaselWindow {
    private static final Texts TEXTS = Texts.of(EaselWindow.class);

    private final Services services;
    private final Settings settings;
    private final Stage stage;
    private final FxExecutor ui = new FxExecutor();
    private final Preview preview;
    private final ModelChooserViewModel chooser;
    private final HistoryViewModel history;
    private final MainViewModel model;
    private final PreviewView previewView;
    private final MainView view;
    private final Connections connections;
    private final FetchViewModel fetches;
    private boolean previewOnly;
    private final PreviewSwitch page;
    private final KeptChoices choices;

    /// @param services with history and settings already read: nothing here may block
    EaselWindow(Services services, Stage stage) {
        this.services = services;
        this.stage = stage;
        settings = services.settings();
        preview =
                new Preview(services.previewNetwork(), services.directories().previewStorage(), ui);
        chooser = new ModelChooserViewModel(services.providers(), services.background(), ui);
        history =
                new HistoryViewModel(
                        services.history(), services.background(), ui, Clock.systemDefaultZone());
        page = new PreviewSwitch(preview, this::showWelcome);
        model =
                new MainViewModel(
                        services.history(),
                        services.runs(),
                        chooser,
                        page,
                        new Sidebar(),
                        new LimitGate(
                                services.runs(),
                                services.spending(),
                                nano -> keepLimit(Dollars.plain(nano)),
                                services.background(),
                                ui),
                        services.spending(),
                        services.background(),
                        ui);
        connections = new Connections(services, chooser, ui);
        fetches = new FetchViewModel(preview, services.outside(), services.background(), ui);
        previewView = new PreviewView(preview, Optional.of(fetches), services.background(), ui);
        model.status().departuresProperty().bind(fetches.departuresProperty());
        new PageErrors(preview, model::pageErrors);
        view = new MainView(parts());
        preview.setOnOpenSource(view.parts().code()::showPlace);
        ErrorMarks.follow(preview.console(), model.code().marks());
        view.showWelcome(true);
        choices = new KeptChoices(services, chooser, model, previewView.device());
        choices.restore();
        tellProblems();
        bindPreview();
        new PromptWiring(services, model, stage, ui).install(view.parts().prompt(), preview);
        bindHistory();
        Scene scene = new Scene(view);
        stage.setScene(scene);
        // The preview says in its own words how to leave the full screen.
        stage.setFullScreenExitHint("");
        Theme.of(settings.theme).apply(scene);
        shortcuts().install(scene);
        stage.titleProperty()
                .bind(
                        model.projectProperty()
                                .map(p -> TEXTS.get("window.titleOf", p.title()))
                                .orElse(TEXTS.get("window.title")));
        WindowState.restore(settings, stage, view);
        stage.setOnCloseRequest(e -> save());
        // Another day may have begun, or a command may have run.
        stage.focusedProperty().addListener(o -> model.updateSpent());
        // Esc in full screen is the toolkit's; the panes come back with it.
        stage.fullScreenProperty()
                .addListener((o, before, now) -> {
                    if (!now) {
                        showPreviewOnly(false);
                    }
                });
    }

    private void showWelcome(boolean shown) {
        view.showWelcome(shown);
    }

    MainViewModel model() {
        return model;
    }

    /// Shows it and begins to load what is shown first.
    void show() {
        stage.show();
        WindowState.restoreDividers(settings, view);
        view.parts().prompt().focusEditor();
        // Choosing the provider used last has asked it already.
        if (chooser.stateProperty().get() != ModelChooserViewModel.State.LOADING) {
            chooser.refresh();
        }
        connections.search();
        // A page that took the window with it is shown, but does not run again by itself.
        StartNote note = services.startNote();
        String hung = note.read();
        if (!hung.isEmpty()) {
            preview.hold(hung);
        }
        preview.setStartNote(note);
        if (settings.project.isEmpty()) {
            history.refresh();
        } else {
            history.openProject(settings.project);
        }
    }

    /// Stops the run under way and remembers how the window stood.
    void save() {
        model.close();
        model.asking().enhancer().stop();
        WindowState.save(settings, stage, view);
        // The window answers, or it could not be closed.
        preview.finish();
        page.close();
        previewView.servers().close();
        choices.keep();
    }

    private MainView.Parts parts() {
        CodeView code = new CodeView(model.code(), services.background(), ui);
        DiffView diff = new DiffView(model.changes().diff(), services.background(), ui);
        return new MainView.Parts(
                new TopBarView(
                        model,
                        new ModelChooserView(chooser),
                        new TopBarView.Actions(
                                this::toggleSidebar,
                                this::connect,
                                this::toggleTheme,
                                () -> showSettings("appearance"))),
                new HistoryView(history),
                new ConversationView(model.conversation()),
                code,
                new CodePaneView(code, diff, model.changes().diff()),
                new PromptView(
                        model.prompt(),
                        model.asking().enhancer().model(),
                        model.asking().guidance()),
                previewView,
                new WelcomeView(
                        services.samples().samples(),
                        this::play,
                        connections.knownGemini(),
                        connections.firstServer(),
                        connections.found()),
                new ProblemView(model.status().problemProperty()),
                new StatusLineView(
                        model.status(),
                        new RetryView.Actions(model::tryNow, model::stop),
                        previewView::showNetwork,
                        () -> showSettings("costs")),
                new LimitQuestionView(model.gate().question()));
    }

    // Prices are read in the background; a warning that is shown already is more important.
    private void tellProblems() {
        services.warning().ifPresent(model.status().problemProperty()::set);
        services.background()
                .execute(() ->
                        services.prices()
                                .problem()
                                .ifPresent(text -> ui.execute(() -> tellUnlessTold(text))));
    }

    private void tellUnlessTold(String text) {
        if (model.status().problemProperty().get().isEmpty()) {
            model.status().problemProperty().set(text);
        }
    }

    private void bindPreview() {
        previewView.setOnReference(words -> view.parts().prompt().insert(words));
        previewView.setOnFullScreen(() -> showPreviewOnly(true));
        // A browser shows open projects only.
        model.projectProperty()
                .addListener((o, before, now) -> {
                    String id = now == null ? "" : now.id();
                    services.background().execute(() -> previewView.servers().keepOnly(id));
                });
    }

    // The sidebar holds the selection: what is chosen there is opened here.
    private void bindHistory() {
        history.selectedProject()
                .addListener((o, before, now) -> {
                    Project open = model.projectProperty().get();
                    if (now == null) {
                        model.newProject();
                    } else if (open != null && open.id().equals(now.id())) {
                        model.renamed(now);
                    } else {
                        model.openProject(now);
                    }
                });
        history.setBeforeDelete(model::deleting);
        Bindings.bindContent(history.busy(), model.runs().projects());
        history.selectedRevision()
                .addListener((o, before, now) -> {
                    if (now != null) {
                        model.openRevision(now);
                    }
                });
        model.revisionProperty()
                .addListener((o, before, now) -> {
                    if (now != null) {
                        history.openRevision(now);
                    }
                });
    }

    private Shortcuts shortcuts() {
        return new Shortcuts()
                .on(KeyCode.ESCAPE, this::escape)
                .on(KeyCode.N, this::newProject, KeyCombination.SHORTCUT_DOWN)
                .on(KeyCode.F, view.parts().code()::openFind, KeyCombination.SHORTCUT_DOWN)
                .on(KeyCode.COMMA, () -> showSettings("appearance"), KeyCombination.SHORTCUT_DOWN)
                .on(KeyCode.B, this::toggleSidebar, KeyCombination.SHORTCUT_DOWN)
                .on(
                        KeyCode.F,
                        this::searchHistory,
                        KeyCombination.SHORTCUT_DOWN,
                        KeyCombination.SHIFT_DOWN)
                .on(KeyCode.LEFT, () -> model.stepRevision(-1), KeyCombination.ALT_DOWN)
                .on(KeyCode.RIGHT, () -> model.stepRevision(1), KeyCombination.ALT_DOWN)
                .on(KeyCode.F5, preview::reload)
                .on(KeyCode.R, preview::reload, KeyCombination.SHORTCUT_DOWN)
                .on(
                        KeyCode.C,
                        previewView::togglePicking,
                        KeyCombination.SHORTCUT_DOWN,
                        KeyCombination.SHIFT_DOWN)
                .on(KeyCode.F11, () -> showPreviewOnly(!previewOnly));
    }

    private void escape() {
        if (previewView.leavePicking()) {
            return;
        }
        if (previewOnly) {
            showPreviewOnly(false);
        } else if (model.prompt().stateProperty().get() == PromptViewModel.State.RUNNING) {
            model.prompt().stop();
        }
    }

    private void showPreviewOnly(boolean only) {
        boolean page = model.revisionProperty().get() != null;
        if (only == previewOnly || (only && !page)) {
            return;
        }
        previewOnly = only;
        view.showPreviewOnly(only);
        previewView.showPageOnly(only);
        stage.setFullScreen(only);
    }

    private void newProject() {
        startNew();
        view.parts().prompt().focusEditor();
    }

    private void toggleSidebar() {
        view.showSidebar(!view.isSidebarShown());
    }

    private void searchHistory() {
        view.showSidebar(true);
        view.parts().history().focusSearch();
    }

    private void toggleTheme() {
        choose(Theme.of(settings.theme).isDark() ? Theme.LIGHT : Theme.DARK);
    }

    private void showSettings(String section) {
        CostsViewModel costs =
                new CostsViewModel(
                        services.spending(),
                        settings.dailyLimit,
                        this::keepLimit,
                        services.background(),
                        ui);
        costs.load();
        new SettingsSections(services.outside(), connections, costs, services.background(), ui)
                .show(stage, Theme.of(settings.theme), this::choose, section);
        fetches.refresh();
    }

    private void keepLimit(String dollars) {
        settings.dailyLimit = dollars;
        services.settingsStore().write(settings);
    }

    private void choose(Theme now) {
        settings.theme = now.id();
        now.apply(stage.getScene());
        services.settingsStore().write(settings);
    }

    private void connect() {
        new ConnectDialog(
                        stage,
                        new ConnectCardsView(
                                connections.knownGemini(),
                                connections.server(),
                                connections.found()))
                .showAndWait();
    }

    private void play(Sample sample) {
        chooser.choose("samples", sample.id());
        startNew();
        model.starts().ask(Prompt.of(sample.prompt()));
    }

    private void startNew() {
        history.newProject();
        model.newProject();
    }

    /// What a run adds is seen in the sidebar.
    private final class Sidebar implements SidebarPort {
        @Override
        public void select(String projectId) {
            history.openProject(projectId);
        }

        @Override
        public void refresh() {
            history.refresh();
        }
    }
}
