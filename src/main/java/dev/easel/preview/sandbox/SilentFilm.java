package dev.easel.preview.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// An MP4 file without its sound: JavaFX's player stops a film altogether when no device takes its
/// sound.
///
/// The tracks of sound are renamed to the kind of box that readers pass over, so that nothing
/// moves: ISO/IEC 14496-12, 8.1.2 and 8.4.3.
final class SilentFilm {
    private static final int SOUND = name("soun");
    private static final int HEAD = 8;

    private SilentFilm() {}

    /// @return a copy; all as it was where the bytes are not such a file
    static byte[] of(byte[] film) {
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(film, film.length));
        int moov = find(bytes, 0, bytes.limit(), "moov");
        if (moov >= 0) {
            int end = moov + length(bytes, moov, bytes.limit());
            for (int at = find(bytes, moov + HEAD, end, "trak"); at >= 0; ) {
                int trackEnd = at + length(bytes, at, end);
                if (isSound(bytes, at, trackEnd)) {
                    bytes.putInt(at + 4, name("free"));
                }
                at = find(bytes, trackEnd, end, "trak");
            }
        }
        return bytes.array();
    }

    private static boolean isSound(ByteBuffer bytes, int track, int end) {
        int media = find(bytes, track + HEAD, end, "mdia");
        if (media < 0) {
            return false;
        }
        int mediaEnd = media + length(bytes, media, end);
        int handler = find(bytes, media + HEAD, mediaEnd, "hdlr");
        // Version and flags, and a word that is always 0, stand before the kind.
        return handler >= 0
                && handler + HEAD + 12 <= mediaEnd
                && bytes.getInt(handler + HEAD + 8) == SOUND;
    }

    /// Where the next box of a name begins, among the boxes that stand side by side; -1 for none.
    private static int find(ByteBuffer bytes, int from, int end, String name) {
        int wanted = name(name);
        for (int at = from; at + HEAD <= end; at += length(bytes, at, end)) {
            if (bytes.getInt(at + 4) == wanted) {
                return at;
            }
        }
        return -1;
    }

    /// Of a whole box; to the end where it says so, or nothing that can be true.
    private static int length(ByteBuffer bytes, int box, int end) {
        long length = Integer.toUnsignedLong(bytes.getInt(box));
        if (length == 1 && box + 2 * HEAD <= end) {
            length = bytes.getLong(box + HEAD);
        }
        return length < HEAD || length > end - box ? end - box : (int) length;
    }

    private static int name(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
