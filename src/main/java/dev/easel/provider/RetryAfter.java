package dev.easel.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.Headers;

/// The `Retry-After` header of an answer: how long its server asks to wait, in seconds or as a date
/// (RFC 9110, 10.2.3). What is neither, and waits of more than 9,999,999 s, count as not said.
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofSeconds(9_999_999);

    private RetryAfter() {}

    /// Reads it.
    ///
    /// @param now when the answer came; only for an answer without a `Date`
    /// @return zero for a date in the past
    public static Optional<Duration> in(Headers answer, Instant now) {
        String said = answer.get("Retry-After");
        return said == null
                ? Optional.empty()
                : seconds(said.strip())
                        .or(() -> date(said.strip()).flatMap(until -> wait(answer, until, now)));
    }

    /// Reads a number of seconds; of more than seven digits none is made.
    static Optional<Duration> seconds(String number) {
        if (!number.matches("\\d{1,7}(\\.\\d{1,9})?")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(number) * 1000)));
    }

    // Both dates are of the server's clock; the user's may be minutes away from it.
    private static Optional<Duration> wait(Headers answer, Instant until, Instant now) {
        Instant sent =
                Optional.ofNullable(answer.get("Date")).flatMap(RetryAfter::date).orElse(now);
        Duration wait = Duration.between(sent, until);
        return wait.isNegative()
                ? Optional.of(Duration.ZERO)
                : Optional.of(wait).filter(w -> w.compareTo(LONGEST) <= 0);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
