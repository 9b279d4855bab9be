package dev.easel.provider.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCatalogTest {
    private static final String ROOT = "provider-samples";

    @Test
    void everyPartOfASampleIsRead() throws Exception {
        Sample desktop = SampleCatalog.read(ROOT).find("desktop").orElseThrow();

        assertThat(desktop)
                .isEqualTo(
                        new Sample(
                                "desktop",
                                "Old desktop",
                                "Windows that move.",
                                List.of("desktop", "windows 98", "start menu"),
                                "desktop",
                                "Make a desktop of 1998 in one page.",
                                "**Plan**\n\nWindows first, then the Start menu.\n",
                                """
                                Here it is.

                                ```html index.html
                                <!doctype html>
                                <title>Desktop 🌍</title>
                                ```
                                """));
    }

    @Test
    void aSampleThatCannotBeReadDoesNotTakeTheOthersAlong() throws Exception {
        assertThat(SampleCatalog.read(ROOT).samples())
                .extracting(Sample::id)
                .containsExactly("desktop", "balloon");
    }

    @Test
    void withoutAnIndexThereIsNoCatalog() {
        assertThatThrownBy(() -> SampleCatalog.read("nowhere"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere/index.json");
    }

    @Test
    void theBuiltInIndexNamesTheFourSamples() throws Exception {
        assertThat(
                        SampleCatalogTest.class
                                .getClassLoader()
                                .getResource(SampleCatalog.BUILT_IN + "/index.json"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a windows 98 desktop,desktop",
        "Build me a WINDOWS-98 clone!,desktop",
        "three red balloons,balloon",
        "a balloon on a desktop with a start menu,desktop",
        "Interactive SVG balloons.,balloon",
        "Make a desktop of 1998 in one page. ,desktop"
    })
    void theBestFittingSampleIsChosen(String prompt, String id) throws Exception {
        assertThat(SampleCatalog.read(ROOT).bestMatch(prompt)).map(Sample::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "make it blue", "desktoppy", "windows 10", "98 windows", "!?"})
    void whatFitsNothingChoosesNothing(String prompt) throws Exception {
        assertThat(SampleCatalog.read(ROOT).bestMatch(prompt)).isEmpty();
    }

    @Test
    void theEarlierOfEqualsIsChosen() {
        SampleCatalog twins = new SampleCatalog(List.of(sample("first"), sample("second")));

        assertThat(twins.bestMatch("a chair")).map(Sample::id).contains("first");
    }

    private static Sample sample(String id) {
        return new Sample(id, id, "", List.of("chair"), "", "prompt", "", "");
    }
}
