package dev.easel.preview.webgl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Turns pixels of a picture (red, green, blue, alpha, a byte each) into what a texture is made of.
///
/// Follows the table of WebGL 2, 3.7.6: values are scaled to the type's range for normalized
/// formats, to 0..1 for floats, and taken as they are for integers.
public final class PixelPacker {
    private static final int RED = 0x1903;
    private static final int ALPHA = 0x1906;
    private static final int RGB = 0x1907;
    private static final int RGBA = 0x1908;
    private static final int LUMINANCE = 0x1909;
    private static final int LUMINANCE_ALPHA = 0x190A;
    private static final int RG = 0x8227;
    private static final int RED_INTEGER = 0x8D94;
    private static final int RG_INTEGER = 0x8228;
    private static final int RGB_INTEGER = 0x8D98;
    private static final int RGBA_INTEGER = 0x8D99;
    private static final int SRGB = 0x8C40;
    private static final int SRGB_ALPHA = 0x8C42;

    private static final int UNSIGNED_BYTE = 0x1401;
    private static final int FLOAT = 0x1406;
    private static final int HALF_FLOAT = 0x140B;
    private static final int HALF_FLOAT_OES = 0x8D61;
    private static final int SHORT_4444 = 0x8033;
    private static final int SHORT_5551 = 0x8034;
    private static final int SHORT_565 = 0x8363;
    private static final int INT_2_10_10_10 = 0x8368;
    private static final int INT_10F_11F_11F = 0x8C3B;
    private static final int INT_5_9_9_9 = 0x8C3E;

    private static final short[] HALVES = halves();

    private PixelPacker() {}

    /// How many components a format has; 0 for one that pictures cannot become.
    public static int components(int format) {
        return switch (format) {
            case RED, ALPHA, LUMINANCE, RED_INTEGER -> 1;
            case LUMINANCE_ALPHA, RG, RG_INTEGER -> 2;
            case RGB, RGB_INTEGER, SRGB -> 3;
            case RGBA, RGBA_INTEGER, SRGB_ALPHA -> 4;
            default -> 0;
        };
    }

    /// How many bytes a pixel takes; 0 for a combination that pictures cannot become.
    public static int bytes(int format, int type) {
        return switch (type) {
            case UNSIGNED_BYTE -> components(format);
            case FLOAT -> components(format) * 4;
            case HALF_FLOAT, HALF_FLOAT_OES -> components(format) * 2;
            case SHORT_4444, SHORT_5551 -> format == RGBA ? 2 : 0;
            case SHORT_565 -> format == RGB ? 2 : 0;
            case INT_2_10_10_10 -> format == RGBA ? 4 : 0;
            case INT_10F_11F_11F, INT_5_9_9_9 -> format == RGB ? 4 : 0;
            default -> 0;
        };
    }

    /// Packs a row of pixels, without gaps.
    ///
    /// @param row red in the lowest byte of each pixel, alpha in the highest
    /// @param to where the row is put; in the machine's byte order
    public static void packRow(int[] row, int format, int type, ByteBuffer to) {
        switch (type) {
            case SHORT_565, SHORT_4444, SHORT_5551 -> packShorts(row, type, to);
            case INT_2_10_10_10, INT_10F_11F_11F, INT_5_9_9_9 -> packInts(row, type, to);
            case FLOAT -> packFloats(row, order(format), to);
            case HALF_FLOAT, HALF_FLOAT_OES -> packHalves(row, order(format), to);
            default -> {
                if (components(format) == 4) {
                    packWhole(row, to);
                } else {
                    packBytes(row, order(format), to);
                }
            }
        }
    }

    /// Which bit of the pixel each component begins at.
    private static int[] order(int format) {
        return switch (format) {
            case ALPHA -> new int[] {24};
            case LUMINANCE_ALPHA -> new int[] {0, 24};
            case RED, LUMINANCE, RED_INTEGER -> new int[] {0};
            case RG, RG_INTEGER -> new int[] {0, 8};
            case RGB, RGB_INTEGER, SRGB -> new int[] {0, 8, 16};
            default -> new int[] {0, 8, 16, 24};
        };
    }

    private static void packWhole(int[] row, ByteBuffer to) {
        to.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(row);
        to.position(to.position() + row.length * 4);
    }

    private static void packBytes(int[] row, int[] order, ByteBuffer to) {
        byte[] bytes = new byte[row.length * order.length];
        int at = 0;
        for (int pixel : row) {
            for (int shift : order) {
                bytes[at++] = (byte) (pixel >>> shift);
            }
        }
        to.put(bytes);
    }

    private static void packFloats(int[] row, int[] order, ByteBuffer to) {
        for (int pixel : row) {
            for (int shift : order) {
                to.putFloat((pixel >>> shift & 255) / 255f);
            }
        }
    }

    private static void packHalves(int[] row, int[] order, ByteBuffer to) {
        for (int pixel : row) {
            for (int shift : order) {
                to.putShort(HALVES[pixel >>> shift & 255]);
            }
        }
    }

    private static short[] halves() {
        short[] halves = new short[256];
        for (int value = 0; value < halves.length; value++) {
            halves[value] = Float.floatToFloat16(value / 255f);
        }
        return halves;
    }

    private static void packShorts(int[] row, int type, ByteBuffer to) {
        for (int pixel : row) {
            int r = pixel & 255;
            int g = pixel >> 8 & 255;
            int b = pixel >> 16 & 255;
            int a = pixel >>> 24;
            int packed =
                    switch (type) {
                        case SHORT_565 -> r >> 3 << 11 | g >> 2 << 5 | b >> 3;
                        case SHORT_4444 -> r >> 4 << 12 | g >> 4 << 8 | b >> 4 << 4 | a >> 4;
                        default -> r >> 3 << 11 | g >> 3 << 6 | b >> 3 << 1 | a >> 7;
                    };
            to.putShort((short) packed);
        }
    }

    private static void packInts(int[] row, int type, ByteBuffer to) {
        for (int pixel : row) {
            int r = pixel & 255;
            int g = pixel >> 8 & 255;
            int b = pixel >> 16 & 255;
            int a = pixel >>> 24;
            to.putInt(
                    switch (type) {
                        case INT_2_10_10_10 -> ten(r) | ten(g) << 10 | ten(b) << 20 | a >> 6 << 30;
                        case INT_10F_11F_11F -> small(r, 6) | small(g, 6) << 11 | small(b, 5) << 22;
                        default -> shared(r / 255f, g / 255f, b / 255f);
                    });
        }
    }

    private static int ten(int value) {
        return value << 2 | value >> 6;
    }

    /// An unsigned float with 5 bits of exponent: a half float without its sign and last bits.
    private static int small(int value, int mantissa) {
        return (HALVES[value] & 0x7fff) >> 10 - mantissa;
    }

    /// Three 9-bit mantissas with one exponent: OpenGL ES 3.0, 3.8.3.2.
    private static int shared(float r, float g, float b) {
        float most = Math.max(r, Math.max(g, b));
        int exponent = most == 0 ? 0 : Math.max(-16, Math.getExponent(most)) + 16;
        double unit = Math.pow(2, exponent - 15 - 9);
        if (most > 0 && Math.floor(most / unit + 0.5) == 512) {
            exponent++;
            unit *= 2;
        }
        return nine(r, unit) | nine(g, unit) << 9 | nine(b, unit) << 18 | exponent << 27;
    }

    private static int nine(float value, double unit) {
        return (int) Math.floor(value / unit + 0.5);
    }

    /// Multiplies colours by their alpha, in place.
    ///
    /// @param pixels of `format` and `type` without gaps; unknown combinations and those without
    ///   alpha are left alone
    public static void premultiply(ByteBuffer pixels, int format, int type) {
        ByteBuffer p = pixels.duplicate().order(ByteOrder.nativeOrder());
        int count = components(format);
        boolean hasAlpha = format == RGBA || format == LUMINANCE_ALPHA || format == SRGB_ALPHA;
        if (!hasAlpha) {
            return;
        }
        if (count == 4 && type == UNSIGNED_BYTE) {
            Alpha.multiply(pixels);
            return;
        }
        int size = bytes(format, type);
        for (int at = p.position(); size > 0 && at + size <= p.limit(); at += size) {
            switch (type) {
                case UNSIGNED_BYTE -> premultiplyBytes(p, at, count);
                case FLOAT -> {
                    float alpha = p.getFloat(at + (count - 1) * 4);
                    for (int k = 0; k < count - 1; k++) {
                        p.putFloat(at + k * 4, p.getFloat(at + k * 4) * alpha);
                    }
                }
                case HALF_FLOAT, HALF_FLOAT_OES -> {
                    float alpha = Float.float16ToFloat(p.getShort(at + (count - 1) * 2));
                    for (int k = 0; k < count - 1; k++) {
                        float value = Float.float16ToFloat(p.getShort(at + k * 2)) * alpha;
                        p.putShort(at + k * 2, Float.floatToFloat16(value));
                    }
                }
                case SHORT_4444 -> p.putShort(at, premultiplied4444(p.getShort(at)));
                case SHORT_5551 -> {
                    if ((p.getShort(at) & 1) == 0) {
                        p.putShort(at, (short) 0);
                    }
                }
                default -> {
                    return;
                }
            }
        }
    }

    private static void premultiplyBytes(ByteBuffer p, int at, int count) {
        int alpha = p.get(at + count - 1) & 255;
        for (int k = 0; k < count - 1; k++) {
            p.put(at + k, (byte) (((p.get(at + k) & 255) * alpha + 127) / 255));
        }
    }

    private static short premultiplied4444(short pixel) {
        int alpha = pixel & 15;
        int result = alpha;
        for (int shift = 4; shift <= 12; shift += 4) {
            result |= ((pixel >> shift & 15) * alpha + 7) / 15 << shift;
        }
        return (short) result;
    }
}
