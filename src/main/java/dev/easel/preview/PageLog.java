package dev.easel.preview;

import dev.easel.preview.guard.GuardedFiles;
import dev.easel.preview.guard.GuardedFiles.Source;
import dev.easel.preview.guard.GuardedText.Place;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.preview.sandbox.OpenPage;
import dev.easel.preview.sandbox.PageMessage;
import dev.easel.preview.sandbox.PageWish;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What one load has said and asked for so far. UI thread.
final class PageLog {
    private static final int NETWORK_LIMIT = 1_000;

    private final PageConsole console = new PageConsole();
    private final BoundedLog<NetworkEntry> requests = new BoundedLog<>(NETWORK_LIMIT);
    private final EngineRefusals refusals = new EngineRefusals();
    private final FailedRequests failed = new FailedRequests();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<PageTimings> timings =
            new ReadOnlyObjectWrapper<>(PageTimings.NONE);

    PageConsole console() {
        return console;
    }

    BoundedLog<NetworkEntry> requests() {
        return requests;
    }

    /// May be told from any thread.
    FailedRequests failed() {
        return failed;
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PageTimings> timings() {
        return timings.getReadOnlyProperty();
    }

    void clear() {
        console.clear();
        requests.clear();
        refusals.clear();
        failed.clear();
        title.set("");
        timings.set(PageTimings.NONE);
    }

    /// Takes what the bridge says; answers to evaluations and wishes are not for the log.
    void take(PageMessage received, OpenPage load) {
        switch (received) {
            case PageMessage.Console(ConsoleEntry entry, boolean muted, String resource) ->
                    console.add(relative(explained(entry, resource), load), muted);
            case PageMessage.Dropped(long count) -> console.log().drop(count);
            case PageMessage.Blocked(String url, String directive) -> blocked(url, directive);
            case PageMessage.Timed(PageMessage.Moment moment, double millis) ->
                    timings.set(timings.get().with(moment, millis));
            case PageMessage.Titled(String text) -> title.set(text);
            case PageMessage.Answer answer -> {}
            case PageWish wish -> {}
        }
    }

    /// What could not be loaded, with what the network knows of it.
    private ConsoleEntry explained(ConsoleEntry entry, String resource) {
        String why = resource.isEmpty() ? "" : failed.reason(resource);
        return why.isEmpty() ? entry : entry.withText(entry.text() + ": " + why);
    }

    private void blocked(String url, String directive) {
        if (!refusals.isTold(url)) {
            requests.add(new NetworkEntry("GET", url, Outcome.DENIED, 0, "not in " + directive));
        }
    }

    /// Takes what WebKit itself wrote.
    void takeFromEngine(String text, int line, String file) {
        refusals.read(text).ifPresent(requests::add);
        console.addFromEngine(text, line, file);
    }

    private static ConsoleEntry relative(ConsoleEntry e, OpenPage load) {
        GuardedFiles files = load.guarded();
        Source source = files.source(e.file(), new Place(e.line(), Math.max(1, e.column())));
        return new ConsoleEntry(
                e.level(),
                load.relative(files.originalStack(e.text())),
                load.relative(source.file()),
                source.place().line(),
                e.column() == 0 ? 0 : source.place().column(),
                load.relative(files.originalStack(e.stack())),
                e.detail().map(load::relative));
    }
}
