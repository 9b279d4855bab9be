package dev.easel.provider;

import java.time.Instant;

/// A failed attempt that another one follows.
///
/// @param attempt the number of the one that follows, 2 for the first repetition
/// @param of how many there are at most
/// @param reason why the last one failed
/// @param until when the next one begins, unless the user is quicker
public record Retry(int attempt, int of, ProviderException reason, Instant until) {
    /// The same at another moment.
    public Retry at(Instant moment) {
        return new Retry(attempt, of, reason, moment);
    }
}
