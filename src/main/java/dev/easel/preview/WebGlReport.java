package dev.easel.preview;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.preview.webgl.DriverInfo;
import dev.easel.preview.webgl.WebGlUse;

/// What a page has of WebGL, and from where.
public record WebGlReport(DriverInfo driver, WebGlUse use) {
    /// The object `webgl` of `easel render --json`: `driver` (`ANGLE`, `Mesa` or `none`), then of
    /// these what there is: `renderer`, `version`, `route`, `trouble`; `contexts`, `frames`.
    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("driver", driver.isThere() ? driver.driver() : "none");
        put(node, "renderer", driver.renderer());
        put(node, "version", driver.version());
        put(node, "route", driver.route());
        put(node, "trouble", driver.trouble());
        return node.put("contexts", use.contexts()).put("frames", use.frames());
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }
}
