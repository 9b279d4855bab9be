package dev.easel.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingsTest {
    private static final Usage THOUSAND = new Usage(1, 0, 1_000, 0, false);

    @Test
    void theRateCountsFromTheFirstToken() {
        assertThat(new Timings(100, 2_000, 7_000).tokensPerSecond(THOUSAND)).hasValue(200);
    }

    @Test
    void withoutTokensThereIsNoRate() {
        assertThat(new Timings(100, 2_000, 7_000).tokensPerSecond(Usage.NONE)).isEmpty();
    }

    @Test
    void withoutTimeThereIsNoRate() {
        assertThat(Timings.NONE.tokensPerSecond(THOUSAND)).isEmpty();
        assertThat(new Timings(-1, 500, 500).tokensPerSecond(THOUSAND)).isEmpty();
        assertThat(new Timings(-1, -1, 500).tokensPerSecond(THOUSAND)).isEmpty();
    }
}
