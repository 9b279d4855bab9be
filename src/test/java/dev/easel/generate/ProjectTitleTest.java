package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please create a Windows 98 desktop. It has Paint. | Windows 98 desktop",
                "can you build me an orbit simulator? | Orbit simulator",
                "Code editor with tabs | Code editor with tabs",
                "# Balloons | Balloons",
                "draw the solar system: planets, moons | Solar system",
                "ein rotes Haus | Ein rotes Haus",
                "红色的房子。还有树 | 红色的房子",
            })
    void thePromptsSubjectIsTheTitle(String prompt, String title) {
        assertThat(ProjectTitle.of(prompt)).isEqualTo(title);
    }

    @Test
    void longPromptsAreCutBetweenWords() {
        assertThat(
                        ProjectTitle.of(
                                "a physics driven scene with dozens of bodies that collide and roll"))
                .isEqualTo("A physics driven scene with dozens of bodies…");
    }

    @Test
    void longWordsAreCutBetweenCharacters() {
        assertThat(ProjectTitle.of("😀".repeat(100))).isEqualTo("😀".repeat(48) + "…");
    }

    @Test
    void nothingIsUntitled() {
        assertThat(ProjectTitle.of(" \n ?!")).isEqualTo("Untitled");
    }
}
