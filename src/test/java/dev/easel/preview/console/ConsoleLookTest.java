package dev.easel.preview.console;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleLookTest {
    @Test
    void colourAndWeightAreTaken() {
        ConsoleLook look =
                ConsoleLook.of("color: #D6336C; font-weight:bold; font-style:italic; padding: 9px");

        assertThat(look.color()).contains(Color.web("#d6336c"));
        assertThat(look.isBold()).isTrue();
        assertThat(look.isItalic()).isTrue();
        assertThat(look.isUnderlined()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color: url(https://evil.example/)",
                "color: expression(alert(1))",
                "color: nosuchcolour",
                "color: red} .root{-fx-background-color: red",
                "color: transparent",
                "color:",
                ":;:;::",
                "color: rgb(1,2"
            })
    void whatIsNoColourIsDropped(String css) {
        assertThat(ConsoleLook.of(css).color()).isEmpty();
    }

    @Test
    void aColourThatCannotBeReadOnTheBackgroundIsKnown() {
        ConsoleLook navy = ConsoleLook.of("color: navy");

        assertThat(navy.isReadableOn(Color.WHITE)).isTrue();
        assertThat(navy.isReadableOn(Color.web("#0d1117"))).isFalse();
    }
}
