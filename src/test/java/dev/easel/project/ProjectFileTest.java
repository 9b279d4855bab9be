package dev.easel.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFileTest {
    @ParameterizedTest
    @CsvSource({
        "index.html, index.html",
        "js/app.js, js/app.js",
        "./js//app.js, js/app.js",
        "/etc/passwd, etc/passwd",
        "../../secret.txt, secret.txt",
        "a/../../b.txt, a/b.txt",
        "js\\app.js, js/app.js",
        "C:\\Users\\me\\x.html, Users/me/x.html",
        "c:/x.html, x.html",
        "'  spaced name.html ', spaced name.html",
        "a /b . /c.js, a/b/c.js",
        "what?.html, what.html",
        "'<b>|\"*.css', b.css",
        "ünïcode/😀.svg, ünïcode/😀.svg",
        ".gitignore, .gitignore",
        "dots..., dots"
    })
    void anyPathBecomesOneInsideTheProject(String path, String expected) {
        assertThat(ProjectFile.safePath(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "..", "../..", "C:", "???", "\0", " . / .. ", "\\\\"})
    void aPathOfWhichNothingIsLeftStillHasAName(String path) {
        assertThat(ProjectFile.safePath(path)).isEqualTo("file.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "con",
                "AUX.js",
                "js/nul.txt",
                "a. . .",
                "C:C:x",
                " ..: ",
                "a:\\b",
                "?.",
                "x/. ./y"
            })
    void aSafePathStaysAsItIs(String path) {
        String safe = ProjectFile.safePath(path);

        assertThat(ProjectFile.safePath(safe)).isEqualTo(safe);
    }

    @Test
    void namesThatWindowsKeepsForDevicesAreChanged() {
        assertThat(ProjectFile.safePath("aux.js")).isEqualTo("_aux.js");
        assertThat(ProjectFile.safePath("js/CON/x.js")).isEqualTo("js/_CON/x.js");
        assertThat(ProjectFile.safePath("console.js")).isEqualTo("console.js");
    }

    @Test
    void controlCharactersAreDropped() {
        assertThat(ProjectFile.safePath("a\u0000b\n\u0085.js")).isEqualTo("ab.js");
    }

    @Test
    void aFileWithAnUnsafePathCannotBeMade() {
        assertThatThrownBy(() -> new ProjectFile("../x", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../x");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "a, 1",
        "'a\n', 1",
        "'a\nb', 2",
        "'\n', 1",
        "'a\r\nb\r\n', 2",
        "'\n\n', 2"
    })
    void linesAreCountedAsAnEditorDoes(String text, int lines) {
        assertThat(new ProjectFile("x", text).lines()).isEqualTo(lines);
    }
}
