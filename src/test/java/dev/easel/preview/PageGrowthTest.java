package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageGrowthTest {
    private static final long GB = 1L << 30;

    @Test
    void growthIsWhatTheProcessHasMoreThanAtTheStart() {
        assertThat(growth(GB, 9 * GB, 3 * GB / 2)).isEqualTo(new PageGrowth(GB / 2, false));
        assertThat(growth(2 * GB, 9 * GB, GB)).isEqualTo(PageGrowth.NONE);
    }

    @Test
    void aQuarterOfTheMachineIsTooMuch() {
        assertThat(growth(0, 9 * GB, 5 * GB).endangers()).isTrue();
    }

    @Test
    void aMachineThatIsFullIsNotTheFaultOfASmallPage() {
        assertThat(growth(0, GB / 2, GB / 4).endangers()).isFalse();
        assertThat(growth(0, GB / 2, GB).endangers()).isTrue();
    }

    @Test
    void thisProcessCanBeMeasured() {
        ProcessMemory now = ProcessMemory.now();

        assertThat(now.physical()).isGreaterThan(now.available());
        assertThat(now.available()).isPositive();
    }

    private static PageGrowth growth(long start, long available, long now) {
        return PageGrowth.between(
                new ProcessMemory(start, 16 * GB, 16 * GB),
                new ProcessMemory(now, available, 16 * GB));
    }
}
