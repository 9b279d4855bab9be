package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemPromptTest {
    private final SystemPrompt system =
            SystemPrompt.bundled(() -> PreviewFacts.current(List.of("three.js 1.2.3")));

    @Test
    void aProjectsOwnTextTakesThePlaceOfEasels() {
        String text = system.text(new Guidance(Preset.FREE, "Be brief.\n{{libraries}}"));
        assertThat(text).isEqualTo("Be brief.\n- three.js 1.2.3");
    }

    @Test
    void whatATextLeavesOutIsKnown() {
        assertThat(system.missing(system.template())).isEmpty();
        assertThat(system.missing("{{format}} {{libraries}} {{notes}}"))
                .containsExactly("{{edits}}", "{{missing}}");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FREE")
    void everyPresetAddsItsTextAtTheEnd(Preset preset) {
        String text = system.text(new Guidance(preset, ""));
        assertThat(text)
                .startsWith(system.text(Guidance.NONE).stripTrailing())
                .endsWith(preset.text() + "\n");
        assertThat(preset.text()).startsWith("# This project: ");
        assertThat(preset.text().length()).isBetween(600, 2_500);
        assertThat(Preset.of(preset.id())).contains(preset);
    }

    @Test
    void freeAddsNothing() {
        assertThat(Preset.FREE.text()).isEmpty();
        assertThat(Preset.of("nonsense")).isEmpty();
    }

    @Test
    void guidanceIsWhatItWasAfterItWasStored() {
        Guidance given = new Guidance(Preset.GAME, "Be brief.");
        assertThat(Guidance.of(given.settings())).isEqualTo(given);
        assertThat(Guidance.of(Map.of("preset", "of a newer Easel"))).isEqualTo(Guidance.NONE);
        assertThat(Guidance.NONE.settings().values()).containsOnly("");
    }

    @Test
    void webGlIsWelcome() {
        assertThat(system.text(Guidance.NONE)).contains("WebGL 1 and 2 are welcome");
    }
}
