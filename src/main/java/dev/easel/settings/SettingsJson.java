package dev.easel.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.settings.Settings.Theme;
import dev.easel.settings.Settings.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Settings as JSON. People edit this file: a field that is missing or of the wrong kind has its
/// usual value, and the others still count.
final class SettingsJson {
    private SettingsJson() {}

    static Settings read(JsonNode json) {
        return new Settings(
                theme(json.path("theme").asText("")),
                json.path("provider").asText(""),
                json.path("model").asText(""),
                json.path("thinking").asText(""),
                json.path("localServer").asText(""),
                window(json.path("window")),
                dividers(json.path("dividers")),
                collapsed(json.path("collapsed")));
    }

    /// Sets the fields that this Easel knows and leaves the others, which a newer one may have
    /// written.
    static void write(Settings settings, ObjectNode json) {
        json.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        json.put("provider", settings.provider());
        json.put("model", settings.model());
        json.put("thinking", settings.thinking());
        json.put("localServer", settings.localServer());
        settings.window().ifPresent(w -> write(w, objectAt(json, "window")));
        ObjectNode dividers = json.putObject("dividers");
        // Sorted, so that the file changes only where a setting did.
        new TreeMap<>(settings.dividers())
                .forEach((id, at) -> at.forEach(dividers.withArrayProperty(id)::add));
        ArrayNode collapsed = json.putArray("collapsed");
        new TreeSet<>(settings.collapsed()).forEach(collapsed::add);
    }

    private static ObjectNode objectAt(ObjectNode json, String field) {
        return json.get(field) instanceof ObjectNode there ? there : json.putObject(field);
    }

    private static void write(Window window, ObjectNode json) {
        json.put("x", window.x());
        json.put("y", window.y());
        json.put("width", window.width());
        json.put("height", window.height());
        json.put("maximized", window.maximized());
    }

    private static Theme theme(String name) {
        for (Theme theme : Theme.values()) {
            if (theme.name().equalsIgnoreCase(name)) {
                return theme;
            }
        }
        return Theme.SYSTEM;
    }

    private static Optional<Window> window(JsonNode json) {
        Window window =
                new Window(
                        json.path("x").asDouble(0),
                        json.path("y").asDouble(0),
                        json.path("width").asDouble(0),
                        json.path("height").asDouble(0),
                        json.path("maximized").asBoolean(false));
        return window.width() > 0 && window.height() > 0 ? Optional.of(window) : Optional.empty();
    }

    private static Map<String, List<Double>> dividers(JsonNode json) {
        Map<String, List<Double>> dividers = new TreeMap<>();
        json.properties()
                .forEach(pane -> {
                    List<Double> at = new ArrayList<>();
                    pane.getValue().forEach(d -> at.add(position(d)));
                    dividers.put(pane.getKey(), List.copyOf(at));
                });
        return dividers;
    }

    private static double position(JsonNode json) {
        return Math.clamp(json.asDouble(0.5), 0, 1);
    }

    private static Set<String> collapsed(JsonNode json) {
        Set<String> ids = new HashSet<>();
        json.forEach(id -> ids.add(id.asText()));
        return ids;
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
