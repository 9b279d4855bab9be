package dev.easel.cost;

import dev.easel.project.Cost;
import dev.easel.project.Usage;
import dev.easel.text.Texts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a model costs.
///
/// @param provider id of the provider that takes the money, e.g. `gemini`
/// @param id of the model
/// @param numbered whether `id-001` and the like cost the same
/// @param longPrompt other rates for runs with a long prompt
/// @param from first day, in UTC; absent for always
/// @param until last day, in UTC; absent for as long as nobody says otherwise
/// @param source who says so
/// @param read when the source was read: `2026-11` or `2026-11-23`
record Price(
        String provider,
        String id,
        boolean numbered,
        Rates rates,
        Optional<LongPrompt> longPrompt,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String source,
        String read) {
    private static final Texts TEXTS = Texts.of(Price.class);

    private static final Pattern NUMBER = Pattern.compile("-\\d{3}");

    /// @param over the rates hold for the whole run when its prompt has more tokens than this
    record LongPrompt(int over, Rates rates) {}

    boolean holdsOn(LocalDate day) {
        return from.map(d -> !day.isBefore(d)).orElse(true)
                && until.map(d -> !day.isAfter(d)).orElse(true);
    }

    /// Whether a model is a numbered version of this one.
    boolean isFamilyOf(String model) {
        return numbered
                && model.startsWith(id)
                && NUMBER.matcher(model.substring(id.length())).matches();
    }

    /// The cost of a run, with this price in words.
    Cost cost(Usage usage) {
        Optional<LongPrompt> applies = longPrompt.filter(l -> usage.prompt() > l.over());
        Rates used = applies.map(LongPrompt::rates).orElse(rates);
        String key = applies.isPresent() ? "price.long" : "price";
        String cached =
                used.cached()
                        .map(rate -> TEXTS.get("price.cached", Rates.perMillion(rate)))
                        .orElseGet(
                                () -> usage.cached() > 0 ? TEXTS.get("price.cachedUnknown") : "");
        String words =
                TEXTS.get(
                        key,
                        id,
                        Rates.perMillion(used.in()),
                        Rates.perMillion(used.out()),
                        cached,
                        source,
                        read,
                        applies.map(LongPrompt::over).orElse(0));
        return new Cost(used.cost(usage), words);
    }
}
