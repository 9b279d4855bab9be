package dev.easel.project;

/// Token counts of one run, as the model's server reported them; 0 where it said nothing.
///
/// @param prompt tokens sent, cached ones included
/// @param cached those of `prompt` that were read from the server's cache
/// @param output tokens of the answer, thoughts not included
/// @param thought tokens of the thoughts
/// @param estimated true when Easel counted (about four characters a token), not the server
public record Usage(int prompt, int cached, int output, int thought, boolean estimated) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, false);
}
