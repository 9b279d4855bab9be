package dev.easel.preview;

import dev.easel.preview.dialog.NestedLoop;
import dev.easel.preview.dialog.PageDialogs;
import dev.easel.preview.engine.LaterExecutor;
import dev.easel.preview.guard.StoppedLoop;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.preview.sandbox.OpenPage;
import dev.easel.preview.sandbox.PageMessage;
import dev.easel.preview.sandbox.PageMessage.Moment;
import dev.easel.preview.sandbox.PageSource;
import dev.easel.preview.sandbox.PageWish;
import dev.easel.preview.sandbox.PreviewNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import javafx.concurrent.Worker;
import javafx.scene.image.WritableImage;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/// A running page and what can be known about it. Everything here belongs to the UI thread.
///
/// ```java
/// Preview preview = new Preview(network, dataDirectory.resolve("preview"), new FxExecutor());
/// preview.show(project.id(), PageSource.of(revision.artifact()), "index.html");
/// preview.evaluate("document.title").thenAccept(json -> ...);
/// ```
///
/// Each project has its own WebView, because its storage is its own: place [#viewProperty()] anew
/// when it changes. Showing again while a page loads is fine; the entries of the page before are
/// gone with it.
public final class Preview {
    /// How the preview stands.
    public enum State {
        /// Nothing is shown.
        EMPTY,
        /// A page was asked for and its document is not there yet.
        LOADING,
        /// The document is there; images and scripts may still come.
        SHOWN,
        /// There is no page; [Preview#messageProperty()] says why.
        FAILED
    }

    private final PreviewNetwork network;
    private final Executor fx;
    private final PageLog log = new PageLog();
    private final PageGuard guard;
    private final PageScript script = new PageScript(this::target);
    private final PageDialogs dialogs =
            new PageDialogs(NestedLoop.ofToolkit(), new LaterExecutor());
    private final PageQuestions questions = new PageQuestions(dialogs);
    private final ProjectViews views;
    private PageWishes wishes = PageWishes.NOBODYS;
    private final LoadProgress progress = new LoadProgress();
    private SourceListener onOpenSource = (file, line, column) -> {};
    private @Nullable Shown shown;

    /// What is shown, to show it again.
    private record Shown(OpenPage load, ShownPage page) {}

    /// @param network installed already
    /// @param storage holds one directory for each project, with what its pages store
    /// @param fx runs on the UI thread
    public Preview(PreviewNetwork network, Path storage, Executor fx) {
        this.network = network;
        this.fx = fx;
        guard = new PageGuard(new LaterExecutor(), log);
        PageEvents events = new PageEvents(log, questions, guard, this::load, this::take);
        views = new ProjectViews(storage, events, dialogs, this::loading);
    }

    /// Loads a page.
    ///
    /// @param projectId letters, digits and `-`; pages of one project share an origin and its
    ///   storage
    /// @param entry path inside the source, e.g. `index.html`
    public void show(String projectId, PageSource source, String entry) {
        show(new ShownPage(projectId, source, entry));
    }

    private void show(ShownPage next) {
        close();
        PageView target = views.of(next.projectId());
        OpenPage[] load = new OpenPage[1];
        load[0] = network.open(next.projectId(), next.source(), e -> heard(load, e));
        shown = new Shown(load[0], next);
        progress.begin();
        target.setRunning(guard.begin(next.projectId()));
        String address = load[0].uri(next.entry()).toString();
        dialogs.whenNoneWaits(() -> {
            if (shown != null && shown.load() == load[0]) {
                target.load(address);
            }
        });
    }

    /// Loads the same page again from its source. Does nothing when nothing is shown.
    public void reload() {
        if (shown != null) {
            show(shown.page());
        }
    }

    /// The project whose page is shown; empty when none is.
    public Optional<String> projectId() {
        return shownPage().map(ShownPage::projectId);
    }

    /// Ends the page: its scripts stop and nothing is shown.
    public void stop() {
        stop("");
    }

    /// Ends the page and says what will be here, in plain words.
    public void stop(String expected) {
        close();
        views.blank();
        guard.end();
        progress.empty(expected);
    }

    private void close() {
        if (shown != null) {
            network.close(shown.load());
            shown = null;
        }
        dialogs.end();
        wishes.ended();
        log.clear();
        script.failAll("The page was replaced before it answered");
    }

    private void loading(PageView view, Worker.State now) {
        boolean isCutShort = now == Worker.State.CANCELLED || now == Worker.State.FAILED;
        if (now == Worker.State.SUCCEEDED || (isCutShort && log.hasStarted())) {
            progress.arrive();
        } else if (now == Worker.State.FAILED) {
            progress.fail("The page could not be loaded: " + view.failure());
        }
    }

    /// On a loader's thread.
    private void heard(OpenPage[] load, NetworkEntry entry) {
        log.failed().note(entry);
        fx.execute(() -> requested(load[0], entry));
    }

    private void requested(OpenPage load, NetworkEntry entry) {
        // What is asked for before the document is the last page's, which runs on until it is
        // replaced.
        boolean isStray = log.requests().entries().isEmpty() && !entry.kind().equals("document");
        if (shown == null || shown.load() != load || isStray) {
            return;
        }
        log.requests().add(entry);
        if (entry.leaves()) {
            wishes.left(entry.url());
        }
        boolean isPage = entry.url().equals(load.uri(shown.page().entry()).toString());
        if (isPage && entry.outcome() == Outcome.MISSING) {
            progress.fail("There is no file " + shown.page().entry() + " to show. " + entry.note());
        }
    }

    private @Nullable OpenPage load() {
        return shown == null ? null : shown.load();
    }

    private void take(PageMessage received, OpenPage load) {
        log.take(received, load);
        if (received instanceof PageMessage.Answer answer) {
            script.answer(answer);
        }
        if (received instanceof PageWish wish) {
            serve(wish);
        }
        if (log.timings().get().at(Moment.DOM_READY).isPresent()) {
            progress.arrive();
        }
    }

    /// Evaluates JavaScript in the page; a promise is awaited, `await` may be used.
    ///
    /// @return the value as JSON (`null` for undefined; nodes, functions and errors as strings);
    ///   fails with an [EvaluationException]. Completes on the UI thread, never when a promise of
    ///   the page never settles.
    public CompletionStage<String> evaluate(String javaScript) {
        return ask("run", javaScript);
    }

    /// Calls a function of the bridge that answers, now or later, with a message.
    CompletionStage<String> ask(String function, String javaScript) {
        return script.ask(function, javaScript);
    }

    /// Calls a function of the bridge that answers at once.
    ///
    /// @return what it returned, which a page may have forged; empty when no page is there to ask
    Optional<String> call(String call) {
        return log.hasStarted() ? script.call(call) : Optional.empty();
    }

    private Optional<PageScript.Target> target() {
        return Optional.ofNullable(shown)
                .flatMap(s ->
                        views.current()
                                .map(v -> new PageScript.Target(v.node().getEngine(), s.load())));
    }

    /// Shortens addresses of the page's own files in a text to their paths.
    String relative(String text) {
        return shown == null ? text : shown.load().relative(text);
    }

    /// What the page has of WebGL; empty when it never asked for any.
    public Optional<WebGlReport> webGl() {
        return views.current().flatMap(PageView::webGl);
    }

    /// A picture of what the page shows now, in the size that its view has.
    ///
    /// @return completes on the UI thread after the next frame
    public CompletionStage<WritableImage> screenshot() {
        return views.current()
                .map(PageView::picture)
                .orElseGet(() ->
                        CompletableFuture.failedFuture(
                                new IllegalStateException("No page is shown")));
    }

    /// How many frames the page has drawn; [FrameCount#NONE] while there is no page to ask.
    public FrameCount frames() {
        return progress.stateProperty().get() == State.SHOWN
                ? call("stats()").map(JsonText::frameCount).orElse(FrameCount.NONE)
                : FrameCount.NONE;
    }

    private void serve(PageWish wish) {
        if (!wishes.take(wish) && wish instanceof PageWish.Visit(String address)) {
            log.refuse(address, "Only a click of yours opens other addresses");
        }
    }

    /// What is shown, to be shown elsewhere; empty while nothing is.
    public Optional<ShownPage> shownPage() {
        return Optional.ofNullable(shown).map(Shown::page);
    }

    /// Gives the page's links and files to somebody.
    void serve(PageWishes newWishes) {
        wishes = newWishes;
    }

    /// Empties what the pages of the shown project have stored (localStorage, sessionStorage,
    /// cookies), and loads the page again. Does nothing when nothing is shown.
    public void clearStorage() {
        if (shown != null) {
            show(shown.page());
            shown.load().forgetStorage();
        }
    }

    /// What the page asks its user. Whoever shows it says so with [PageDialogs#attend(boolean)];
    /// before that, dialogs are answered as a user in a hurry would: yes, and what was suggested.
    public PageDialogs dialogs() {
        return dialogs;
    }

    /// The view to place in a scene; another one after another project was shown, null at first.
    public ReadOnlyObjectProperty<@Nullable WebView> viewProperty() {
        return views.nodeProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return progress.stateProperty();
    }

    /// In plain words why the state is FAILED, or what is expected while it is EMPTY; may be empty.
    public ReadOnlyStringProperty messageProperty() {
        return progress.messageProperty();
    }

    /// The document's title; empty when it has none.
    public ReadOnlyStringProperty titleProperty() {
        return log.title();
    }

    public ReadOnlyObjectProperty<PageTimings> timingsProperty() {
        return log.timings();
    }

    /// The console of this load, the latest 10,000 lines; read-only.
    public ObservableList<ConsoleEntry> console() {
        return log.console().log().entries();
    }

    /// How many console lines of this load are not in [#console()].
    public ReadOnlyLongProperty droppedProperty() {
        return log.console().log().dropped();
    }

    /// The code of this load that was stopped because it kept the window; read-only.
    public ObservableList<StoppedLoop> stoppedLoops() {
        return guard.stopped();
    }

    /// For how long a task of a page may keep the window, where the user has not raised it.
    public void setTaskLimit(Duration limit) {
        guard.setLimit(limit);
    }

    /// Loads the shown page again with or without its scripts; so do later loads of the project.
    public void setRunning(boolean runs) {
        if (shown != null) {
            guard.setRunning(shown.page().projectId(), runs, false);
            reload();
        }
    }

    /// Shows a project's pages without their scripts until the user runs them, because one of them
    /// took the window with it.
    public void hold(String projectId) {
        guard.setRunning(projectId, false, true);
    }

    /// Notes the projects whose pages do not answer from now on.
    public void setStartNote(StartNote note) {
        guard.setNote(note);
    }

    /// Ends the page with the program. The window answers, so the page did no harm.
    public void finish() {
        stop();
        guard.finish();
    }

    PageGuard guard() {
        return guard;
    }

    /// Empties the console; the page runs on.
    public void clearConsole() {
        log.console().clear();
        call("forget()");
    }

    /// Who shows a place in the page's files when the user follows a link to it.
    public void setOnOpenSource(SourceListener listener) {
        onOpenSource = listener;
    }

    /// Shows a place in the page's files; whoever knows such a place may ask.
    ///
    /// @param file path inside the project
    /// @param line 1 for the first
    /// @param column 1 for the first; 0 when unknown
    public void openSource(String file, int line, int column) {
        onOpenSource.open(file, line, column);
    }

    /// The requests of this load, the latest 1,000; read-only.
    public ObservableList<NetworkEntry> requests() {
        return log.requests().entries();
    }
}
