package dev.easel.image;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a file is, by its first bytes: names lie.
enum ImageKind {
    PNG,
    JPEG,
    GIF,
    WEBP,
    BMP,
    SVG,
    /// A picture that Easel cannot read.
    HEIC,
    AVIF,
    TIFF,
    OTHER;

    static ImageKind of(byte[] bytes) {
        String head =
                new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GIF;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (head.startsWith("BM") && bytes.length > 26) {
            return BMP;
        }
        if (head.startsWith("ftyp", 4)) {
            return head.startsWith("avif", 8) || head.startsWith("avis", 8) ? AVIF : HEIC;
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return TIFF;
        }
        return isSvg(head) ? SVG : OTHER;
    }

    private static boolean isSvg(String head) {
        String text =
                head.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        boolean isPage = text.startsWith("<!doctype html") || text.contains("<html");
        return text.startsWith("<") && text.contains("<svg") && !isPage;
    }
}
