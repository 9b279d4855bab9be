package dev.easel.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.easel.text.Texts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes files of strangers: sizes are read before pixels, and large ones are thinned out while
/// they are read, so that a picture takes at most 150 MB whatever it says of itself.
final class Decoder {
    private static final Texts TEXTS = Texts.of(Decoder.class);

    /// 8,000 x 8,000.
    static final long MOST_PIXELS = 64_000_000;

    // Of this size at least a picture is decoded before it is made smaller properly.
    private static final int FINE = 3_072;

    private Decoder() {}

    /// @param longest the most pixels that a side of the answer may have
    static Pixels decode(String name, byte[] bytes, int longest) throws ImageException {
        ImageKind kind = ImageKind.of(bytes);
        ImageReader reader = reader(name, kind);
        // No files: the stream holds what it needs, and only for one picture at a time.
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            Pixels pixels = decode(name, reader, longest);
            return kind == ImageKind.JPEG ? Orientation.of(bytes).upright(pixels) : pixels;
        } catch (IOException | RuntimeException e) {
            // Readers meet damage with either; what they say of it helps nobody.
            throw new ImageException(TEXTS.get("damaged", name, kind));
        } catch (OutOfMemoryError e) {
            throw new ImageException(TEXTS.get("memory", name));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(String name, ImageKind kind) throws ImageException {
        return switch (kind) {
            case PNG, JPEG, GIF, BMP -> ImageIO.getImageReadersByFormatName(kind.name()).next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            case HEIC, AVIF, TIFF -> throw new ImageException(TEXTS.get("unknown", name, kind));
            case SVG, OTHER -> throw new ImageException(TEXTS.get("none", name));
        };
    }

    private static Pixels decode(String name, ImageReader reader, int longest)
            throws IOException, ImageException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new ImageException(
                    TEXTS.get("pixels", name, width, height, MOST_PIXELS / 1_000_000));
        }
        int step = Math.max(1, Math.max(width, height) / FINE);
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, parameters);
        int across = image.getWidth();
        return Shrink.to(
                longest,
                across,
                image.getHeight(),
                (y, row) -> image.getRGB(0, y, across, 1, row, 0, across));
    }
}
