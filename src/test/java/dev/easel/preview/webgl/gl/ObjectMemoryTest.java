package dev.easel.preview.webgl.gl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.webgl.ObjectKind;
import org.junit.jupiter.api.Test;

class ObjectMemoryTest {
    private final MemoryBudget budget = new MemoryBudget(100);
    private final ObjectMemory memory = new ObjectMemory(budget);

    @Test
    void aNewSizeTakesThePlaceOfTheOneBefore() {
        assertThat(memory.resize(ObjectKind.BUFFER, 1, 0, 60)).isTrue();
        assertThat(memory.resize(ObjectKind.BUFFER, 1, 0, 80)).isTrue();
        assertThat(memory.resize(ObjectKind.BUFFER, 2, 0, 21)).isFalse();
        assertThat(budget.used()).isEqualTo(80);
    }

    @Test
    void whatIsGoneIsGivenBack() {
        memory.resize(ObjectKind.TEXTURE, 1, 0, 40);
        memory.resize(ObjectKind.TEXTURE, 1, 1, 20);
        memory.drawingBuffer(30);

        memory.release(ObjectKind.TEXTURE, 1);

        assertThat(budget.used()).isEqualTo(30);
        memory.releaseAll();
        assertThat(budget.used()).isZero();
    }
}
