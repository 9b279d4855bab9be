package dev.easel.generate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of thing a project is to become; each has a text for models in
/// `assets/prompts/presets`.
public enum Preset {
    /// Nothing is said about it.
    FREE,
    PAGE,
    SVG,
    THREE,
    GAME,
    DASHBOARD;

    /// As on the command line and in the history, e.g. `page`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The preset of this name; empty when there is none.
    public static Optional<Preset> of(String id) {
        return Arrays.stream(values()).filter(p -> p.id().equalsIgnoreCase(id)).findFirst();
    }

    /// What models are told; empty for [#FREE].
    public String text() {
        return this == FREE ? "" : Prompts.read("presets/" + id()).strip();
    }
}
