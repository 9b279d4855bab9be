package dev.easel.preview.webgl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PicturePackerTest {
    private static final int RGBA = 0x1908;
    private static final int RED = 0x1903;
    private static final int UNSIGNED_BYTE = 0x1401;

    /// Three columns and five rows, whose red counts the pixels from 0.
    private static ByteBuffer picture() {
        ByteBuffer pixels = ByteBuffer.allocate(3 * 5 * 4);
        for (int k = 0; k < 15; k++) {
            pixels.put(new byte[] {(byte) k, 0, 0, (byte) 255});
        }
        return pixels.flip();
    }

    private static byte[] reds(PicturePacker packer) {
        ByteBuffer target = ByteBuffer.allocate((int) packer.size(RED, UNSIGNED_BYTE));
        packer.pack(picture(), RED, UNSIGNED_BYTE, target);
        return target.array();
    }

    @Test
    void aPartIsCutOut() {
        assertThat(reds(new PicturePacker(3, 1, 2, 2, 1, 2, false, false)))
                .containsExactly(1, 2, 4, 5);
    }

    @Test
    void theLastRowComesFirstWhenAPictureIsTurnedRound() {
        assertThat(reds(new PicturePacker(3, 0, 3, 2, 1, 2, true, false)))
                .containsExactly(3, 4, 5, 0, 1, 2);
    }

    @Test
    void imagesOfATextureMayLieApart() {
        // Rows 0 and 1, then rows 3 and 4.
        assertThat(reds(new PicturePacker(3, 0, 1, 2, 2, 3, false, false)))
                .containsExactly(0, 3, 9, 12);
        assertThat(reds(new PicturePacker(3, 0, 1, 2, 2, 3, true, false)))
                .containsExactly(12, 9, 3, 0);
    }

    @Test
    void coloursAreMultipliedByTheirAlpha() {
        ByteBuffer pixel = ByteBuffer.wrap(new byte[] {(byte) 200, 100, 0, (byte) 128});
        ByteBuffer target = ByteBuffer.allocate(4);

        new PicturePacker(1, 0, 1, 1, 1, 1, false, true).pack(pixel, RGBA, UNSIGNED_BYTE, target);

        assertThat(target.array()).containsExactly(100, 50, 0, (byte) 128);
    }

    @Test
    void onlyAWholePictureThatStaysAsItIsNeedsNoCopy() {
        assertThat(new PicturePacker(3, 0, 3, 5, 1, 5, false, false).isAsIs(RGBA, UNSIGNED_BYTE))
                .isTrue();
        assertThat(new PicturePacker(3, 0, 3, 5, 1, 5, true, false).isAsIs(RGBA, UNSIGNED_BYTE))
                .isFalse();
        assertThat(new PicturePacker(3, 0, 2, 5, 1, 5, false, false).isAsIs(RGBA, UNSIGNED_BYTE))
                .isFalse();
        assertThat(new PicturePacker(3, 0, 3, 5, 1, 5, false, false).isAsIs(RED, UNSIGNED_BYTE))
                .isFalse();
    }

    @Test
    void morePixelsThanThereAreDoNotFit() {
        assertThat(new PicturePacker(3, 0, 3, 5, 1, 5, false, false).fits(60)).isTrue();
        assertThat(new PicturePacker(3, 0, 3, 5, 1, 5, false, false).fits(59)).isFalse();
        assertThat(new PicturePacker(3, 1, 3, 5, 1, 5, false, false).fits(60)).isFalse();
        assertThat(new PicturePacker(3, -1, 3, 5, 1, 5, false, false).fits(60)).isFalse();
        int most = Integer.MAX_VALUE;
        assertThat(new PicturePacker(most, 0, most, most, most, most, false, false).fits(60))
                .isFalse();
    }
}
