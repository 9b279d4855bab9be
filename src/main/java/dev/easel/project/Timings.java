package dev.easel.project;

import java.util.OptionalLong;

/// Milliseconds from sending the request, the last one if there were several attempts: then speed
/// and patience of the model can be compared with other runs, whatever went before; -1 where it did
/// not happen (yet).
///
/// @param firstThought first thought arrived
/// @param firstToken first visible text arrived
/// @param total last token arrived, or the run ended otherwise
public record Timings(long firstThought, long firstToken, long total) {
    public static final Timings NONE = new Timings(-1, -1, -1);

    /// Output tokens a second between first and last token.
    public OptionalLong tokensPerSecond(Usage usage) {
        long millis = total - (firstToken < 0 ? total : firstToken);
        return millis <= 0 || usage.output() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(usage.output() * 1000.0 / millis));
    }
}
