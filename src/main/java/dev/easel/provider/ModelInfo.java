package dev.easel.provider;

/// A model as its provider lists it.
///
/// @param id what requests name, without a `models/` prefix
/// @param label what people read; the id when there is nothing better
/// @param inputLimit tokens, 0 when unknown
/// @param outputLimit tokens, 0 when unknown
/// @param thinking whether it can think; false when unknown
public record ModelInfo(
        String id, String label, int inputLimit, int outputLimit, boolean thinking) {
    /// A model of which only the id is known.
    public static ModelInfo of(String id) {
        return new ModelInfo(id, id, 0, 0, false);
    }
}
