package dev.easel.preview.webgl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ArgsTest {
    private static Args args(int... words) {
        ByteBuffer buffer = ByteBuffer.allocate(words.length * 4).order(ByteOrder.nativeOrder());
        buffer.asIntBuffer().put(words);
        return new Args(buffer);
    }

    @Test
    void commandsFollowEachOtherWhateverIsReadOfThem() {
        Args in = args(7 | 3 << 10, 1, 2, 9 | 2 << 10, -5);

        assertThat(in.next()).isEqualTo(7);
        assertThat(in.next()).isEqualTo(9);
        assertThat(in.i()).isEqualTo(-5);
        assertThat(in.next()).isEqualTo(-1);
    }

    @Test
    void readingPastACommandIsRefused() {
        Args in = args(7 | 2 << 10, 1, 9 | 1 << 10);
        in.next();
        in.i();

        assertThatThrownBy(in::i).isInstanceOf(BadCommandException.class);
    }

    @Test
    void aCommandLongerThanTheBufferIsRefused() {
        assertThatThrownBy(() -> args(7 | 4 << 10, 1).next())
                .isInstanceOf(BadCommandException.class);
        assertThatThrownBy(() -> args(7, 1).next()).isInstanceOf(BadCommandException.class);
    }

    @Test
    void stringsAndLongsComeBack() {
        Args in = args(1 | 6 << 10, 3, 'a' | 'b' << 16, 'c', -1, 1);
        in.next();

        assertThat(in.s()).isEqualTo("abc");
        assertThat(in.l()).isEqualTo(0x1_ffff_ffffL);
    }

    @Test
    void aStringThatIsNotThereIsRefused() {
        Args in = args(1 | 2 << 10, 1000);
        in.next();

        assertThatThrownBy(in::s).isInstanceOf(BadCommandException.class);
    }
}
