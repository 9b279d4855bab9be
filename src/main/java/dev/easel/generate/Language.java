package dev.easel.generate;

import java.util.Locale;

/// What a fence's language, or a path's extension, means for the project.
enum Language {
    HTML("index.html"),
    SVG("image.svg"),
    CSS("style.css"),
    SCRIPT("app.js"),
    /// Scripts that no browser runs as they are; a file only if it is named or referred to.
    TYPED_SCRIPT("app.tsx"),
    XML("data.xml"),
    JSON("data.json"),
    SHADER("shader.glsl"),
    MARKDOWN("README.md"),
    /// What is typed into a terminal, and what comes out of one.
    SHELL("run.sh"),
    TEXT("notes.txt"),
    /// A change to a file, never the file.
    DIFF("change.diff"),
    NONE(""),
    OTHER("file.txt");

    private final String defaultPath;

    Language(String defaultPath) {
        this.defaultPath = defaultPath;
    }

    /// The path of a block that names none.
    String defaultPath() {
        return defaultPath;
    }

    /// @param word a fence's language or a file extension, in any case
    static Language of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "" -> NONE;
            case "html", "htm", "html5", "xhtml" -> HTML;
            case "svg" -> SVG;
            case "css" -> CSS;
            case "js", "javascript", "mjs", "cjs", "ecmascript", "es6", "module" -> SCRIPT;
            case "jsx", "ts", "tsx", "typescript", "vue", "svelte" -> TYPED_SCRIPT;
            case "xml" -> XML;
            case "json", "jsonc", "json5", "webmanifest" -> JSON;
            case "glsl", "vert", "frag", "wgsl", "shader" -> SHADER;
            case "md", "markdown", "mdx" -> MARKDOWN;
            case "sh",
                    "bash",
                    "shell",
                    "zsh",
                    "console",
                    "terminal",
                    "powershell",
                    "ps1",
                    "bat",
                    "cmd",
                    "shellsession" ->
                    SHELL;
            case "text", "txt", "plaintext", "plain", "output", "log", "tree", "none", "csv" ->
                    TEXT;
            case "diff", "patch" -> DIFF;
            default -> OTHER;
        };
    }

    static Language ofPath(String path) {
        return of(path.substring(path.lastIndexOf('.') + 1));
    }

    /// Whether this line begins an HTML document, in a file of this language.
    boolean beginsPage(String line) {
        return (this == HTML || this == XML) && Markup.isHtmlRoot(line);
    }

    /// Whether this line begins an SVG document, in a file of this language.
    boolean beginsPicture(String line) {
        return (this == SVG || this == XML) && Markup.isSvgRoot(line);
    }

    /// Whether a whole page or picture may stand in a block that is labelled so.
    boolean mayHoldDocument() {
        return switch (this) {
            case HTML, SVG, XML, MARKDOWN, TEXT, NONE, OTHER -> true;
            case CSS, SCRIPT, TYPED_SCRIPT, JSON, SHADER, SHELL, DIFF -> false;
        };
    }

    /// Whether a block that is labelled so may be a file although it names none.
    boolean isCode() {
        return switch (this) {
            case HTML, SVG, XML, CSS, SCRIPT, TYPED_SCRIPT, JSON, SHADER, OTHER -> true;
            case MARKDOWN, SHELL, TEXT, DIFF, NONE -> false;
        };
    }

    /// Whether a block of this language can be the file that the line before it named.
    boolean fits(String path) {
        Language file = ofPath(path);
        return switch (this) {
            case NONE, OTHER -> true;
            case HTML, SVG, XML ->
                    file == HTML || file == SVG || file == XML || file == TYPED_SCRIPT;
            case SCRIPT, TYPED_SCRIPT -> file == SCRIPT || file == TYPED_SCRIPT;
            case CSS, SHADER -> file == this || file == OTHER;
            case JSON, MARKDOWN, SHELL, TEXT -> file == this;
            case DIFF -> false;
        };
    }
}
