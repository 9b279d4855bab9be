package dev.easel.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DollarsTest {
    @ParameterizedTest
    @CsvSource({
        "0, $0.00",
        "1, <$0.0001",
        "99999, <$0.0001",
        "100000, $0.0001",
        "6100000, $0.0061",
        "42000000, $0.042",
        "60000000, $0.06",
        "99999999, $0.10",
        "420000000, $0.42",
        "1999999999, $2.00",
        "1234567000000000, $1234567.00"
    })
    void amountsAreShortAndNeverFree(long nano, String text) {
        assertThat(Dollars.text(nano)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.000000001", "6100000, 0.0061", "2000000000, 2", "100000000000, 100"})
    void machinesGetTheExactAmount(long nano, String text) {
        assertThat(Dollars.plain(nano)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5, 5000000000", "2.50, 2500000000", "$0.1, 100000000", "' 3. ', 3000000000"})
    void typedAmountsAreRead(String typed, long nano) {
        assertThat(Dollars.parse(typed)).contains(nano);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1,50", "five", "1e3", "1.2.3", "99999999", "0.0000000001"})
    void whatIsNoAmountIsNotGuessed(String typed) {
        assertThat(Dollars.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10000000",
        "10000001, 20000000",
        "420000000, 500000000",
        "500000001, 1000000000",
        "5000000000, 5000000000"
    })
    void limitsAreRoundedUpToWhatPeopleChoose(long least, long chosen) {
        assertThat(Dollars.round(least)).isEqualTo(chosen);
    }

    @Test
    void onlyTheseAddressesAreOnThisComputer() {
        assertThat(
                        java.util.stream.Stream.of(
                                        "http://localhost:11434/v1",
                                        "http://127.0.0.1:8080",
                                        "http://127.9.9.9",
                                        "http://[::1]:1234/v1",
                                        "http://models.localhost/")
                                .allMatch(LocalAddress::isLocal))
                .isTrue();
        assertThat(
                        java.util.stream.Stream.of(
                                        "http://192.168.0.7:11434/v1",
                                        "http://localhost.example.org/",
                                        "http://127.0.0.1.example.org/",
                                        "localhost",
                                        "not an address",
                                        "")
                                .noneMatch(LocalAddress::isLocal))
                .isTrue();
    }
}
