package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {
    private final DeviceChoice choice = new DeviceChoice();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "responsive 0.0",
                "iphone 0.75",
                "tablet rotated 0.0",
                "800x600 1.0",
                "1234x321 rotated 0.5"
            })
    void whatIsWrittenCanBeRestored(String line) {
        choice.restore(line);

        assertThat(choice.text().getValue()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "no-such-phone", "x", "0x", "1.2.3", "null", "-5x-5"})
    void whatCannotBeReadChangesNothing(String line) {
        choice.restore(line);

        assertThat(choice.text().getValue()).isEqualTo("responsive 0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "390 x 844, 390, 844",
        "390×844, 390, 844",
        "' 800 , 600 ', 800, 600",
        "1024 768 px, 1024, 768",
        "1x1, 100, 100",
        "99999x99999, 8000, 8000"
    })
    void sizesAreReadAsPeopleTypeThem(String typed, int width, int height) {
        assertThat(DeviceSize.typed(typed)).contains(DeviceSize.custom(width, height));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "390", "wide", "123456 x 7", "390 x", "-"})
    void otherTextsAreNoSizes(String typed) {
        assertThat(DeviceSize.typed(typed)).isEmpty();
    }

    @Test
    void aTurnedDeviceIsAsWideAsItWasHigh() {
        choice.restore("iphone rotated");

        assertThat(choice.size()).isEqualTo(new Dimension2D(874, 402));
    }

    @Test
    void aSizeOfTheUsersOwnIsTakenAsItIsSeen() {
        choice.restore("iphone rotated");
        choice.setCustom(DeviceSize.custom(900, 400));

        assertThat(choice.size()).isEqualTo(new Dimension2D(900, 400));
    }
}
