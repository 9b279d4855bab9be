package dev.easel.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTest {
    @ParameterizedTest
    @CsvSource({
        "'', 1.2.3",
        "latest, 1.2.3",
        "*, 1.2.3",
        "next, 1.2.3",
        "1.2.3, 1.2.3",
        "v1.2.3, 1.2.3",
        "=1.2.3, 1.2.3",
        "1, 1.9.9",
        "1.x, 1.9.9",
        "1.x.x, 1.9.9",
        "1.2, 1.2.9",
        "1.2.x, 1.2.9",
        "^1.2.0, 1.9.0",
        "^0.160.0, 0.160.5",
        "^0.0.3, 0.0.3",
        "^0, 0.9.0",
        "~1.2.3, 1.2.9",
        "~1, 1.9.0",
        "~0.160, 0.160.1",
        ">=16, 18.0.0",
        ">=16 <19, 18.0.0",
        "16 || 18, 18.1.0",
        "r128, 0.128.0",
        "0.128, 0.128.3",
        "99999999999999999999, 2147483647.0.0",
    })
    void holds(String range, String version) {
        assertThat(VersionRange.of(range).holds(Version.parse(version).orElseThrow())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.4",
        "1, 2.0.0",
        "1.2, 1.3.0",
        "^1.2.0, 1.1.0",
        "^1.2.0, 2.0.0",
        "^0.160.0, 0.161.0",
        "^0.0.3, 0.0.4",
        "~1.2.3, 1.3.0",
        ">=16 <18, 18.0.0",
        "16 || 17, 18.1.0",
        "r128, 0.129.0",
        "<2, 2.0.0",
        ">2, 2.5.0",
        "<=2, 3.0.0",
    })
    void doesNotHold(String range, String version) {
        assertThat(VersionRange.of(range).holds(Version.parse(version).orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.0",
        "2.5.0, 3.0.0",
        "1.3.5, 1.4.0",
    })
    void theNearestVersionIsOfTheSameMajorAndMinorFirst(String wanted, String nearest) {
        assertThat(
                        java.util.stream.Stream.of("1.2.0", "1.4.0", "3.0.0")
                                .map(v -> Version.parse(v).orElseThrow())
                                .min(Version.nearest(Version.parse(wanted).orElseThrow())))
                .contains(Version.parse(nearest).orElseThrow());
    }
}
