package dev.easel.project;

/// What can be shown of an image without reading it.
///
/// @param name of its file, or what it is a picture of
/// @param mimeType `image/png` or `image/jpeg`
/// @param width in pixels
/// @param height in pixels
/// @param size of the encoded image in bytes
/// @param thumbnail the image in a small size, as PNG or JPEG
public record ImageNote(
        String name, String mimeType, int width, int height, int size, byte[] thumbnail) {}
