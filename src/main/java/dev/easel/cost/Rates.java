package dev.easel.cost;

import dev.easel.project.Usage;
import java.math.BigDecimal;
import java.util.Optional;

/// What tokens cost, in trillionths of a US dollar a token: a dollar for a million tokens is
/// 1,000,000.
///
/// @param out for the answer and the thoughts
/// @param cached for tokens that the server had in its cache; absent when that price is not known,
///   then they count like the others, so that the cost is never told too low
record Rates(long in, long out, Optional<Long> cached) {
    /// Decimals that a price for a million tokens may have.
    static final int DECIMALS = 6;

    private static final long PICO_IN_NANO = 1_000;

    /// @return billionths of a US dollar, rounded to the nearest
    long cost(Usage usage) {
        long fromCache = Math.min(usage.cached(), usage.prompt());
        long fresh = usage.prompt() - fromCache;
        long made = (long) usage.output() + usage.thought();
        long pico = fresh * in + fromCache * cached.orElse(in) + made * out;
        return (pico + PICO_IN_NANO / 2) / PICO_IN_NANO;
    }

    /// Dollars for a million tokens, with two decimals or as many as it takes.
    static String perMillion(long rate) {
        BigDecimal dollars = BigDecimal.valueOf(rate, DECIMALS).stripTrailingZeros();
        return (dollars.scale() < 2 ? dollars.setScale(2) : dollars).toPlainString();
    }
}
