package dev.easel.preview.guard;

import java.util.List;
import java.util.Optional;

/// What is guarded in a file.
public enum FileKind {
    HTML,
    /// SVG and XHTML.
    XML,
    SCRIPT;

    /// @param mediaType without parameters
    /// @return empty when a file of that type holds no scripts
    public static Optional<FileKind> of(String mediaType) {
        return switch (mediaType) {
            case "text/html" -> Optional.of(HTML);
            case "image/svg+xml", "application/xhtml+xml" -> Optional.of(XML);
            case "text/javascript", "application/javascript" -> Optional.of(SCRIPT);
            default -> Optional.empty();
        };
    }

    /// @param own what the preview itself puts into the file
    GuardedText guard(String text, List<Insertion> own) {
        return switch (this) {
            case HTML -> Guarding.html(text, own);
            case XML -> Guarding.xml(text, own);
            case SCRIPT -> Guarding.script(text);
        };
    }
}
