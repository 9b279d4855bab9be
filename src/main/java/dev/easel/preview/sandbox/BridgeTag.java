package dev.easel.preview.sandbox;

import java.nio.charset.StandardCharsets;

/// What makes a document run the bridge before everything else.
///
/// @param at in front of which byte of the document it goes
/// @param tag ASCII, on one line
record BridgeTag(int at, String tag) {
    byte[] into(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        return (text.substring(0, at) + tag + text.substring(at))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
