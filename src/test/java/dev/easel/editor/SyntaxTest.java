package dev.easel.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxTest {
    @ParameterizedTest
    @CsvSource({
        "index.html,HTML",
        "a/B.HTM,HTML",
        "logo.svg,XML",
        "style.css,CSS",
        "app.mjs,JAVASCRIPT",
        "x.tsx,TYPESCRIPT",
        "data.json,JSON",
        "README.md,MARKDOWN",
        "LICENSE,PLAIN",
        "shader.glsl,PLAIN"
    })
    void theNameTellsTheLanguage(String path, Syntax syntax) {
        assertThat(Syntax.of(path)).isEqualTo(syntax);
    }
}
