package dev.easel.library;

import java.util.Locale;
import java.util.Map;

/// The media type of a file by the ending of its name.
///
/// WebKit refuses a style sheet, a module or an image whose type is wrong, so every ending that a
/// page may load is here; text types carry no charset, which is the server's to know.
public final class MediaTypes {
    private static final Map<String, String> BY_ENDING =
            Map.ofEntries(
                    Map.entry("html", "text/html"),
                    Map.entry("htm", "text/html"),
                    Map.entry("xhtml", "application/xhtml+xml"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("xml", "text/xml"),
                    Map.entry("css", "text/css"),
                    Map.entry("js", "text/javascript"),
                    Map.entry("mjs", "text/javascript"),
                    Map.entry("cjs", "text/javascript"),
                    Map.entry("json", "application/json"),
                    Map.entry("map", "application/json"),
                    Map.entry("gltf", "model/gltf+json"),
                    Map.entry("glb", "model/gltf-binary"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("wasm", "application/wasm"),
                    Map.entry("txt", "text/plain"),
                    Map.entry("md", "text/plain"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("vtt", "text/vtt"),
                    Map.entry("glsl", "text/plain"),
                    Map.entry("vert", "text/plain"),
                    Map.entry("frag", "text/plain"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("avif", "image/avif"),
                    Map.entry("bmp", "image/bmp"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff", "font/woff"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("ttf", "font/ttf"),
                    Map.entry("otf", "font/otf"),
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("wav", "audio/wav"),
                    Map.entry("m4a", "audio/mp4"),
                    Map.entry("aac", "audio/aac"),
                    Map.entry("ogg", "audio/ogg"),
                    Map.entry("mp4", "video/mp4"),
                    Map.entry("webm", "video/webm"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("zip", "application/zip"));

    private MediaTypes() {}

    /// @param path a file name or path with `/`; case does not matter
    /// @return e.g. `text/css`; `application/octet-stream` for an unknown ending
    public static String of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, "application/octet-stream");
    }

    /// Whether the type is text that is read with a charset.
    public static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.endsWith("json")
                || mediaType.endsWith("xml");
    }
}
