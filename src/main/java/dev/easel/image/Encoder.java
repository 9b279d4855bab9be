package dev.easel.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Encodes pictures as small as they get without looking worse: drawings become PNG, photos JPEG.
/// Nothing but pixels is in them: neither where nor when nor with what a photo was taken.
final class Encoder {
    private static final float QUALITY = 0.9f;
    // Above this a transparent picture gives up its transparency for a tenth of the size.
    private static final int LARGE_PNG = 3_000_000;
    private static final int WHITE = 255;

    /// @param mimeType `image/png` or `image/jpeg`
    record Encoded(String mimeType, byte[] bytes) {}

    private Encoder() {}

    static Encoded encode(Pixels pixels) {
        boolean opaque = pixels.isOpaque();
        byte[] png = png(pixels, opaque);
        if (!opaque && png.length < LARGE_PNG) {
            return new Encoded("image/png", png);
        }
        byte[] jpeg = jpeg(pixels);
        return png.length <= jpeg.length
                ? new Encoded("image/png", png)
                : new Encoded("image/jpeg", jpeg);
    }

    private static byte[] png(Pixels pixels, boolean opaque) {
        BufferedImage image =
                image(pixels, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        return write(writer, image, writer.getDefaultWriteParam());
    }

    private static byte[] jpeg(Pixels pixels) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
        return write(writer, image(onWhite(pixels), BufferedImage.TYPE_INT_RGB), parameters);
    }

    private static byte[] write(
            ImageWriter writer, BufferedImage image, ImageWriteParam parameters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes every picture", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage image(Pixels pixels, int type) {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), type);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        return image;
    }

    private static Pixels onWhite(Pixels pixels) {
        int[] argb = new int[pixels.argb().length];
        for (int i = 0; i < argb.length; i++) {
            int p = pixels.argb()[i];
            int alpha = p >>> 24;
            argb[i] =
                    255 << 24
                            | mix(p >> 16 & 255, alpha) << 16
                            | mix(p >> 8 & 255, alpha) << 8
                            | mix(p & 255, alpha);
        }
        return new Pixels(pixels.width(), pixels.height(), argb);
    }

    private static int mix(int channel, int alpha) {
        return (channel * alpha + WHITE * (255 - alpha)) / 255;
    }
}
