package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page that speaks to the decoder itself, without our script, harms nobody.
class WebGlGarbageTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void garbageIsRefusedAndTheDriverLivesOn(long seed) {
        WebGlGarbage.run(seed, 200);

        assertThat(WebGlGarbage.worksAfterwards()).isTrue();
    }
}
