package dev.easel.cost;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Prices of models. One id may have several, for different days.
record PriceTable(List<Price> prices) {
    static final PriceTable EMPTY = new PriceTable(List.of());

    PriceTable {
        prices = List.copyOf(prices);
    }

    /// The price of a model on a day; the id itself counts before the family that it belongs to.
    ///
    /// @param model with or without `models/` before it
    /// @param day in UTC
    Optional<Price> find(String provider, String model, LocalDate day) {
        String id = model.replaceFirst("^models/", "");
        // An id that is there, though without a price for this day, has none of its family either.
        boolean named = of(provider).anyMatch(p -> p.id().equals(id));
        Predicate<Price> fits = named ? p -> p.id().equals(id) : p -> p.isFamilyOf(id);
        return of(provider)
                .filter(fits)
                .filter(p -> p.holdsOn(day))
                .max(Comparator.comparing(p -> p.from().orElse(LocalDate.MIN)));
    }

    private Stream<Price> of(String provider) {
        return prices.stream().filter(p -> p.provider().equals(provider));
    }

    /// This table, but for the ids that another one has.
    PriceTable overriddenBy(PriceTable own) {
        Predicate<Price> stays =
                p ->
                        own.prices.stream()
                                .noneMatch(o ->
                                        o.id().equals(p.id()) && o.provider().equals(p.provider()));
        return new PriceTable(
                Stream.concat(prices.stream().filter(stays), own.prices.stream()).toList());
    }
}
