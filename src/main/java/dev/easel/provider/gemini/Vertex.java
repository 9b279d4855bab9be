package dev.easel.provider.gemini;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Google's models through Google Cloud instead of AI Studio.
///
/// @param project pays; empty for "express mode", where an API key does
/// @param location where the model runs, e.g. `europe-west1`; `global` when it does not matter
public record Vertex(Optional<String> project, String location) {
    // Both become part of an address: nothing may lead elsewhere.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.:-]*");

    /// As Google's own client reads the environment.
    ///
    /// @return empty unless `GOOGLE_GENAI_USE_VERTEXAI` (or `GOOGLE_GENAI_USE_ENTERPRISE`) is
    ///   `true`
    public static Optional<Vertex> of(Map<String, String> environment) {
        String wanted =
                environment.getOrDefault(
                        "GOOGLE_GENAI_USE_ENTERPRISE",
                        environment.getOrDefault("GOOGLE_GENAI_USE_VERTEXAI", ""));
        if (!wanted.strip().toLowerCase(Locale.ROOT).matches("true|1")) {
            return Optional.empty();
        }
        String location = environment.getOrDefault("GOOGLE_CLOUD_LOCATION", "").strip();
        Optional<String> project =
                Optional.of(environment.getOrDefault("GOOGLE_CLOUD_PROJECT", "").strip())
                        .filter(p -> !p.isEmpty());
        return Optional.of(new Vertex(project, location.isEmpty() ? "global" : location));
    }

    /// Whether both can be what they are said to be.
    boolean isSendable() {
        return NAME.matcher(location).matches()
                && project.filter(p -> !NAME.matcher(p).matches()).isEmpty();
    }
}
