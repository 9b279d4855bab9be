package dev.easel.preview;

import dev.easel.library.cache.CachedFile;
import dev.easel.library.cache.FetchException;
import dev.easel.library.cache.FetchRules;
import dev.easel.library.cache.FetchTicket;
import dev.easel.library.cache.OutsideFiles;
import dev.easel.library.cache.WebAddress;
import dev.easel.preview.Preview.State;
import dev.easel.preview.sandbox.NetworkEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// What the page of a preview lacks, and the user's word about it: once, this host, never. Nothing
/// is fetched unless a method here is called. UI thread.
public final class FetchViewModel {
    /// What is to be said above the page.
    public enum Phase {
        /// Nothing.
        QUIET,
        /// The page names files that could be fetched.
        OFFERING,
        /// They are on their way.
        FETCHING,
        /// All of them are kept; the page gets them when it is loaded again.
        FETCHED,
        /// At least one did not come.
        FAILED
    }

    /// The figures that go with a phase.
    ///
    /// @param files offered, or being fetched
    /// @param kept how many of them are there
    /// @param failed how many did not come
    /// @param bytes that have come
    /// @param why the first failure, in plain words; empty when there is none
    public record Summary(Phase phase, int files, int kept, int failed, long bytes, String why) {}

    private static final int MOST = 1_000;
    private static final Summary NOTHING = new Summary(Phase.QUIET, 0, 0, 0, 0, "");

    private final Preview preview;
    private final OutsideFiles outside;
    private final Executor background;
    private final Executor ui;
    private final Map<String, NetworkEntry> offers = new LinkedHashMap<>();
    private final ObservableMap<String, FetchStep> steps = FXCollections.observableHashMap();
    // A view of the map ends with the last reference to it, and its listeners with it.
    private final ObservableMap<String, FetchStep> readOnlySteps =
            FXCollections.unmodifiableObservableMap(steps);
    private final Map<String, FetchTicket> tickets = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>(NOTHING);

    private final ReadOnlyLongWrapper departures = new ReadOnlyLongWrapper();

    /// Projects whose offer was put away for this session.
    private final Set<String> dismissed = new HashSet<>();

    /// @param background gives each fetch a thread
    /// @param ui runs on the UI thread
    public FetchViewModel(Preview preview, OutsideFiles outside, Executor background, Executor ui) {
        this.preview = preview;
        this.outside = outside;
        this.background = background;
        this.ui = ui;
        new RequestFollower(preview.requests(), this::clear, this::requested);
        outside.departures().listen(n -> ui.execute(() -> departures.set(n)));
        preview.stateProperty().addListener(o -> update());
        steps.addListener((javafx.beans.Observable o) -> update());
    }

    /// What is to be said above the page.
    public ReadOnlyObjectProperty<Summary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// How the fetches of this load stand, by the address as the page wrote it; not to be changed.
    public ObservableMap<String, FetchStep> steps() {
        return readOnlySteps;
    }

    /// The files that could be fetched, each once, in the order in which the page asked.
    public List<NetworkEntry> offers() {
        return offers.values().stream().filter(this::isOpen).toList();
    }

    /// How many requests of pages have left this computer since the program was started.
    public ReadOnlyLongProperty departuresProperty() {
        return departures.getReadOnlyProperty();
    }

    /// The host of a request that can be fetched.
    public Optional<String> hostOf(NetworkEntry entry) {
        return WebAddress.parse(entry.url()).map(WebAddress::host);
    }

    /// Whether this request is offered now: not fetched already, and not forbidden since.
    public boolean isOffered(NetworkEntry entry) {
        return entry.offered() && isOpen(entry);
    }

    private boolean isOpen(NetworkEntry entry) {
        FetchRules rules = outside.rules();
        boolean isDone =
                switch (steps.get(entry.url())) {
                    case null -> false;
                    case FetchStep.Failed _ -> false;
                    case FetchStep.Arriving _, FetchStep.Kept _ -> true;
                };
        return !isDone
                && rules.mode() != FetchRules.Mode.NEVER
                && hostOf(entry).filter(h -> !rules.denied().contains(h)).isPresent();
    }

    /// Fetches these files, once. What is under way or kept already is left alone.
    public void fetch(Collection<NetworkEntry> entries) {
        Optional<String> project = preview.projectId();
        if (project.isEmpty()) {
            return;
        }
        for (NetworkEntry entry : List.copyOf(entries)) {
            if (isOffered(entry)) {
                WebAddress.parse(entry.url())
                        .ifPresent(address -> begin(project.get(), address, entry));
            }
        }
        update();
    }

    /// Allows a host for good, and fetches what the page lacks of it.
    public void fetchHost(String host) {
        outside.keep(outside.rules().allowing(host));
        fetch(offers().stream().filter(e -> hostOf(e).filter(host::equals).isPresent()).toList());
    }

    /// Denies a host for good.
    public void never(String host) {
        outside.keep(outside.rules().denying(host));
        update();
    }

    /// Stops what is under way; what has come is kept.
    public void cancel() {
        List.copyOf(tickets.values()).forEach(FetchTicket::cancel);
    }

    /// Loads the page again, which then gets what was fetched.
    public void reload() {
        preview.reload();
    }

    /// Says nothing more above this project's page until the program ends, or about the fetch that
    /// has just ended.
    public void dismiss() {
        if (summary.get().phase() == Phase.OFFERING) {
            preview.projectId().ifPresent(dismissed::add);
        }
        steps.values().removeIf(s -> !(s instanceof FetchStep.Arriving));
        update();
    }

    /// To be called when the rules were changed elsewhere.
    public void refresh() {
        update();
    }

    private void begin(String project, WebAddress address, NetworkEntry entry) {
        String url = entry.url();
        FetchTicket ticket =
                new FetchTicket(
                        new CalmProgress(
                                (bytes, total) -> ui.execute(() -> arrived(url, bytes, total))));
        tickets.put(url, ticket);
        steps.put(url, new FetchStep.Arriving(0, -1));
        background.execute(() -> {
            FetchStep end = run(project, address, entry.kind(), ticket);
            ui.execute(() -> {
                tickets.remove(url);
                steps.put(url, end);
            });
        });
    }

    private FetchStep run(String project, WebAddress address, String kind, FetchTicket ticket) {
        try {
            CachedFile file = outside.fetch(project, address, kind, ticket);
            return new FetchStep.Kept(file.bytes());
        } catch (FetchException e) {
            return new FetchStep.Failed(e.inWords());
        }
    }

    private void arrived(String url, long bytes, long total) {
        if (tickets.containsKey(url)) {
            steps.put(url, new FetchStep.Arriving(bytes, total));
        }
    }

    private void requested(NetworkEntry entry) {
        if (entry.offered()
                && offers.size() < MOST
                && offers.putIfAbsent(entry.url(), entry) == null) {
            update();
        }
    }

    private void clear() {
        offers.clear();
        steps.values().removeIf(s -> !(s instanceof FetchStep.Arriving));
        update();
    }

    private void update() {
        summary.set(now());
    }

    private Summary now() {
        List<FetchStep> all = new ArrayList<>(steps.values());
        if (all.isEmpty()) {
            int open = offers().size();
            boolean isShown = preview.stateProperty().get() == State.SHOWN;
            boolean isWanted = preview.projectId().filter(p -> !dismissed.contains(p)).isPresent();
            return open > 0 && isShown && isWanted
                    ? new Summary(Phase.OFFERING, open, 0, 0, 0, "")
                    : NOTHING;
        }
        int kept = 0;
        long bytes = 0;
        List<String> failures = new ArrayList<>();
        for (FetchStep step : all) {
            switch (step) {
                case FetchStep.Arriving arriving -> bytes += arriving.bytes();
                case FetchStep.Kept done -> {
                    kept++;
                    bytes += done.bytes();
                }
                case FetchStep.Failed(String why) -> failures.add(why);
            }
        }
        Phase phase =
                kept + failures.size() < all.size()
                        ? Phase.FETCHING
                        : failures.isEmpty() ? Phase.FETCHED : Phase.FAILED;
        String why = failures.isEmpty() ? "" : failures.getFirst();
        return new Summary(phase, all.size(), kept, failures.size(), bytes, why);
    }
}
