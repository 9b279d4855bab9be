package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static Optional<Duration> read(String... namesAndValues) {
        return RetryAfter.in(Headers.of(namesAndValues), NOW);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "7,7000", "1.5,1500", "9999999,9999999000"})
    void secondsAreRead(String said, long millis) {
        assertThat(read("Retry-After", said)).contains(Duration.ofMillis(millis));
    }

    @Test
    void aDateIsCountedFromNow() {
        assertThat(read("retry-after", "Tue, 24 Nov 2026 12:00:45 GMT"))
                .contains(Duration.ofSeconds(45));
    }

    @Test
    void aDateIsCountedFromTheServersClockWhereItTellsIt() {
        assertThat(
                        read(
                                "Date",
                                "Tue, 24 Nov 2026 12:10:00 GMT",
                                "Retry-After",
                                "Tue, 24 Nov 2026 12:10:20 GMT"))
                .contains(Duration.ofSeconds(20));
    }

    @Test
    void aClockThatCannotBeReadIsNotTheServers() {
        assertThat(read("Date", "noon", "Retry-After", "Tue, 24 Nov 2026 12:00:20 GMT"))
                .contains(Duration.ofSeconds(20));
    }

    @Test
    void aDateInThePastMeansAtOnce() {
        assertThat(read("Retry-After", "Tue, 24 Nov 2026 11:59:59 GMT")).contains(Duration.ZERO);
    }

    // The last one names a Tuesday that was a Wednesday.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-1",
                "10000000",
                "Fri, 31 Dec 9999 23:59:59 GMT",
                "2026-11-24T12:00:45Z",
                "Tue, 25 Nov 2026 12:00:45 GMT"
            })
    void whatIsNeitherOrTooLongIsNotSaid(String said) {
        assertThat(read("Retry-After", said)).isEmpty();
    }

    @Test
    void anAnswerWithoutTheHeaderSaysNothing() {
        assertThat(read("Date", "Tue, 24 Nov 2026 12:00:00 GMT")).isEmpty();
    }
}
