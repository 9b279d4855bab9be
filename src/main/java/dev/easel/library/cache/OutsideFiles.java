package dev.easel.library.cache;

import dev.easel.text.Texts;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import okhttp3.OkHttpClient;

/// What pages get of the world outside: files that were fetched before, and files that the user has
/// allowed to be fetched. Everything else stays denied.
///
/// ```java
/// OutsideFiles outside = OutsideFiles.of(new CachedFiles(cache), keeper, virtualThreads);
/// outside.answer(request);                           // for a page, on a loader thread
/// outside.fetch(project, address, "script", ticket); // the user has said: once
/// ```
///
/// The rules, in this order. What is kept is answered. Only plain GETs of parts of a page are ever
/// fetched, never documents. Nothing from a host that the user has denied, and nothing at all when
/// the mode is NEVER. Without a question come: what a file that was fetched by hand in this session
/// names on its own host (one consent is for the file with its parts), and what is written in the
/// page's own files on a host that [FetchRules] trusts. Addresses that a page makes at run time are
/// always asked about, as they can carry data away.
///
/// Thread-safe.
public final class OutsideFiles {
    private final Texts texts = Texts.of(OutsideFiles.class);
    private final CachedFiles cached;
    private final RulesKeeper keeper;
    private final Departures departures;
    private final Clock clock;
    private final HttpsFetcher fetcher;
    private final Fetches fetches;

    /// Project and address of what was fetched by hand since the program was started.
    private final Set<Grant> grants = ConcurrentHashMap.newKeySet();

    private record Grant(String projectId, String address) {}

    private OutsideFiles(
            CachedFiles cached,
            RulesKeeper keeper,
            Departures departures,
            HttpsFetcher fetcher,
            Executor background,
            Clock clock) {
        this.cached = cached;
        this.keeper = keeper;
        this.departures = departures;
        this.fetcher = fetcher;
        this.clock = clock;
        this.fetches = new Fetches(this::fetchAndKeep, background);
    }

    /// With the real network.
    ///
    /// @param background gives each task a thread
    public static OutsideFiles of(CachedFiles cached, RulesKeeper keeper, Executor background) {
        return with(
                cached,
                keeper,
                background,
                new OkHttpClient(),
                CheckedNames.ofTheSystem(),
                HttpsFetcher.Limits.USUAL);
    }

    static OutsideFiles with(
            CachedFiles cached,
            RulesKeeper keeper,
            Executor background,
            OkHttpClient base,
            CheckedNames names,
            HttpsFetcher.Limits limits) {
        Departures departures = new Departures();
        return new OutsideFiles(
                cached,
                keeper,
                departures,
                new HttpsFetcher(base, names, departures, limits),
                background,
                Clock.systemUTC());
    }

    /// What is kept on disk.
    public CachedFiles cached() {
        return cached;
    }

    /// How many requests have left this computer.
    public Departures departures() {
        return departures;
    }

    /// What the user has said.
    public FetchRules rules() {
        return keeper.rules();
    }

    /// Changes what the user has said, for good.
    public void keep(FetchRules rules) {
        keeper.keep(rules);
    }

    /// The answer to a page. Blocks for the disk, and for the network when the user's rules let the
    /// file be fetched and the request may wait.
    public OutsideAnswer answer(OutsideRequest request) {
        Optional<WebAddress> address = WebAddress.parse(request.url());
        if (address.isEmpty() || !request.isPart()) {
            return new OutsideAnswer.Denied(false, "");
        }
        return switch (cached.look(address.get())) {
            case CacheLookup.Hit hit -> hit(request, hit, false);
            case CacheLookup.Moved(CachedFile file) -> moved(request, file, false);
            case CacheLookup.Absent _ -> absent(request, address.get(), "");
            case CacheLookup.Damaged _ -> absent(request, address.get(), texts.get("note.damaged"));
            case CacheLookup.Unreadable(String why) ->
                    new OutsideAnswer.Denied(false, texts.get("note.unreadable", why));
        };
    }

    private OutsideAnswer hit(OutsideRequest request, CacheLookup.Hit hit, boolean fresh) {
        cached.used(request.projectId(), hit.file());
        return new OutsideAnswer.Content(hit.file().mediaType(), hit.body(), fresh);
    }

    private OutsideAnswer moved(OutsideRequest request, CachedFile file, boolean fresh) {
        cached.used(request.projectId(), file);
        return new OutsideAnswer.Moved(
                file.movedTo(), fresh, texts.get("note.moved", file.movedTo()));
    }

    private OutsideAnswer absent(OutsideRequest request, WebAddress address, String note) {
        FetchRules rules = rules();
        if (rules.mode() == FetchRules.Mode.NEVER) {
            return new OutsideAnswer.Denied(false, join(note, texts.get("note.never")));
        }
        if (rules.denied().contains(address.host())) {
            return new OutsideAnswer.Denied(false, join(note, texts.get("note.never.host")));
        }
        if (!request.mayWait()) {
            return new OutsideAnswer.Denied(true, note);
        }
        if (isPartOfAGrant(request, address)) {
            OutsideAnswer answer = fetchNow(request, address, host -> host.equals(address.host()));
            grantParts(request.projectId(), address);
            return answer;
        }
        if (!rules.trusts(address.host())) {
            return new OutsideAnswer.Denied(true, note);
        }
        return request.written().contains(address)
                ? fetchNow(request, address, rules::trusts)
                : new OutsideAnswer.Denied(true, join(note, texts.get("note.unwritten")));
    }

    private static String join(String note, String other) {
        return note.isEmpty() ? other : note + ". " + other;
    }

    private boolean isPartOfAGrant(OutsideRequest request, WebAddress address) {
        return request.written().filesThatName(address).stream()
                .filter(file -> grants.contains(new Grant(request.projectId(), file)))
                .flatMap(file -> WebAddress.parse(file).stream())
                .anyMatch(file -> file.host().equals(address.host()));
    }

    private OutsideAnswer fetchNow(
            OutsideRequest request, WebAddress address, Predicate<String> hosts) {
        try {
            fetches.fetch(address, request.kind(), hosts, new FetchTicket());
            return switch (cached.look(address)) {
                case CacheLookup.Hit hit -> hit(request, hit, true);
                case CacheLookup.Moved(CachedFile to) -> moved(request, to, true);
                case CacheLookup.Absent _, CacheLookup.Damaged _ ->
                        new OutsideAnswer.Failed(texts.get("note.damaged"));
                case CacheLookup.Unreadable(String why) ->
                        new OutsideAnswer.Failed(texts.get("note.unreadable", why));
            };
        } catch (FetchException e) {
            return new OutsideAnswer.Failed(texts.get("note.failed", e.inWords()));
        }
    }

    /// Fetches one address because the user has said so, and keeps it. Blocking. Redirects may lead
    /// to any public host that is not denied.
    ///
    /// @param kind what the page wants it for; empty when unknown
    /// @throws FetchException in plain words; nothing is kept then
    public CachedFile fetch(String projectId, WebAddress address, String kind, FetchTicket ticket)
            throws FetchException {
        CachedFile file =
                fetches.fetch(address, kind, host -> !rules().denied().contains(host), ticket);
        grantParts(projectId, address);
        return file;
    }

    /// The parts of what the user let in may follow it, until the program ends.
    private void grantParts(String projectId, WebAddress address) {
        grants.add(new Grant(projectId, address.text()));
        cached.find(address)
                .filter(CachedFile::isRedirect)
                .ifPresent(file -> grants.add(new Grant(projectId, file.movedTo())));
    }

    private CachedFile fetchAndKeep(
            WebAddress address, String kind, Predicate<String> hosts, FetchTicket ticket)
            throws FetchException {
        Download download = fetcher.fetch(address, kind, hosts, ticket);
        try {
            return cached.store(address, download, clock.instant());
        } catch (IOException e) {
            throw new FetchFailures().disk(e);
        }
    }
}
