package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generate.Guidance;
import dev.easel.generate.Preset;
import dev.easel.generate.PreviewFacts;
import dev.easel.generate.SystemPrompt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstructionsViewModelTest {
    private static final String EASELS = "Answer as {{format}}, with {{libraries}}.";

    private final SystemPrompt system =
            new SystemPrompt(
                    EASELS, () -> new PreviewFacts(List.of("three.js"), List.of(), List.of()));
    private final List<Guidance> kept = new ArrayList<>();
    private final GuidanceViewModel guidance = new GuidanceViewModel(kept::add);

    private InstructionsViewModel open() {
        return new InstructionsViewModel(system, guidance, Runnable::run, Runnable::run);
    }

    @Test
    void itBeginsWithEaselsText() {
        InstructionsViewModel model = open();
        assertThat(model.textProperty().get()).isEqualTo(EASELS);
        assertThat(model.isChanged()).isFalse();
        assertThat(model.composedProperty().get().text())
                .contains("- three.js", "```html index.html")
                .doesNotContain("{{");
        assertThat(model.composedProperty().get().tokens()).isGreaterThan(10);
    }

    @Test
    void everyChangeIsKeptAtOnce() {
        InstructionsViewModel model = open();
        model.textProperty().set("Be brief. {{format}}");
        assertThat(kept).containsExactly(new Guidance(Preset.FREE, "Be brief. {{format}}"));
        assertThat(model.isChanged()).isTrue();
        assertThat(model.composedProperty().get().text()).startsWith("Be brief. ```html");
        assertThat(model.composedProperty().get().missing()).containsExactly("{{libraries}}");

        assertThat(open().textProperty().get()).isEqualTo("Be brief. {{format}}");
    }

    @Test
    void easelsOwnTextIsNoChange() {
        InstructionsViewModel model = open();
        model.textProperty().set("Be brief.");
        model.textProperty().set(EASELS);
        assertThat(model.isChanged()).isFalse();
        model.textProperty().set("Be brief.");
        model.textProperty().set("");
        assertThat(model.isChanged()).isFalse();
        assertThat(model.composedProperty().get().text()).contains("- three.js");
    }

    @Test
    void thePresetIsPartOfWhatIsSent() {
        guidance.choose(Preset.GAME);
        assertThat(open().composedProperty().get().text()).contains("This project: a game");
        assertThat(kept).containsExactly(new Guidance(Preset.GAME, ""));
    }
}
