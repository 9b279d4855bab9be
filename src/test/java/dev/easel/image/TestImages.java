package dev.easel.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Files of images, made on the spot.
public final class TestImages {
    /// One pixel of lossy WebP, as every browser's feature test has it.
    static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private TestImages() {}

    /// A picture whose left half is one colour and whose right half another.
    static BufferedImage halves(int width, int height, int left, int right, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? left : right);
            }
        }
        return image;
    }

    /// A red and blue picture.
    ///
    /// @param format `png`, `jpeg`, `gif` or `bmp`
    public static byte[] file(String format, int width, int height) {
        return encoded(
                format, halves(width, height, 0xffff0000, 0xff0000ff, BufferedImage.TYPE_INT_RGB));
    }

    static byte[] encoded(String format, BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A PNG that says that it is so large, and has no pixels.
    static byte[] claiming(int width, int height) {
        byte[] png = file("png", 2, 2);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    /// A JPEG with an EXIF segment that says how the camera was held.
    static byte[] held(int orientation, byte[] jpeg) {
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + exif.length);
        file.put(jpeg, 0, 2).put(exif).put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }

    static BufferedImage decoded(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
