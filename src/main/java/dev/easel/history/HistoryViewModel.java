package dev.easel.history;

import dev.easel.project.Project;
import dev.easel.project.Revision;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// The sidebar's contents and what is selected in it.
///
/// The main window watches [#selectedProject()] and [#selectedRevision()], and calls
/// [#openProject(String)] when a run has made a revision. All methods belong to the UI thread and
/// return at once; the history is read in the background, one reading at a time: what is asked
/// meanwhile is answered by one more reading.
public final class HistoryViewModel {
    /// What the sidebar shows.
    public enum State {
        /// Nothing is known yet.
        LOADING,
        /// There is no project.
        EMPTY,
        /// There are rows.
        READY,
        /// The search has no result.
        NOTHING_FOUND,
        /// Something failed; [#error()] says what. [#refresh()] tries again.
        ERROR
    }

    private final HistoryRepository history;
    private final Executor background;
    private final Executor fx;
    private final HistoryRows layout;

    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Project> selectedProject =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Revision> selectedRevision =
            new ReadOnlyObjectWrapper<>();
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ObservableList<HistoryRow> readOnlyRows =
            FXCollections.unmodifiableObservableList(rows);

    private HistoryListing listing = HistoryListing.NOTHING;
    private String openId = "";
    private boolean toNewest;
    private boolean reading;
    private boolean again;
    private Consumer<Project> beforeDelete = project -> {};
    private final ObservableSet<String> busy = FXCollections.observableSet();

    /// Reads nothing before the first [#refresh()].
    ///
    /// @param background runs what blocks
    /// @param fx runs its results on the UI thread
    /// @param clock decides what is today
    public HistoryViewModel(
            HistoryRepository history, Executor background, Executor fx, Clock clock) {
        this.history = history;
        this.background = background;
        this.fx = fx;
        this.layout = new HistoryRows(clock);
        query.subscribe((old, now) -> refresh());
    }

    /// What is searched for; blank shows all projects.
    public StringProperty query() {
        return query;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Why the state is [State#ERROR], in plain words; empty otherwise.
    public ReadOnlyStringProperty error() {
        return error.getReadOnlyProperty();
    }

    /// The lines of the sidebar; unmodifiable.
    public ObservableList<HistoryRow> rows() {
        return readOnlyRows;
    }

    /// The open project, or null. A new value with the same id means that its title or times
    /// changed.
    public ReadOnlyObjectProperty<@Nullable Project> selectedProject() {
        return selectedProject.getReadOnlyProperty();
    }

    /// The revision to show, or null. Always one of the open project; it is set after the project.
    public ReadOnlyObjectProperty<@Nullable Revision> selectedRevision() {
        return selectedRevision.getReadOnlyProperty();
    }

    /// Reads everything again; the selection stays.
    public void refresh() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        if (state.get() == State.ERROR) {
            state.set(State.LOADING);
        }
        String words = query.get();
        String id = openId;
        boolean newest = toNewest;
        toNewest = false;
        inBackground(
                () -> {
                    HistoryListing read = HistoryListing.read(history, words, id);
                    return () -> apply(read, id, newest);
                },
                () -> {
                    reading = false;
                    again = false;
                    toNewest |= newest;
                });
    }

    /// Selects a project and its newest whole revision, reading them anew.
    public void openProject(String projectId) {
        openId = projectId;
        toNewest = true;
        refresh();
    }

    /// Selects a revision of the open project, one that has just been made as well; one of another
    /// project is ignored.
    public void openRevision(Revision revision) {
        Project open = selectedProject.get();
        if (open == null || !open.id().equals(revision.projectId())) {
            return;
        }
        Optional<Revision> listed =
                listing.open().stream()
                        .flatMap(o -> o.revisions().stream())
                        .filter(r -> r.id().equals(revision.id()))
                        .findFirst();
        selectedRevision.set(listed.orElse(revision));
        if (listed.isPresent()) {
            layOut();
        } else {
            refresh();
        }
    }

    /// Selects nothing: the next prompt makes a new project.
    public void newProject() {
        openId = "";
        select(Optional.empty(), false);
        listing =
                new HistoryListing(
                        listing.hits(), listing.searched(), listing.counts(), Optional.empty());
        layOut();
        refresh();
    }

    /// A blank title changes nothing.
    public void rename(Project project, String title) {
        String stripped = title.strip();
        if (!stripped.isEmpty() && !stripped.equals(project.title())) {
            change(() -> history.renameProject(project.id(), stripped));
        }
    }

    /// @param listener told of a project before it is deleted
    public void setBeforeDelete(Consumer<Project> listener) {
        beforeDelete = listener;
    }

    /// The projects in which something runs; their rows say so.
    public ObservableSet<String> busy() {
        return busy;
    }

    /// Deletes a project for good; the user was asked before.
    public void delete(Project project) {
        beforeDelete.accept(project);
        change(() -> history.deleteProject(project.id()));
    }

    private void change(Runnable change) {
        inBackground(
                () -> {
                    change.run();
                    return this::refresh;
                },
                () -> {});
    }

    /// Blocks; what it returns is run on the UI thread.
    private interface Work {
        Runnable run();
    }

    private void inBackground(Work work, Runnable afterFailure) {
        background.execute(() -> {
            try {
                fx.execute(work.run());
            } catch (HistoryException e) {
                fx.execute(() -> {
                    afterFailure.run();
                    error.set(e.getMessage());
                    state.set(State.ERROR);
                });
            }
        });
    }

    private void apply(HistoryListing read, String id, boolean newest) {
        reading = false;
        // Otherwise another project was chosen meanwhile, and is read next.
        if (id.equals(openId)) {
            listing = read;
            error.set("");
            select(read.open(), newest);
            layOut();
        }
        if (again) {
            again = false;
            refresh();
        }
    }

    private void select(Optional<HistoryListing.Open> open, boolean newest) {
        Revision shown = selectedRevision.get();
        Optional<Revision> same =
                open.flatMap(o ->
                        o.revisions().stream()
                                .filter(r -> shown != null && r.id().equals(shown.id()))
                                .findFirst());
        Optional<Revision> revision =
                newest || same.isEmpty() ? open.flatMap(HistoryListing.Open::newest) : same;
        if (!sameProject(open)) {
            // The old project's revision must not be seen with the new project.
            selectedRevision.set(null);
        }
        openId = open.map(o -> o.project().id()).orElse("");
        selectedProject.set(open.map(HistoryListing.Open::project).orElse(null));
        selectedRevision.set(revision.orElse(null));
    }

    private boolean sameProject(Optional<HistoryListing.Open> open) {
        Project shown = selectedProject.get();
        return shown != null && open.filter(o -> o.project().id().equals(shown.id())).isPresent();
    }

    private void layOut() {
        Revision shown = selectedRevision.get();
        List<HistoryRow> now = layout.of(listing, shown == null ? "" : shown.id());
        // Setting equal rows would end a rename in the list.
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        if (now.isEmpty()) {
            state.set(listing.searched() ? State.NOTHING_FOUND : State.EMPTY);
        } else {
            state.set(State.READY);
        }
    }
}
