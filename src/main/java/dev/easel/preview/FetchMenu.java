package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be said about a denied address: once, this host, never.
final class FetchMenu {
    private final Optional<FetchViewModel> fetches;
    private final Texts texts;

    /// @param fetches empty where nothing can be fetched
    FetchMenu(Optional<FetchViewModel> fetches, Texts texts) {
        this.fetches = fetches;
        this.texts = texts;
    }

    boolean isOffered(NetworkEntry entry) {
        return fetches.filter(f -> f.isOffered(entry)).isPresent();
    }

    /// How the fetch of this address stands; empty when there is none.
    Optional<String> state(NetworkEntry entry) {
        return fetches.map(f -> f.steps().get(entry.url()))
                .filter(step -> entry.offered())
                .map(step ->
                        switch (step) {
                            case FetchStep.Arriving(long bytes, long total) ->
                                    total > 0
                                            ? texts.get("fetch.percent", 100 * bytes / total)
                                            : texts.get("fetch.arriving", ByteCount.of(bytes));
                            case FetchStep.Kept _ -> texts.get("fetch.kept");
                            case FetchStep.Failed _ -> texts.get("fetch.failed.row");
                        });
    }

    /// Why the fetch of this address failed; empty when it did not.
    Optional<String> failure(NetworkEntry entry) {
        return fetches.map(f -> f.steps().get(entry.url()))
                .flatMap(step ->
                        step instanceof FetchStep.Failed(String why)
                                ? Optional.of(why)
                                : Optional.empty());
    }

    /// Empty for a request that is not offered.
    List<MenuItem> items(NetworkEntry entry) {
        return items(entry, true);
    }

    /// @param named whether the items name the host; where it is to be seen anyway, they need not
    List<MenuItem> items(NetworkEntry entry, boolean named) {
        if (!isOffered(entry)) {
            return List.of();
        }
        FetchViewModel model = fetches.orElseThrow();
        String host = model.hostOf(entry).orElseThrow();
        return List.of(
                item("fetchOnce", texts.get("fetch.once"), () -> model.fetch(List.of(entry))),
                item(
                        "fetchHost",
                        named ? texts.get("fetch.host", host) : texts.get("fetch.host.this"),
                        () -> model.fetchHost(host)),
                new SeparatorMenuItem(),
                item(
                        "fetchNever",
                        named ? texts.get("fetch.never", host) : texts.get("fetch.never.this"),
                        () -> model.never(host)));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        // Hosts may have underscores, which are no mnemonics.
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
