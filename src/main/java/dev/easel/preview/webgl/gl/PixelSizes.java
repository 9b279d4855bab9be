package dev.easel.preview.webgl.gl;

/// How many bytes a pixel takes, as far as accounts need it: never less than half of the truth.
final class PixelSizes {
    private PixelSizes() {}

    /// @param internalFormat sized
    static int of(int internalFormat) {
        return switch (internalFormat) {
            // R8, R8_SNORM, R8I, R8UI, STENCIL_INDEX8
            case 0x8229, 0x8F94, 0x8231, 0x8232, 0x8D48 -> 1;
            // RG8 and its like, R16F, R16I, R16UI, RGB565, RGBA4, RGB5_A1, DEPTH_COMPONENT16
            case 0x822B,
                    0x8F95,
                    0x8237,
                    0x8238,
                    0x822D,
                    0x8233,
                    0x8234,
                    0x8D62,
                    0x8056,
                    0x8057,
                    0x81A5 ->
                    2;
            // RG32F, RG32I, RG32UI, RGBA16F, RGB16F, RGBA16I, RGBA16UI, RGB16I, RGB16UI,
            // DEPTH32F_STENCIL8
            case 0x8230, 0x823B, 0x823C, 0x881A, 0x881B, 0x8D88, 0x8D76, 0x8D89, 0x8D77, 0x8CAD ->
                    8;
            // RGBA32F, RGB32F, RGBA32I, RGBA32UI, RGB32I, RGB32UI
            case 0x8814, 0x8815, 0x8D82, 0x8D70, 0x8D83, 0x8D71 -> 16;
            default -> 4;
        };
    }

    /// Of pixels as they stand in the page's memory; 16, the most there is, for what is unknown.
    static int inMemory(int format, int type) {
        return bytes(components(format), type, 16);
    }

    /// Of pixels in a texture; a driver may keep three components as four.
    static int of(int format, int type) {
        int components = components(format);
        return bytes(components == 3 ? 4 : components, type, 4);
    }

    private static int components(int format) {
        return switch (format) {
            // RED, ALPHA, LUMINANCE, DEPTH_COMPONENT, RED_INTEGER
            case 0x1903, 0x1906, 0x1909, 0x1902, 0x8D94 -> 1;
            // LUMINANCE_ALPHA, RG, RG_INTEGER
            case 0x190A, 0x8227, 0x8228 -> 2;
            // RGB, RGB_INTEGER, SRGB
            case 0x1907, 0x8D98, 0x8C40 -> 3;
            default -> 4;
        };
    }

    private static int bytes(int components, int type, int unknown) {
        return switch (type) {
            case 0x1400, 0x1401 -> components;
            case 0x1402, 0x1403, 0x140B, 0x8D61 -> components * 2;
            case 0x1404, 0x1405, 0x1406 -> components * 4;
            case 0x8033, 0x8034, 0x8363 -> 2;
            case 0x8368, 0x8C3B, 0x8C3E, 0x84FA -> 4;
            case 0x8DAD -> 8;
            default -> unknown;
        };
    }
}
