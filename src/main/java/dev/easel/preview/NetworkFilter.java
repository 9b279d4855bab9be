package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.text.Texts;
import java.util.Set;
import javafx.util.StringConverter;

/// Which requests the network tab shows.
enum NetworkFilter {
    ALL(Set.of(Outcome.values())),
    PROJECT(Set.of(Outcome.PROJECT)),
    LIBRARY(Set.of(Outcome.BUNDLED, Outcome.SUBSTITUTED)),
    OUTSIDE(Set.of(Outcome.CACHED, Outcome.FETCHED)),
    DENIED(Set.of(Outcome.DENIED)),
    MISSING(Set.of(Outcome.MISSING));

    private final Set<Outcome> outcomes;

    NetworkFilter(Set<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    boolean accepts(NetworkRow row) {
        return outcomes.contains(row.entry().outcome());
    }

    static StringConverter<NetworkFilter> names(Texts texts) {
        return new StringConverter<>() {
            @Override
            public String toString(NetworkFilter filter) {
                return filter == null ? "" : texts.get("network.filter." + filter.name());
            }

            @Override
            public NetworkFilter fromString(String text) {
                throw new UnsupportedOperationException("The box is not editable");
            }
        };
    }
}
