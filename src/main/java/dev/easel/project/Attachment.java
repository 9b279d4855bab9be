package dev.easel.project;

/// An image that goes along with a prompt, as models take it.
///
/// @param bytes the encoded image
public record Attachment(ImageNote note, byte[] bytes) {}
