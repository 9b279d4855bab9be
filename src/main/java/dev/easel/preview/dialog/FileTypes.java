package dev.easel.preview.dialog;

import dev.easel.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.stage.FileChooser.ExtensionFilter;

/// The filters of a file chooser for the `accept` of an input field.
final class FileTypes {
    private static final Texts TEXTS = Texts.of(FileTypes.class);

    /// The kinds of files that demos read.
    private static final Map<String, List<String>> ENDINGS =
            Map.of(
                    "image", List.of("png", "jpg", "jpeg", "gif", "webp", "bmp", "svg", "avif"),
                    "audio", List.of("mp3", "wav", "ogg", "m4a", "aac", "flac"),
                    "video", List.of("mp4", "webm", "mov", "mkv", "ogv"),
                    "text", List.of("txt", "csv", "html", "css", "js", "md"),
                    "application", List.of("json", "pdf", "xml", "zip"),
                    "model", List.of("gltf", "glb", "obj", "stl"));

    private FileTypes() {}

    /// @param types MIME types (`image/*`, `text/csv`) or endings (`.csv`)
    /// @return one for what is asked for, if that is known, and one for all files
    static List<ExtensionFilter> filters(List<String> types) {
        List<String> asked = types.stream().flatMap(FileTypes::endings).distinct().toList();
        List<ExtensionFilter> filters = new ArrayList<>();
        if (!asked.isEmpty()) {
            filters.add(
                    new ExtensionFilter(
                            TEXTS.get("files.asked"), asked.stream().map(e -> "*." + e).toList()));
        }
        filters.add(new ExtensionFilter(TEXTS.get("files.all"), "*.*"));
        return filters;
    }

    private static Stream<String> endings(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        if (lower.matches("\\.\\w{1,10}")) {
            return Stream.of(lower.substring(1));
        }
        String family = lower.replaceFirst("/.*", "");
        List<String> known = ENDINGS.getOrDefault(family, List.of());
        String kind = lower.replaceFirst(".*/", "");
        return known.contains(kind) ? Stream.of(kind) : known.stream();
    }
}
