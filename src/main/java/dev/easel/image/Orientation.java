package dev.easel.image;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// How the camera was held, by the EXIF tag of a JPEG, and the picture turned upright.
///
/// @param tag 1 to 8 (EXIF 2.32, 4.6.4, tag 0x0112); 1 is upright
record Orientation(int tag) {
    static final Orientation UPRIGHT = new Orientation(1);

    // `Exif`, ended and padded with zeros, before the TIFF structure.
    private static final int NAME = 6;

    /// @param jpeg any bytes; what cannot be read is upright
    static Orientation of(byte[] jpeg) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
            return segments.isEmpty() ? UPRIGHT : of(segments.getFirst());
        } catch (IOException | RuntimeException e) {
            // The tag is a comfort; without it the picture lies on its side.
            return UPRIGHT;
        }
    }

    private static Orientation of(JPEGSegment exif) throws IOException {
        try (InputStream data = exif.segmentData();
                ImageInputStream tiff = new MemoryCacheImageInputStream(data)) {
            data.skipNBytes(NAME);
            Directory directory = new TIFFReader().read(tiff);
            Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
            return entry != null && entry.getValue() instanceof Number n
                    ? new Orientation(n.intValue())
                    : UPRIGHT;
        }
    }

    Pixels upright(Pixels p) {
        int w = p.width();
        int h = p.height();
        return switch (tag) {
            case 2 -> made(p, w, h, (x, y) -> y * w + w - 1 - x);
            case 3 -> made(p, w, h, (x, y) -> (h - 1 - y) * w + w - 1 - x);
            case 4 -> made(p, w, h, (x, y) -> (h - 1 - y) * w + x);
            case 5 -> made(p, h, w, (x, y) -> x * w + y);
            case 6 -> made(p, h, w, (x, y) -> (h - 1 - x) * w + y);
            case 7 -> made(p, h, w, (x, y) -> (h - 1 - x) * w + w - 1 - y);
            case 8 -> made(p, h, w, (x, y) -> x * w + w - 1 - y);
            default -> p;
        };
    }

    private interface Source {
        /// Where the pixel of an upright place is in the picture as it was taken.
        int at(int x, int y);
    }

    private static Pixels made(Pixels taken, int width, int height, Source source) {
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = taken.argb()[source.at(x, y)];
            }
        }
        return new Pixels(width, height, argb);
    }
}
