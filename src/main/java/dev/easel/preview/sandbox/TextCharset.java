package dev.easel.preview.sandbox;

import dev.easel.library.MediaTypes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// What is said about the encoding of a text file.
public final class TextCharset {
    private TextCharset() {}

    /// UTF-8 is declared for what is UTF-8; anything else is left to the file's own declaration.
    public static String contentType(String mediaType, byte[] bytes) {
        return MediaTypes.isText(mediaType) && isUtf8(bytes)
                ? mediaType + "; charset=utf-8"
                : mediaType;
    }

    /// A file with a UTF-16 mark is made UTF-8, so that tags can be found in it byte by byte.
    static byte[] withoutUtf16(byte[] bytes) {
        Charset charset =
                startsWith(bytes, 0xFE, 0xFF)
                        ? StandardCharsets.UTF_16BE
                        : startsWith(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
        return charset == null
                ? bytes
                : new String(bytes, charset).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
