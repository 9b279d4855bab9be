package dev.easel.preview.sandbox;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Gives workers a console: WebView shows theirs to nobody.
///
/// The console comes in front of the worker's script, on its first line, as one expression that
/// classic and module workers both can run. It tells the page that made the worker, whose bridge
/// passes it on.
final class WorkerBridge {
    /// Where the page's bridge gets it for workers that have no address of their own.
    static final String PATH = "/__easel/worker.js";

    private static final List<String> PARTS =
            List.of(
                    "worker/start",
                    "bridge/flood",
                    "bridge/show",
                    "bridge/values",
                    "bridge/places",
                    "bridge/format",
                    "bridge/table",
                    "bridge/console",
                    "worker/end");

    private static final String SCRIPT = PageBridge.text(PARTS, "");

    private static final Pattern STRICT =
            Pattern.compile(
                    "\\A(?:\\xEF\\xBB\\xBF)?(?:\\s++|//[^\\n]*+|/\\*.*?\\*/)*+(['\"])use strict\\1",
                    Pattern.DOTALL);

    private WorkerBridge() {}

    /// Whether an answer to this request runs as a worker.
    static boolean isWorker(PageRequest request) {
        return request.header("sec-fetch-dest").endsWith("worker");
    }

    /// The line before a worker's script, without a line end.
    static byte[] script(OpenPage page) {
        String text = SCRIPT.replace("%TOKEN%", page.token());
        return ("(0,eval)(" + TextNode.valueOf(text) + ");").getBytes(StandardCharsets.UTF_8);
    }

    /// A worker's script with its console; line numbers stay.
    static byte[] insert(byte[] script, OpenPage page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // A directive counts only before everything else.
        if (STRICT.matcher(new String(script, StandardCharsets.ISO_8859_1)).find()) {
            out.writeBytes("'use strict';".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(script(page));
        boolean hasMark = script.length > 2 && (script[0] & 0xFF) == 0xEF;
        out.write(script, hasMark ? 3 : 0, script.length - (hasMark ? 3 : 0));
        return out.toByteArray();
    }
}
