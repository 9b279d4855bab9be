package dev.easel.settings;

import dev.easel.library.cache.CachedFile;
import dev.easel.library.cache.FetchRules;
import dev.easel.library.cache.FetchRules.Mode;
import dev.easel.library.cache.OutsideFiles;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What pages may fetch, and what they have fetched. UI thread; the disk is read and written in the
/// background.
public final class FetchSettingsViewModel {
    /// How the list of files stands.
    public enum State {
        LOADING,
        /// There are none.
        EMPTY,
        READY,
        /// [FetchSettingsViewModel#messageProperty()] says why.
        FAILED
    }

    /// What was said about a host.
    public record HostRule(String host, boolean allowed) {}

    /// Something with the cache that takes its time.
    private interface DiskWork {
        void run() throws IOException;
    }

    private final OutsideFiles outside;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Mode> mode;
    private final ObservableList<HostRule> hosts = FXCollections.observableArrayList();
    private final ObservableList<CachedFile> files = FXCollections.observableArrayList();
    // A view of a list ends with the last reference to it, and its listeners with it.
    private final ObservableList<HostRule> readOnlyHosts =
            FXCollections.unmodifiableObservableList(hosts);
    private final ObservableList<CachedFile> readOnlyFiles =
            FXCollections.unmodifiableObservableList(files);

    /// @param background runs what touches the disk
    /// @param ui runs on the UI thread
    public FetchSettingsViewModel(OutsideFiles outside, Executor background, Executor ui) {
        this.outside = outside;
        this.background = background;
        this.ui = ui;
        this.mode = new ReadOnlyObjectWrapper<>(outside.rules().mode());
        showHosts();
    }

    /// What happens when a page names something that is not there.
    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /// Kept at once.
    public void choose(Mode chosen) {
        outside.keep(outside.rules().with(chosen));
        mode.set(chosen);
    }

    /// The hosts that something was said about, by name; read-only.
    public ObservableList<HostRule> hosts() {
        return readOnlyHosts;
    }

    /// From now on this host is asked about again.
    public void forget(String host) {
        outside.keep(outside.rules().forgetting(host));
        showHosts();
    }

    private void showHosts() {
        FetchRules rules = outside.rules();
        TreeSet<String> all = new TreeSet<>(rules.allowed());
        all.addAll(rules.denied());
        hosts.setAll(all.stream().map(h -> new HostRule(h, rules.allowed().contains(h))).toList());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What went wrong, as the system puts it; empty when nothing did.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// What is kept, by address; read-only.
    public ObservableList<CachedFile> files() {
        return readOnlyFiles;
    }

    /// Bytes on the disk: content that several addresses share counts once.
    public long total() {
        TreeSet<String> seen = new TreeSet<>();
        return files.stream().filter(f -> seen.add(f.sha256())).mapToLong(CachedFile::bytes).sum();
    }

    /// Reads the list anew.
    public void load() {
        state.set(State.LOADING);
        work(() -> {});
    }

    /// Forgets one file: pages are denied it from their next load on.
    public void remove(CachedFile file) {
        work(() -> outside.cached().remove(file));
    }

    /// Forgets all of them.
    public void removeAll() {
        work(() -> outside.cached().removeAll());
    }

    private void work(DiskWork work) {
        background.execute(() -> {
            try {
                work.run();
                List<CachedFile> found = outside.cached().list();
                ui.execute(() -> show(found));
            } catch (IOException e) {
                ui.execute(() -> fail(e));
            }
        });
    }

    private void show(List<CachedFile> found) {
        files.setAll(found);
        message.set("");
        state.set(found.isEmpty() ? State.EMPTY : State.READY);
    }

    private void fail(IOException e) {
        message.set(String.valueOf(e.getMessage()));
        state.set(State.FAILED);
    }
}
