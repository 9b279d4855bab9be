package dev.easel.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.preview.sandbox.NetworkEntry;
import java.util.List;

/// Requests as `easel render --json` prints them, and as the network pane copies them.
final class NetworkJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NetworkJson() {}

    /// `method`, `url`, `outcome`, `bytes`; `kind` and `note` where there is one.
    static ObjectNode of(NetworkEntry entry) {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("method", entry.method())
                        .put("url", entry.url())
                        .put("outcome", entry.outcome().id())
                        .put("bytes", entry.bytes());
        if (!entry.kind().isEmpty()) {
            node.put("kind", entry.kind());
        }
        if (!entry.note().isEmpty()) {
            node.put("note", entry.note());
        }
        return node;
    }

    /// A list of them, for people to read and for programs to parse.
    static String of(List<NetworkEntry> entries) {
        ArrayNode array = JSON.createArrayNode();
        entries.forEach(e -> array.add(of(e)));
        return array.toPrettyString();
    }
}
