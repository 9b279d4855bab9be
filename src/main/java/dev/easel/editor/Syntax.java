package dev.easel.editor;

import java.util.Locale;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;

/// The language of a file, told by its name.
enum Syntax {
    HTML(SyntaxConstants.SYNTAX_STYLE_HTML),
    XML(SyntaxConstants.SYNTAX_STYLE_XML),
    CSS(SyntaxConstants.SYNTAX_STYLE_CSS),
    JAVASCRIPT(SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT),
    TYPESCRIPT(SyntaxConstants.SYNTAX_STYLE_TYPESCRIPT),
    JSON(SyntaxConstants.SYNTAX_STYLE_JSON),
    MARKDOWN(SyntaxConstants.SYNTAX_STYLE_MARKDOWN),
    PLAIN(SyntaxConstants.SYNTAX_STYLE_NONE);

    private final String key;

    Syntax(String key) {
        this.key = key;
    }

    /// The name under which the lexer library knows it.
    String key() {
        return key;
    }

    /// @param path any file name; unknown extensions are PLAIN
    static Syntax of(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "html", "htm", "vue" -> HTML;
            case "svg", "xml" -> XML;
            case "css" -> CSS;
            case "js", "mjs", "cjs", "jsx" -> JAVASCRIPT;
            case "ts", "tsx" -> TYPESCRIPT;
            case "json", "importmap", "webmanifest" -> JSON;
            case "md" -> MARKDOWN;
            default -> PLAIN;
        };
    }
}
