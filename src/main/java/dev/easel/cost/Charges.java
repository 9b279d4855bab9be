package dev.easel.cost;

import dev.easel.project.Cost;
import dev.easel.project.Usage;
import java.util.Optional;
import java.util.function.IntSupplier;

/// What runs cost, and whether one more may begin. Both methods may block on the disk.
public interface Charges {
    /// Knows no prices and no limit.
    Charges NONE =
            new Charges() {
                @Override
                public Optional<Cost> cost(
                        String provider, String model, String answered, Usage usage) {
                    return Optional.empty();
                }

                @Override
                public LimitAnswer check(String provider, String model, IntSupplier promptTokens) {
                    return LimitAnswer.ALLOWED;
                }
            };

    /// What a run cost that has ended; empty when the price is not known.
    ///
    /// @param provider its id
    /// @param model the id that was asked for
    /// @param answered the id that answered; empty when none did
    Optional<Cost> cost(String provider, String model, String answered, Usage usage);

    /// What the limit of the day says of a run that is about to start.
    ///
    /// @param promptTokens about as many will be sent; asked only when there is a limit
    LimitAnswer check(String provider, String model, IntSupplier promptTokens);
}
