package dev.easel.generate;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a project tells the model in every run.
///
/// @param instructions the user's own text in place of Easel's, with the same `{{...}}`; empty for
///   Easel's
public record Guidance(Preset preset, String instructions) {
    /// A project for which nothing was set.
    public static final Guidance NONE = new Guidance(Preset.FREE, "");

    private static final String PRESET = "preset";
    private static final String INSTRUCTIONS = "instructions";

    /// @param settings of a project, by name
    public static Guidance of(Map<String, String> settings) {
        return new Guidance(
                Preset.of(settings.getOrDefault(PRESET, "")).orElse(Preset.FREE),
                settings.getOrDefault(INSTRUCTIONS, ""));
    }

    /// As it is stored with a project, by name; what is empty is not set.
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(PRESET, preset == Preset.FREE ? "" : preset.id());
        settings.put(INSTRUCTIONS, instructions);
        return settings;
    }

    public Guidance with(Preset chosen) {
        return new Guidance(chosen, instructions);
    }

    public Guidance with(String own) {
        return new Guidance(preset, own);
    }
}
