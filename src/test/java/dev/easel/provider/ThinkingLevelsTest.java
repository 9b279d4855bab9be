package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkingLevelsTest {
    private final ThinkingLevels levels = ThinkingLevels.bundled();

    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-pro,' low medium high'",
        "gemini-2.5-flash-lite-preview-06-17,' off low medium high'",
        "gemini-3-pro-preview,' low high'",
        "gemini-3-flash-preview,' minimal low medium high'",
        "gemini-3.1-flash-image-preview,' minimal high'",
        "models/gemini-3.8-flash,' low medium high'",
        "gemini-2.0-flash,''"
    })
    void everyFamilyHasItsOwn(String model, String names) {
        ThinkingLevels.Offer offer = levels.offer(model);

        assertThat(offer.names()).isEqualTo(List.of(names.split(" ")));
        assertThat(offer.open()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"gemini-3.2-secret", "gemini-4-neon", "gpt-oss:20b"})
    void aModelThatNobodyKnowsTakesAnything(String model) {
        assertThat(levels.offer(model)).isEqualTo(ThinkingLevels.ANY);
        assertThat(levels.choose(model, "very-hard").level()).isEqualTo("very-hard");
    }

    @Test
    void ofTwoThatAreEquallyNearTheCheaperIsTaken() {
        assertThat(levels.offer("gemini-3-pro").nearest("medium")).isEqualTo("low");
    }

    @Test
    void aNameThatNobodyKnowsBecomesTheDefaultOfAKnownModel() {
        assertThat(levels.offer("gemini-3-pro").nearest("turbo")).isEmpty();
    }
}
