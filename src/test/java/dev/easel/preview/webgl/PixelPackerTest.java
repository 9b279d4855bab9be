package dev.easel.preview.webgl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class PixelPackerTest {
    private static final int RGBA = 0x1908;
    private static final int RGB = 0x1907;

    private static ByteBuffer packed(int format, int type, int... rgba) {
        int pixel = rgba[0] | rgba[1] << 8 | rgba[2] << 16 | rgba[3] << 24;
        ByteBuffer target =
                ByteBuffer.allocate(PixelPacker.bytes(format, type)).order(ByteOrder.nativeOrder());
        PixelPacker.packRow(new int[] {pixel}, format, type, target);
        return target.flip().order(ByteOrder.nativeOrder());
    }

    @Test
    void packedShortsHoldTheHighestBits() {
        assertThat(packed(RGB, 0x8363, 255, 0, 255, 9).getShort() & 0xffff).isEqualTo(0xf81f);
        assertThat(packed(RGBA, 0x8033, 0x10, 0x20, 0x30, 0x40).getShort())
                .isEqualTo((short) 0x1234);
        assertThat(packed(RGBA, 0x8034, 255, 0, 0, 128).getShort() & 0xffff).isEqualTo(0xf801);
    }

    @Test
    void floatsGoFromZeroToOne() {
        ByteBuffer pixel = packed(RGB, 0x1406, 255, 0, 51, 255);

        assertThat(new float[] {pixel.getFloat(), pixel.getFloat(), pixel.getFloat()})
                .containsExactly(1f, 0f, 0.2f);
    }

    @Test
    void sharedExponentsOfWhiteAreOne() {
        int pixel = packed(RGB, 0x8C3E, 255, 255, 255, 255).getInt();
        int exponent = pixel >>> 27;

        assertThat((pixel & 511) * Math.pow(2, exponent - 24)).isEqualTo(1.0);
    }

    @Test
    void coloursAreMultipliedByAlpha() {
        ByteBuffer pixel = ByteBuffer.wrap(new byte[] {(byte) 200, 100, 0, (byte) 128});

        PixelPacker.premultiply(pixel, RGBA, 0x1401);

        assertThat(pixel.array()).containsExactly(100, 50, 0, (byte) 128);
    }
}
