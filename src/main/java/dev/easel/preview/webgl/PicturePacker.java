package dev.easel.preview.webgl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/// Makes the content of a texture out of a picture, or of a part of it.
///
/// @param columns of the picture
/// @param left the first column that is wanted
/// @param width how many columns are wanted
/// @param height how many rows an image of the texture has
/// @param images how many images the texture has, one below the other in the picture
/// @param perImage how many rows of the picture lie between the first rows of two images
/// @param isFlipped whether the last row comes first
/// @param isPremultiplied whether colours are to be multiplied by their alpha
public record PicturePacker(
        int columns,
        int left,
        int width,
        int height,
        int images,
        int perImage,
        boolean isFlipped,
        boolean isPremultiplied) {
    private static final int LARGEST_SIDE = 1 << 17;
    private static final int UNSIGNED_BYTE = 0x1401;

    /// How many bytes the content has; 0 for a format and type that pictures cannot become.
    public long size(int format, int type) {
        return (long) width * height * images * PixelPacker.bytes(format, type);
    }

    /// Whether the picture has all that is wanted of it.
    ///
    /// @param bytes of the picture, four a pixel
    public boolean fits(long bytes) {
        return isSane(width)
                && isSane(height)
                && isSane(images)
                && isSane(columns)
                && left >= 0
                && (long) left + width <= columns
                && (images == 1 || perImage >= height && isSane(perImage))
                && rows() * columns * 4 <= bytes;
    }

    /// Larger ones no picture has, and products of them would not fit into a long.
    private static boolean isSane(int side) {
        return side > 0 && side <= LARGEST_SIDE;
    }

    /// How many rows of the picture are used.
    private long rows() {
        return (images - 1L) * perImage + height;
    }

    /// Whether the picture's own pixels are the content.
    public boolean isAsIs(int format, int type) {
        return isWhole()
                && !isFlipped
                && !isPremultiplied
                && type == UNSIGNED_BYTE
                && PixelPacker.components(format) == 4;
    }

    private boolean isWhole() {
        return left == 0 && width == columns && (images == 1 || perImage == height);
    }

    /// @param source red, green, blue, alpha of every pixel, a byte each, from its position on
    /// @param target with room for [#size(int, int)] bytes
    public void pack(ByteBuffer source, int format, int type, ByteBuffer target) {
        ByteBuffer from = source.duplicate();
        ByteBuffer to = target.duplicate().order(ByteOrder.nativeOrder());
        if (type == UNSIGNED_BYTE && PixelPacker.components(format) == 4 && !isPremultiplied) {
            copy(from, to);
            return;
        }
        int[] row = new int[width];
        IntBuffer pixels = from.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        for (int y = 0; y < height * images; y++) {
            pixels.get(rowOf(y) * columns + left, row);
            if (isPremultiplied) {
                Alpha.multiply(row);
            }
            PixelPacker.packRow(row, format, type, to);
        }
    }

    /// Where a row of the content is in the picture.
    private int rowOf(int y) {
        int row = y / height * perImage + y % height;
        return isFlipped ? (int) rows() - 1 - row : row;
    }

    private void copy(ByteBuffer from, ByteBuffer to) {
        int base = from.position();
        for (int y = 0; y < height * images; y++) {
            to.put(to.position(), from, base + (rowOf(y) * columns + left) * 4, width * 4);
            to.position(to.position() + width * 4);
        }
    }
}
