package dev.easel.preview.sandbox;

import dev.easel.preview.guard.FileKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A project's file as the page gets it: documents with the bridge, code with the checks of the
/// loop guard.
final class ServedFile {
    private ServedFile() {}

    static byte[] of(PageRequest request, OpenPage page, String mediaType, byte[] bytes) {
        Optional<FileKind> kind = FileKind.of(mediaType);
        if (WorkerBridge.isWorker(request)) {
            return WorkerBridge.insert(bytes, page);
        }
        if (kind.isEmpty()) {
            return bytes;
        }
        byte[] ascii = kind.get() == FileKind.SCRIPT ? bytes : TextCharset.withoutUtf16(bytes);
        return runs(request, kind.get())
                ? guarded(request, page, kind.get(), ascii)
                : bridged(kind.get(), ascii);
    }

    /// What a page reads as data needs no checks, nor does what a worker runs.
    private static boolean runs(PageRequest request, FileKind kind) {
        return switch (request.header("sec-fetch-dest")) {
            case "empty", "image", "style", "font" -> false;
            case "document", "iframe", "frame", "embed", "object" -> kind != FileKind.SCRIPT;
            default -> true;
        };
    }

    private static byte[] bridged(FileKind kind, byte[] bytes) {
        return switch (kind) {
            case HTML -> HtmlBridge.insert(bytes);
            case XML -> XmlBridge.insert(bytes);
            case SCRIPT -> bytes;
        };
    }

    private static byte[] guarded(PageRequest request, OpenPage page, FileKind kind, byte[] bytes) {
        byte[] document = kind == FileKind.HTML ? HtmlBridge.unchecked(bytes) : bytes;
        Optional<BridgeTag> bridge =
                switch (kind) {
                    case HTML -> Optional.of(HtmlBridge.tag(document));
                    case XML -> XmlBridge.tag(document);
                    case SCRIPT -> Optional.empty();
                };
        Charset charset = charset(document);
        int at = bridge.map(tag -> new String(document, 0, tag.at(), charset).length()).orElse(0);
        String path = request.url().getPath().replaceFirst("^/", "");
        return page.guarded()
                .guard(
                        path,
                        kind,
                        new String(document, charset),
                        at,
                        bridge.map(BridgeTag::tag).orElse(""))
                .getBytes(charset);
    }

    /// What is not UTF-8 is taken byte by byte: what is put in is ASCII, so all else is kept.
    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
