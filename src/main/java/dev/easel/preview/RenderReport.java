package dev.easel.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.preview.guard.StoppedLoop;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.PageMessage.Moment;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a rendered page was, said and asked for.
///
/// @param console every line, the errors too
/// @param frames drawn by the page's own `requestAnimationFrame`
/// @param fps of those, over the delay after the load
/// @param webgl empty for a page that never asked for it
/// @param eval JSON of each expression's value; empty for one that failed, whose error is in the
///   console
/// @param screenshot the file that was written
public record RenderReport(
        String title,
        List<ConsoleEntry> console,
        List<NetworkEntry> network,
        long frames,
        double fps,
        PageTimings timings,
        List<StoppedLoop> guard,
        Optional<WebGlReport> webgl,
        List<Optional<String>> eval,
        Optional<Path> screenshot) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The lines of level ERROR: `console.error`, uncaught errors, rejections, failed resources,
    /// failed expressions.
    public List<ConsoleEntry> errors() {
        return console.stream().filter(e -> e.level() == Level.ERROR).toList();
    }

    /// The object that `easel render --json` prints.
    ///
    /// With one expression `eval` is its value, with several a list of their values; `eval` and
    /// `screenshot` are left out when they were not asked for, `webgl` when the page did not.
    public ObjectNode toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("title", title);
        root.set("console", lines(console));
        root.set("errors", lines(errors()));
        root.set("network", requests());
        root.put("frames", frames);
        root.put("fps", Math.round(fps * 10) / 10.0);
        root.set("timings", times());
        root.set("guard", stops());
        webgl.ifPresent(w -> root.set("webgl", w.toJson()));
        if (eval.size() == 1) {
            root.set("eval", value(eval.getFirst()));
        } else if (!eval.isEmpty()) {
            ArrayNode values = root.putArray("eval");
            eval.forEach(e -> values.add(value(e)));
        }
        screenshot.ifPresent(file -> root.put("screenshot", file.toString()));
        return root;
    }

    private static ArrayNode lines(List<ConsoleEntry> entries) {
        ArrayNode array = JSON.createArrayNode();
        for (ConsoleEntry e : entries) {
            array.addObject()
                    .put("level", lower(e.level()))
                    .put("text", e.text())
                    .put("file", e.file())
                    .put("line", e.line())
                    .put("column", e.column())
                    .put("stack", e.stack());
        }
        return array;
    }

    private ArrayNode requests() {
        ArrayNode array = JSON.createArrayNode();
        network.forEach(e -> array.add(NetworkJson.of(e)));
        return array;
    }

    private ArrayNode stops() {
        ArrayNode array = JSON.createArrayNode();
        for (StoppedLoop loop : guard) {
            array.addObject()
                    .put("file", loop.file())
                    .put("line", loop.line())
                    .put("column", loop.column())
                    .put("kind", lower(loop.kind()))
                    .put("ms", loop.millis());
        }
        return array;
    }

    private ObjectNode times() {
        ObjectNode node = JSON.createObjectNode();
        timings.at(Moment.LOAD).ifPresent(ms -> node.put("load", Math.round(ms)));
        timings.at(Moment.DOM_READY).ifPresent(ms -> node.put("domReady", Math.round(ms)));
        timings.at(Moment.FIRST_FRAME).ifPresent(ms -> node.put("firstFrame", Math.round(ms)));
        return node;
    }

    private static JsonNode value(Optional<String> json) {
        try {
            return json.isEmpty() ? NullNode.getInstance() : JSON.readTree(json.get());
        } catch (JsonProcessingException e) {
            // A page can forge an answer that is no JSON; then it is just a text.
            return JSON.getNodeFactory().textNode(json.get());
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
