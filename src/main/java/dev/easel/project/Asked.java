package dev.easel.project;

/// What a model is asked in one run.
///
/// @param provider id of the provider, e.g. `gemini`
/// @param model the id that is asked for
/// @param thinking level that is asked for; empty for the model's default
/// @param prompt what the user typed, or Easel asks by itself
/// @param origin why it is asked
/// @param base id of the whole revision that the reply changes; empty when there is none yet
public record Asked(
        String provider, String model, String thinking, String prompt, Origin origin, String base) {
    /// A prompt of the user that begins a project.
    public static Asked prompt(String provider, String model, String thinking, String prompt) {
        return new Asked(provider, model, thinking, prompt, Origin.PROMPT, "");
    }
}
