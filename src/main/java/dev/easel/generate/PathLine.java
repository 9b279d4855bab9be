package dev.easel.generate;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that only names a file: `**index.html**`, `### 1. index.html`, `File: index.html`, `<!--
/// index.html -->`, `// app.js`.
///
/// A line of prose that mentions a file is not one; see [#mentioned(String)].
final class PathLine {
    private static final String EXTENSIONS =
            "html?|xhtml|css|scss|sass|less|m?js|cjs|jsx|tsx?|json5?|svg|xml|md|markdown|txt|csv|glsl"
                    + "|vert|frag|wgsl|vue|svelte|py|sh|ya?ml|toml|ini|env|webmanifest|java|rb|go|rs"
                    + "|php|sql|c|h|cpp|ps1|bat|obj|mtl|gltf|vtt|srt|ics";
    private static final String PATH =
            "(?<path>[\\p{L}\\p{N}_@.+~()\\[\\]/\\\\:$-]{0,150}\\.(?:" + EXTENSIONS + "))";
    private static final Pattern WHOLE_PATH = Pattern.compile(PATH, Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_./\\\\:@-])"
                            + "(?<path>[\\p{L}\\p{N}_@.+~/\\\\-]{1,150}\\.(?:"
                            + EXTENSIONS
                            + "))(?![\\p{L}\\p{N}_/])",
                    Pattern.CASE_INSENSITIVE);

    private static final String DECORATION = "[^\\p{L}\\p{N}./\\\\\\r\\n]{0,20}";
    // Slashes are no decoration, because paths may begin with one.
    private static final String COMMENT_START = "[ \\t]{0,20}(?://|/\\*)?";
    private static final String NUMBER = "(?:(?:step )?\\d{1,2} ?[.):]" + DECORATION + ")?";
    private static final String LABEL =
            "(?:(?:the |new |updated )?(?:file ?name|file ?path|file|path|create|save as|updated|new)"
                    + "(?: ?[:=]| )"
                    + DECORATION
                    + ")?";
    private static final String REMARK = "(?: {0,2}\\([^()\\r\\n]{0,40}\\))?";

    /// Matches whole lines, line end included; `hitEnd` tells whether a prefix could become one.
    static final Pattern LINE =
            Pattern.compile(
                    COMMENT_START
                            + DECORATION
                            + NUMBER
                            + LABEL
                            + PATH
                            + DECORATION
                            + REMARK
                            + DECORATION
                            + "(?:\\*/[ \\t]{0,20})?\\R?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT =
            Pattern.compile("[ \\t]{0,20}(?:<!--|//|/\\*|#|--).*", Pattern.DOTALL);

    /// Words in a sentence about a part of a file: the block that follows is not the whole file.
    private static final Pattern ABOUT_A_PART =
            Pattern.compile(
                    "\\b(?:in|inside|into|to|replace|change|find|add|insert|append|modify|lines?|run"
                            + "|open|import|from|use|load|like|example)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// Names that look like files and are libraries when they stand alone in prose.
    private static final Set<String> LIBRARIES =
            Set.of(
                    "three.js",
                    "node.js",
                    "vue.js",
                    "d3.js",
                    "p5.js",
                    "chart.js",
                    "next.js",
                    "react.js",
                    "matter.js",
                    "cannon.js",
                    "tone.js",
                    "anime.js",
                    "babylon.js",
                    "express.js",
                    "pixi.js",
                    "alpine.js",
                    "gsap.js",
                    "nuxt.js",
                    "deno.js",
                    "ammo.js",
                    "hammer.js",
                    "howler.js",
                    "simplex-noise.js",
                    "highlight.js",
                    "moment.js");

    private PathLine() {}

    /// Whether the text is a path with an extension known from projects.
    static boolean isPath(String text) {
        return text.length() <= 160 && WHOLE_PATH.matcher(text).matches();
    }

    /// The path that a line before a fence names, if it does nothing else.
    static Optional<String> of(String line) {
        if (line.length() > 400) {
            return Optional.empty();
        }
        Matcher m = LINE.matcher(line);
        return m.matches() ? real(m.group("path")) : Optional.empty();
    }

    /// The path that the first line inside a fence names, as a comment or alone.
    static Optional<String> firstInFence(String line) {
        return COMMENT.matcher(line).matches() || isPath(line.strip())
                ? of(line)
                : Optional.empty();
    }

    /// The only file that a short sentence such as "Here is the new `style.css`:" announces.
    static Optional<String> mentioned(String sentence) {
        if (sentence.length() > 120 || ABOUT_A_PART.matcher(sentence).find()) {
            return Optional.empty();
        }
        Matcher m = MENTION.matcher(sentence);
        if (!m.find()) {
            return Optional.empty();
        }
        String path = m.group("path");
        return m.find() ? Optional.empty() : real(path);
    }

    private static Optional<String> real(String path) {
        return LIBRARIES.contains(path.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(path);
    }
}
