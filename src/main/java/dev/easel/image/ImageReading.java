package dev.easel.image;

import dev.easel.project.Attachment;
import dev.easel.project.ImageNote;
import dev.easel.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// Makes images of any origin into what models take: no side longer than 2,048 pixels, PNG or JPEG,
/// whichever is smaller; the first frame of an animation; photos upright. One at a time, because
/// large ones need memory. Thread-safe, not for the UI thread.
public final class ImageReading {
    /// Images that may go along with one prompt.
    public static final int LIMIT = 8;

    /// Longer sides are scaled down by the models themselves.
    static final int LONGEST_SIDE = 2_048;

    private static final Texts TEXTS = Texts.of(ImageReading.class);
    private static final long MOST_BYTES = 40_000_000;
    private static final int MOST_SVG = 200_000;
    private static final int THUMBNAIL = 160;

    /// What a file gave.
    public sealed interface Read {
        /// An image.
        record Image(Attachment attachment) implements Read {}

        /// SVG is code, which models read better than a picture of it: it belongs into the prompt.
        ///
        /// @param code a fenced block
        record Code(String name, String code) implements Read {}
    }

    /// @throws ImageException when it is no image, damaged, too large or cannot be read
    public Read read(Path file) throws ImageException {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = bytes(file, name);
        return ImageKind.of(bytes) == ImageKind.SVG
                ? svg(name, bytes)
                : new Read.Image(read(name, bytes));
    }

    private static byte[] bytes(Path file, String name) throws ImageException {
        try {
            if (Files.isDirectory(file)) {
                throw new ImageException(TEXTS.get("folder", name));
            }
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw new ImageException(
                        TEXTS.get("bytes", name, size / 1_000_000, MOST_BYTES / 1_000_000));
            }
            if (size == 0) {
                throw new ImageException(TEXTS.get("empty", name));
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ImageException(TEXTS.get("missing", file));
        } catch (IOException e) {
            throw new ImageException(TEXTS.get("unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    private static Read svg(String name, byte[] bytes) throws ImageException {
        if (bytes.length > MOST_SVG) {
            throw new ImageException(TEXTS.get("svg", name, bytes.length / 1000, MOST_SVG / 1000));
        }
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        String ticks = text.contains("```") ? "````" : "```";
        return new Read.Code(name, ticks + "svg " + name + "\n" + text + "\n" + ticks);
    }

    /// @param bytes of a file
    public synchronized Attachment read(String name, byte[] bytes) throws ImageException {
        return attachment(name, Decoder.decode(name, bytes, LONGEST_SIDE));
    }

    /// @param name what it is a picture of
    public synchronized Attachment read(String name, Pixels pixels) throws ImageException {
        if ((long) pixels.width() * pixels.height() == 0) {
            throw new ImageException(TEXTS.get("empty", name));
        }
        return attachment(name, Shrink.to(LONGEST_SIDE, pixels));
    }

    private static Attachment attachment(String name, Pixels pixels) {
        Encoder.Encoded image = Encoder.encode(pixels);
        byte[] small = Encoder.encode(Shrink.to(THUMBNAIL, pixels)).bytes();
        ImageNote note =
                new ImageNote(
                        name,
                        image.mimeType(),
                        pixels.width(),
                        pixels.height(),
                        image.bytes().length,
                        small);
        return new Attachment(note, image.bytes());
    }

    /// E.g. `1280 \u00d7 720, 84 kB`.
    public static String describe(ImageNote note) {
        return TEXTS.get("note", note.width(), note.height(), size(note.size()));
    }

    private static String size(int bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
