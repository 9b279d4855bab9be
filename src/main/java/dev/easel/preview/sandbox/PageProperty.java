package dev.easel.preview.sandbox;

/// One thing inside a value.
///
/// @param name of the property, index, or key; empty for a node's child
/// @param isDim true for what is rarely looked for: prototypes, properties that are not enumerable
public record PageProperty(String name, PageValue value, boolean isDim) {}
