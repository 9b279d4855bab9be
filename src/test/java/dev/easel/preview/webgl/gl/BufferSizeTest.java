package dev.easel.preview.webgl.gl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BufferSizeTest {
    @Test
    void whatFitsStays() {
        assertThat(BufferSize.of(800, 600, 8192)).isEqualTo(new BufferSize(800, 600));
        assertThat(BufferSize.of(0, -7, 8192)).isEqualTo(new BufferSize(1, 1));
    }

    @Test
    void whatIsTooLargeKeepsItsShape() {
        BufferSize size = BufferSize.of(8192, 4096, 8192);

        assertThat(size.pixels()).isLessThanOrEqualTo(1 << 24);
        assertThat((double) size.width() / size.height()).isBetween(1.99, 2.01);
    }
}
